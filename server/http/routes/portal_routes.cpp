#include "server/http/routes/portal_routes.h"

#include "server/http/routes/route_groups.h"

namespace orderdeck::server::http::routes {

std::vector<Route> portal_routes(const Services& services) {
    std::vector<Route> routes;
    add_health_routes(routes, services);
    add_log_in_routes(routes, services);
    add_session_routes(routes, services);
    add_own_settings_routes(routes, services);
    add_own_password_routes(routes, services);
    add_own_session_routes(routes, services);
    add_sync_routes(routes, services);
    add_order_routes(routes, services);
    add_export_routes(routes, services);
    add_print_routes(routes, services);
    add_inbox_routes(routes, services);
    add_repair_routes(routes, services);
    add_page_routes(routes, services);
    return routes;
}

} // namespace orderdeck::server::http::routes
