#include "server/http/routes/granted_accounts.h"
#include "server/http/routes/own_bodies.h"
#include "server/http/routes/route_groups.h"
#include "shared/api/own_settings.h"

namespace orderdeck::server::http::routes {
namespace {

using Kind = auth::PasswordOutcome::Kind;

base::Result<std::vector<std::string>> account_words(const Services& services,
                                                     const auth::Principal& principal) {
    std::vector<std::string> words;
    for (const domain::Account& account : TRY(granted_accounts(services.store, principal))) {
        words.push_back(account.code);
        words.push_back(account.name.text);
        for (const auto& translation : account.name.translations)
            words.push_back(translation.second);
    }
    return words;
}

Response changed(const Services& services, const auth::PasswordOutcome& outcome) {
    services.log_event(OperatorEvent::password_changed, outcome.sessions_ended);
    Response response = Response::empty(204);
    response.headers.add("Set-Cookie", services.policy.set_cookie(kSessionCookie, outcome.session,
                                                                  auth::kSessionLasts.whole_seconds()));
    return response;
}

base::Result<Response> change(const Services& services, const Call& call) {
    TRY(check_own_body(call));
    const api::PasswordChange wanted = TRY(api::decode_password_change(call.body));
    const std::vector<std::string> words = TRY(account_words(services, *call.principal));
    const std::string address = client_address(call.request, services.policy);
    const auto session = cookie(call.request, services.policy.cookie_name(kSessionCookie)).value_or("");
    const auth::PasswordOutcome outcome =
        TRY(services.change_password.attempt({.person = *call.principal,
                                              .session = session,
                                              .current_password = wanted.current_password,
                                              .new_password = wanted.new_password,
                                              .remote_address = address,
                                              .account_words = words},
                                             call.now));
    switch (outcome.kind) {
    case Kind::changed: return changed(services, outcome);
    case Kind::refused:
        return invalid_fields({{std::string(api::kNewPasswordField), std::string(name_of(outcome.fault))}});
    case Kind::wrong:
        services.log_event(OperatorEvent::password_refused, 0);
        return invalid_fields({{std::string(api::kCurrentPasswordField), std::string(api::kWrong)}});
    case Kind::must_wait: break;
    }
    Response response = problem(problems::kTooManyRequests);
    response.headers.set("Retry-After", std::to_string(outcome.wait.whole_seconds() + 1));
    return response;
}

} // namespace

void add_own_password_routes(std::vector<Route>& routes, const Services& services) {
    routes.push_back({Method::post, api::kPasswordPath, Access::session, BodyKind::json,
                      [services](const Call& call) { return change(services, call); }});
}

} // namespace orderdeck::server::http::routes
