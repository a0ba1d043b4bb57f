#pragma once

#include "server/http/routes/portal_routes.h"

namespace orderdeck::server::http::routes {

/// Each adds its rows to the table.
void add_health_routes(std::vector<Route>& routes, const Services& services);
void add_log_in_routes(std::vector<Route>& routes, const Services& services);
void add_session_routes(std::vector<Route>& routes, const Services& services);
void add_own_settings_routes(std::vector<Route>& routes, const Services& services);
void add_own_password_routes(std::vector<Route>& routes, const Services& services);
void add_own_session_routes(std::vector<Route>& routes, const Services& services);
void add_sync_routes(std::vector<Route>& routes, const Services& services);
void add_order_routes(std::vector<Route>& routes, const Services& services);
void add_export_routes(std::vector<Route>& routes, const Services& services);
void add_print_routes(std::vector<Route>& routes, const Services& services);
void add_inbox_routes(std::vector<Route>& routes, const Services& services);
void add_repair_routes(std::vector<Route>& routes, const Services& services);
void add_page_routes(std::vector<Route>& routes, const Services& services);

} // namespace orderdeck::server::http::routes
