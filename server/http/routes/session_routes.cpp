#include "server/http/routes/granted_accounts.h"
#include "server/http/routes/route_groups.h"
#include "shared/api/session.h"

namespace orderdeck::server::http::routes {
namespace {

/// The names of the accounts that were granted, in the person's language.
base::Result<std::string> granted_names(const Services& services, const auth::Principal& principal) {
    std::string names;
    for (const domain::Account& account : TRY(granted_accounts(services.store, principal))) {
        if (!names.empty()) names += ", ";
        names += account.name.in(principal.language);
    }
    return names;
}

base::Result<Response> session(const Services& services, const Call& call) {
    const auth::Principal& principal = *call.principal;
    return Response::json(api::encode_session({.user_name = principal.name,
                                               .email = principal.email,
                                               .language = principal.language,
                                               .time_zone = principal.time_zone,
                                               .account_name = TRY(granted_names(services, principal)),
                                               .csrf_token = principal.csrf,
                                               .server_time = call.now,
                                               .is_staff = principal.is_staff}));
}

} // namespace

void add_session_routes(std::vector<Route>& routes, const Services& services) {
    routes.push_back({Method::get, api::kSessionPath, Access::session, BodyKind::none,
                      [services](const Call& call) { return session(services, call); }});
}

} // namespace orderdeck::server::http::routes
