#include "server/http/page.h"
#include "server/http/routes/route_groups.h"

#include <array>

namespace orderdeck::server::http::routes {
namespace {

/// Addresses that the program in the browser knows; each is answered with the same shell.
constexpr std::array<std::string_view, 6> kAppPaths = {"/",         "/orders",  "/orders/{id:id}",
                                                       "/settings", "/imports", "/imports/{id:id}"};

base::Result<Response> page(const Services& services, const Call& call, std::string_view name) {
    const site::StaticFile* file = services.site.page(name);
    return file == nullptr ? not_found(call.request) : site::serve(*file, call.request);
}

} // namespace

void add_page_routes(std::vector<Route>& routes, const Services& services) {
    for (const std::string_view path : kAppPaths) {
        routes.push_back({Method::get, path, Access::session_page, BodyKind::none,
                          [services](const Call& call) { return page(services, call, "index.html"); }});
    }
    routes.push_back({Method::get, "/unsupported", Access::everybody, BodyKind::none,
                      [services](const Call& call) { return page(services, call, "unsupported.html"); }});
    routes.push_back({Method::get, "/diag", Access::everybody, BodyKind::none,
                      [services](const Call& call) { return page(services, call, "diag.html"); }});
    routes.push_back({Method::get, "/gallery", Access::everybody, BodyKind::none,
                      [services](const Call& call) { return page(services, call, "gallery.html"); }});
    routes.push_back({Method::get, "/static/{file}", Access::everybody, BodyKind::none,
                      [services](const Call& call) -> base::Result<Response> {
                          const auto* file =
                              services.site.find("/static/" + std::string(call.path.text("file")));
                          return file == nullptr ? not_found(call.request) : site::serve(*file, call.request);
                      }});
}

} // namespace orderdeck::server::http::routes
