#include "server/http/gzip.h"
#include "server/http/routes/route_groups.h"
#include "server/sync/feed_page.h"
#include "shared/api/sync_page.h"
#include "shared/base/parse_number.h"

#include <algorithm>

namespace orderdeck::server::http::routes {
namespace {

/// Whatever is wrong with a number in the address, the request is at fault.
base::Result<std::int64_t> number_of(std::string_view text) {
    const auto number = base::parse_int(text);
    if (!number) return base::fail(base::ErrorCode::invalid, number.error().message);
    return *number;
}

base::Result<int> limit_of(const Call& call) {
    const auto text = call.query.find("limit");
    if (!text) return sync::kDefaultRows;
    const std::int64_t limit = TRY(number_of(*text));
    if (limit < 1 || limit > sync::kMostRows)
        return base::fail(base::ErrorCode::invalid, "limit out of range");
    return static_cast<int>(limit);
}

Response page_response(const Call& call, sync::Page page) {
    Response response = Response::of(200, api::kSyncPageType, std::move(page.body));
    response.headers.set("ETag", page.etag);
    response.headers.set("Cache-Control", "private, no-store");
    compress_for(call.request, response);
    return response;
}

/// 410 says that time did it, 409 that something else changed; both lead to a boot.
Response resync_response(api::Resync why) {
    const Problem& what = why == api::Resync::retention ? problems::kGone : problems::kResync;
    return problem(api::Problem{.status = what.status,
                                .code = std::string(what.code),
                                .title = std::string(what.title),
                                .detail = {},
                                .resync = why,
                                .wipe = false});
}

base::Result<Response> pull(const Services& services, const Call& call) {
    const sync::PullRequest request{.cursor = call.query.value("c"),
                                    .limit = TRY(limit_of(call)),
                                    .if_none_match = call.request.headers.value("If-None-Match")};
    sync::PullAnswer answer =
        TRY(sync::pull(services.store, services.heads, call.principal->scope, request, call.now));
    if (auto* page = std::get_if<sync::Page>(&answer)) return page_response(call, std::move(*page));
    if (const auto* why = std::get_if<api::Resync>(&answer)) return resync_response(*why);
    Response response = Response::empty(304);
    response.headers.set("ETag", std::get<sync::UpToDate>(answer).etag);
    response.headers.set("Cache-Control", "private, no-store");
    return response;
}

base::Result<Response> boot(const Services& services, const Call& call) {
    const BootSlot slot(services.boot_slots);
    if (!slot.held()) return base::fail(base::ErrorCode::unavailable, "too many boots at once");
    const std::int64_t schema = TRY(number_of(call.query.value("schema")));
    const sync::BootRequest request{.schema =
                                        static_cast<int>(std::clamp<std::int64_t>(schema, 0, 1'000'000)),
                                    .after = call.query.value("after"),
                                    .limit = TRY(limit_of(call))};
    sync::BootAnswer answer = TRY(sync::boot(services.store, call.principal->scope, request, call.now));
    if (auto* page = std::get_if<sync::Page>(&answer)) return page_response(call, std::move(*page));
    if (const auto* why = std::get_if<api::Resync>(&answer)) return resync_response(*why);
    return problem(problems::kClientTooOld);
}

} // namespace

void add_sync_routes(std::vector<Route>& routes, const Services& services) {
    routes.push_back({Method::get, api::kPullPath, Access::session, BodyKind::none,
                      [services](const Call& call) { return pull(services, call); }});
    routes.push_back({Method::get, api::kBootPath, Access::session, BodyKind::none,
                      [services](const Call& call) { return boot(services, call); }});
}

} // namespace orderdeck::server::http::routes
