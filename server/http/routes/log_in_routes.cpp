#include "server/auth/secret.h"
#include "server/http/negotiation.h"
#include "server/http/routes/route_groups.h"
#include "server/http/site/login_page.h"

namespace orderdeck::server::http::routes {
namespace {

constexpr std::string_view kStartPage = "/orders";

/// Only what a person may land on after logging in; everything else becomes the list of orders.
std::string_view safe_next(std::string_view next) {
    const bool usable = is_same_origin_path(next) && next != "/" && !next.starts_with("/login") &&
                        !next.starts_with("/logout") && !next.starts_with("/api/");
    return usable ? next : kStartPage;
}

/// The language asked for in the address, else chosen before on this page, else wanted by the browser.
i18n::Language language_of(const Call& call, const SitePolicy& policy) {
    std::vector<std::string> wanted;
    if (const auto asked = call.query.find("lang")) wanted.emplace_back(*asked);
    if (const auto chosen = cookie(call.request, policy.cookie_name(kLanguageCookie)))
        wanted.emplace_back(*chosen);
    const std::vector<std::string> accepted =
        accepted_languages(call.request.headers.value("Accept-Language"));
    wanted.insert(wanted.end(), accepted.begin(), accepted.end());
    return i18n::language_for(wanted);
}

/// The page with a fresh secret in form and cookie: another site can make a browser send neither of them back right.
Response log_in_page(const Services& services, const Call& call, int status, site::LogInPage page) {
    const site::StaticFile* file = services.site.page("login.html");
    if (file == nullptr) return problem(problems::kNotFound);
    const i18n::Language language = language_of(call, services.policy);
    const std::string csrf = auth::new_secret();
    page.csrf = csrf;
    Response response = Response::html(status, site::render_login(file->plain, page, language));
    response.headers.set("Content-Language", language.tag());
    response.headers.set("Vary", "Accept-Language, Cookie");
    response.headers.add("Set-Cookie", services.policy.set_cookie(kLogInCookie, csrf, -1));
    if (call.query.find("lang")) {
        response.headers.add("Set-Cookie", services.policy.set_cookie(kLanguageCookie, language.tag(), -1));
    }
    return response;
}

base::Result<Response> show(const Services& services, const Call& call) {
    const std::string_view next = safe_next(call.query.value("next"));
    const auto secret = cookie(call.request, services.policy.cookie_name(kSessionCookie));
    if (secret && services.authenticator.by_session(*secret, call.now)) return Response::see_other(next);
    return log_in_page(services, call, 200, {.csrf = {}, .next = next, .email = {}});
}

Response logged_in(const Services& services, std::string_view session, std::string_view next) {
    Response response = Response::see_other(next);
    response.headers.add("Set-Cookie", services.policy.set_cookie(kSessionCookie, session,
                                                                  auth::kSessionLasts.whole_seconds()));
    response.headers.add("Set-Cookie", services.policy.set_cookie(kLogInCookie, "", 0));
    return response;
}

base::Result<Response> submit(const Services& services, const Call& call) {
    const Parameters form = TRY(Parameters::parse(call.body));
    site::LogInPage page{.csrf = {}, .next = safe_next(form.value("next")), .email = form.value("email")};
    const auto expected = cookie(call.request, services.policy.cookie_name(kLogInCookie)).value_or("");
    if (!auth::equal_secrets(form.value("csrf"), expected)) {
        page.notice = site::LogInNotice::expired;
        return log_in_page(services, call, 403, page);
    }
    const std::string address = client_address(call.request, services.policy);
    const auto outcome = services.log_in.attempt({.email = form.value("email"),
                                                  .password = form.value("password"),
                                                  .remote_address = address,
                                                  .user_agent = call.request.headers.value("User-Agent")},
                                                 call.now);
    if (!outcome && outcome.error().code != base::ErrorCode::unavailable)
        return base::Failure{outcome.error()};
    if (!outcome) {
        services.log_error(outcome.error());
        page.notice = site::LogInNotice::busy;
        return log_in_page(services, call, 503, page);
    }
    switch (outcome->kind) {
    case auth::LogInOutcome::Kind::logged_in: return logged_in(services, outcome->session, page.next);
    case auth::LogInOutcome::Kind::refused:
        page.notice = site::LogInNotice::refused;
        return log_in_page(services, call, 401, page);
    case auth::LogInOutcome::Kind::must_wait: break;
    }
    page.notice = site::LogInNotice::must_wait;
    page.wait_seconds = outcome->wait.whole_seconds() + 1;
    Response response = log_in_page(services, call, 429, page);
    response.headers.set("Retry-After", std::to_string(page.wait_seconds));
    return response;
}

base::Result<Response> log_out(const Services& services, const Call& call) {
    const auto secret = cookie(call.request, services.policy.cookie_name(kSessionCookie)).value_or("");
    TRY(services.authenticator.end_session(secret));
    Response response = Response::see_other("/login");
    response.headers.add("Set-Cookie", services.policy.set_cookie(kSessionCookie, "", 0));
    response.headers.set("Clear-Site-Data", kClearEverything);
    return response;
}

} // namespace

void add_log_in_routes(std::vector<Route>& routes, const Services& services) {
    routes.push_back({Method::get, "/login", Access::everybody, BodyKind::none,
                      [services](const Call& call) { return show(services, call); }});
    routes.push_back({Method::post, "/login", Access::everybody, BodyKind::form,
                      [services](const Call& call) { return submit(services, call); }});
    routes.push_back({Method::post, "/logout", Access::session_page, BodyKind::form,
                      [services](const Call& call) { return log_out(services, call); }});
}

} // namespace orderdeck::server::http::routes
