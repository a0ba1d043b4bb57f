#include "server/http/routes/own_bodies.h"
#include "server/http/routes/route_groups.h"
#include "server/persistence/sqlite/identity/settings_store.h"
#include "shared/api/own_settings.h"
#include "shared/i18n/language.h"

namespace orderdeck::server::http::routes {
namespace {

using persistence::sqlite::identity::SettingsStore;

/// Whether this server can send mail. It has no mailer yet, so there is nothing that an operator could configure; the form
/// says so instead of promising letters. The one place that changes with the mailer.
constexpr bool kMailAvailable = false;

Response settings_response(const auth::Principal& person, domain::OwnSettings settings) {
    return Response::json(api::encode_own_settings_info(
        {.email = person.email, .settings = std::move(settings), .mail_available = kMailAvailable}));
}

base::Result<Response> show(const Services& services, const Call& call) {
    return settings_response(*call.principal, TRY(SettingsStore(services.store).find(call.principal->user)));
}

base::Result<Response> save(const Services& services, const Call& call) {
    TRY(check_own_body(call));
    domain::OwnSettings settings = domain::tidied(TRY(api::decode_own_settings(call.body)));
    const std::vector<domain::FieldError> errors = domain::check(settings, i18n::language_tags());
    if (!errors.empty()) return invalid_fields(api::field_problems(errors));
    TRY(SettingsStore(services.store).save(call.principal->user, settings));
    services.authenticator.forget(call.principal->user);
    // The log-in page of this device speaks the language from now on, where one was chosen.
    const std::string cookie =
        services.policy.set_cookie(kLanguageCookie, settings.language, settings.language.empty() ? 0 : -1);
    Response response = settings_response(*call.principal, std::move(settings));
    response.headers.add("Set-Cookie", cookie);
    return response;
}

} // namespace

void add_own_settings_routes(std::vector<Route>& routes, const Services& services) {
    routes.push_back({Method::get, api::kOwnSettingsPath, Access::session, BodyKind::none,
                      [services](const Call& call) { return show(services, call); }});
    routes.push_back({Method::put, api::kOwnSettingsPath, Access::session, BodyKind::json,
                      [services](const Call& call) { return save(services, call); }});
}

} // namespace orderdeck::server::http::routes
