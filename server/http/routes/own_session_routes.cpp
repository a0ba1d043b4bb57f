#include "server/http/device_names.h"
#include "server/http/page.h"
#include "server/http/routes/route_groups.h"
#include "shared/api/own_settings.h"

namespace orderdeck::server::http::routes {
namespace {

base::Result<Response> list(const Services& services, const Call& call) {
    const auth::Principal& person = *call.principal;
    std::vector<api::SessionEntry> sessions;
    for (const auto& entry : TRY(services.authenticator.sessions_of(person, call.now))) {
        const DeviceNames device = device_names(entry.user_agent);
        sessions.push_back({.id = entry.public_id,
                            .browser = std::string(device.browser),
                            .system = std::string(device.system),
                            .created_at = entry.created_at,
                            .seen_at = entry.seen_at,
                            .current = entry.public_id == person.session});
    }
    return Response::json(api::encode_sessions(sessions));
}

base::Result<Response> end_one(const Services& services, const Call& call) {
    const auth::Principal& person = *call.principal;
    const std::string_view id = call.path.text("session");
    if (!TRY(services.authenticator.end_session_of(person, id, call.now))) return not_found(call.request);
    services.log_event(OperatorEvent::sessions_ended, 1);
    Response response = Response::empty(204);
    if (id == person.session) {
        response.headers.add("Set-Cookie", services.policy.set_cookie(kSessionCookie, "", 0));
        response.headers.set("Clear-Site-Data", kClearEverything);
    }
    return response;
}

base::Result<Response> end_others(const Services& services, const Call& call) {
    const int ended = TRY(services.authenticator.end_other_sessions(*call.principal, call.now));
    services.log_event(OperatorEvent::sessions_ended, ended);
    return Response::empty(204);
}

} // namespace

void add_own_session_routes(std::vector<Route>& routes, const Services& services) {
    routes.push_back({Method::get, api::kSessionsPath, Access::session, BodyKind::none,
                      [services](const Call& call) { return list(services, call); }});
    routes.push_back({Method::erase, api::kSessionsPath, Access::session, BodyKind::none,
                      [services](const Call& call) { return end_others(services, call); }});
    routes.push_back({Method::erase, "/api/v1/me/sessions/{session}", Access::session, BodyKind::none,
                      [services](const Call& call) { return end_one(services, call); }});
}

} // namespace orderdeck::server::http::routes
