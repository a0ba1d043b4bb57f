#include "server/http/gzip.h"
#include "server/http/routes/order_json.h"
#include "server/http/routes/route_groups.h"
#include "server/persistence/sqlite/order_store.h"
#include "shared/base/parse_number.h"

namespace orderdeck::server::http::routes {
namespace {

constexpr int kDefaultOrders = 20;
constexpr int kMostOrders = 200;
constexpr std::size_t kLongestSearch = 200;

base::Result<persistence::sqlite::OrderQuery> query_of(const Call& call) {
    persistence::sqlite::OrderQuery query{.after = {}, .limit = kDefaultOrders, .search = {}};
    if (const auto limit = call.query.find("limit")) {
        const std::int64_t wanted = TRY(base::parse_int(*limit));
        if (wanted < 1 || wanted > kMostOrders)
            return base::fail(base::ErrorCode::invalid, "limit is 1 to 200");
        query.limit = static_cast<int>(wanted);
    }
    if (const auto cursor = call.query.find("cursor")) query.after = TRY(decode_position(*cursor));
    query.search = call.query.value("q");
    if (query.search.size() > kLongestSearch) return base::fail(base::ErrorCode::invalid, "q is too long");
    return query;
}

base::Result<Response> list(const Services& services, const Call& call) {
    const auto query = query_of(call);
    if (!query) return problem(problems::kBadParameter, "Known are limit (1 to 200), cursor and q.");
    auto lease = TRY(services.store.read());
    const auto snapshot = TRY(lease.snapshot());
    persistence::sqlite::OrderStore orders(*lease);
    Response response = Response::json(to_json(TRY(orders.page(call.principal->scope, *query)), call.now));
    compress_for(call.request, response);
    return response;
}

base::Result<Response> detail(const Services& services, const Call& call) {
    auto lease = TRY(services.store.read());
    const auto snapshot = TRY(lease.snapshot());
    persistence::sqlite::OrderStore orders(*lease);
    const domain::OrderId id(call.path.id("id"));
    Response response = Response::json(to_json(TRY(orders.detail(call.principal->scope, id)), call.now));
    compress_for(call.request, response);
    return response;
}

} // namespace

void add_order_routes(std::vector<Route>& routes, const Services& services) {
    routes.push_back({Method::get, "/api/v1/orders", Access::session_or_token, BodyKind::none,
                      [services](const Call& call) { return list(services, call); }});
    routes.push_back({Method::get, "/api/v1/orders/{id:id}", Access::session_or_token, BodyKind::none,
                      [services](const Call& call) { return detail(services, call); }});
}

} // namespace orderdeck::server::http::routes
