#include "server/http/routes/route_groups.h"
#include "shared/base/utf8.h"
#include "shared/json/writer.h"

namespace orderdeck::server::http::routes {
namespace {

constexpr std::size_t kLongestName = 200;

/// The name of the file as its sender calls it; it is for people only.
std::string file_name_of(const Call& call) {
    const std::string_view name = call.query.value("name");
    const bool is_fit = !name.empty() && name.size() <= kLongestName && base::is_valid_utf8(name);
    return is_fit ? std::string(name) : std::string(call.path.text("feed"));
}

/// 200 when nothing is left to do, 202 when the file is kept and waits for something or somebody.
base::Result<Response> deliver(const Services& services, const Call& call) {
    if (!services.deliver) return base::fail(base::ErrorCode::not_found, "this server takes no files");
    const Delivery delivery =
        TRY(services.deliver(std::string(call.path.text("feed")), file_name_of(call), call.body, call.now));
    json::Writer json;
    json.begin_object().field("message", std::to_string(delivery.message)).field("state", delivery.state);
    json.field("reason", delivery.reason);
    json.field("rows", delivery.rows).field("rows_rejected", delivery.rows_rejected);
    json.field("known_before", delivery.was_known).end_object();
    Response response = Response::json(json.take());
    const bool is_done = delivery.state.starts_with("applied") || delivery.state == "ignored";
    if (!is_done || delivery.rows_rejected > 0) response.status = 202;
    return response;
}

} // namespace

void add_inbox_routes(std::vector<Route>& routes, const Services& services) {
    routes.push_back({Method::put, "/api/v1/inbox/{feed}", Access::feed_token, BodyKind::file,
                      [services](const Call& call) { return deliver(services, call); }});
}

} // namespace orderdeck::server::http::routes
