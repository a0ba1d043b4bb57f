#include "server/http/routes/route_groups.h"

namespace orderdeck::server::http::routes {
namespace {

Response plain(int status, std::string_view text) {
    return Response::of(status, "text/plain; charset=utf-8", std::string(text));
}

base::Result<std::int64_t> probe(persistence::sqlite::Store& store) {
    auto lease = TRY(store.read());
    return lease->query_int("SELECT 1");
}

/// Ready means: not stopping, and the store answers. Its schema was brought up to date when it was opened.
base::Result<Response> ready(const Services& services) {
    if (services.draining) return plain(503, "stopping\n");
    const auto answer = probe(services.store);
    if (answer) return plain(200, "ready\n");
    services.log_error(answer.error());
    return plain(503, "no store\n");
}

} // namespace

void add_health_routes(std::vector<Route>& routes, const Services& services) {
    routes.push_back({Method::get, "/healthz", Access::everybody, BodyKind::none,
                      [](const Call&) -> base::Result<Response> { return plain(200, "ok\n"); }});
    routes.push_back({Method::get, "/readyz", Access::everybody, BodyKind::none,
                      [services](const Call&) { return ready(services); }});
}

} // namespace orderdeck::server::http::routes
