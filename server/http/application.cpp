#include "server/http/application.h"

#include "server/auth/secret.h"
#include "server/http/guards.h"
#include "server/http/page.h"
#include "shared/api/session.h"
#include "shared/base/text.h"
#include "shared/base/utf8.h"

#include <algorithm>
#include <array>

namespace orderdeck::server::http {
namespace {

std::string_view name_of(Refusal why) {
    switch (why) {
    case Refusal::shed: return "(shed)";
    case Refusal::unreadable: return "(unreadable)";
    case Refusal::exception: return "(exception)";
    }
    return "(?)";
}

/// 401 that makes the program in the browser erase its copy of what this person may not see any more.
Response withdrawn() {
    const Problem& what = problems::kUnauthenticated;
    return problem(api::Problem{.status = what.status,
                                .code = std::string(what.code),
                                .title = std::string(what.title),
                                .detail = {},
                                .resync = std::nullopt,
                                .wipe = true});
}

Problem problem_of(base::ErrorCode code) {
    switch (code) {
    case base::ErrorCode::not_found:
    case base::ErrorCode::forbidden: return problems::kNotFound;
    case base::ErrorCode::unauthenticated: return problems::kUnauthenticated;
    case base::ErrorCode::rate_limited: return problems::kTooManyRequests;
    case base::ErrorCode::unavailable:
    case base::ErrorCode::io: return problems::kUnavailable; // a full disk, which somebody will mend
    case base::ErrorCode::too_large: return problems::kTooLarge;
    case base::ErrorCode::invalid: return problems::kBadRequest;
    case base::ErrorCode::out_of_range:
    case base::ErrorCode::already_exists:
    case base::ErrorCode::conflict:
    case base::ErrorCode::unsupported:
    case base::ErrorCode::corrupt:
    case base::ErrorCode::internal: return problems::kInternal;
    }
    return problems::kInternal;
}

std::optional<std::string_view> bearer_token(const Request& request) {
    constexpr std::string_view kScheme = "bearer ";
    const std::string_view value = request.headers.value("Authorization");
    // RFC 9110, 11.1: the scheme's case does not matter.
    if (base::to_lower_ascii(value.substr(0, kScheme.size())) != kScheme) return std::nullopt;
    return value.substr(kScheme.size());
}

std::string_view expected_media_type(BodyKind body) {
    switch (body) {
    case BodyKind::none: return {};
    case BodyKind::form: return "application/x-www-form-urlencoded";
    case BodyKind::json: return "application/json";
    case BodyKind::file: return {};
    }
    return {};
}

/// Forms of other sites could send text/plain and form data; a delivery names what it is.
constexpr std::array<std::string_view, 9> kFileTypes = {
    "text/csv",          "text/tab-separated-values", "text/xml",
    "application/xml",   "application/json",          "application/gzip",
    "application/x-tar", "application/x-ndjson",      "application/octet-stream"};

bool is_expected(std::string_view media_type, BodyKind body) {
    if (body != BodyKind::file) return media_type == expected_media_type(body);
    return std::find(kFileTypes.begin(), kFileTypes.end(), media_type) != kFileTypes.end();
}

BodyBound bound_of(BodyKind body) {
    return body == BodyKind::file ? BodyBound::delivery : BodyBound::ordinary;
}

/// A place among the deliveries under way, for as long as it lives; none is asked for without slots.
class DeliverySlot {
public:
    explicit DeliverySlot(DeliverySlots* slots)
        : slots_(slots), held_(slots != nullptr && slots->try_acquire()) {}
    DeliverySlot(const DeliverySlot&) = delete;
    DeliverySlot& operator=(const DeliverySlot&) = delete;
    ~DeliverySlot() {
        if (held_) slots_->release();
    }
    bool is_refused() const { return slots_ != nullptr && !held_; }

private:
    DeliverySlots* slots_;
    bool held_;
};

Response problem_with_retry(const Problem& what) {
    Response response = problem(what);
    if (what.status == 503 || what.status == 429) response.headers.set("Retry-After", "2");
    return response;
}

/// The token in the page that sent this: a form carries it as a field, a script as a header, which other sites cannot
/// set without a permission that we never give.
bool carries_page_token(const Call& call, BodyKind body) {
    if (body != BodyKind::form) {
        return auth::equal_secrets(call.request.headers.value(api::kCsrfHeader), call.principal->csrf);
    }
    const auto form = Parameters::parse(call.body);
    return form && auth::equal_secrets(form->value("csrf"), call.principal->csrf);
}

} // namespace

Application::Application(Router router, const auth::Authenticator& authenticator, ApplicationOptions options)
    : router_(std::move(router)), authenticator_(authenticator), options_(std::move(options)) {}

Response Application::handle(const Request& request) const {
    const base::Timestamp started = options_.clock();
    Outcome outcome = dispatch(request);
    add_security_headers(outcome.response.headers, options_.policy);
    if (options_.log) {
        options_.log({.at = started,
                      .method = name_of(request.method),
                      .pattern = outcome.pattern,
                      .status = outcome.response.status,
                      .bytes = outcome.response.body.size(),
                      .took = options_.clock() - started});
    }
    return std::move(outcome.response);
}

Response Application::refuse(const Problem& what, Refusal why, std::string_view detail) const {
    Response response = problem(what);
    add_security_headers(response.headers, options_.policy);
    if (!detail.empty()) log_error(detail);
    if (options_.log) {
        options_.log({.at = options_.clock(),
                      .method = {},
                      .pattern = name_of(why),
                      .status = response.status,
                      .bytes = response.body.size(),
                      .took = {}});
    }
    return response;
}

void Application::log_error(std::string_view text) const {
    if (options_.log_error) options_.log_error(to_error_line(options_.clock(), text));
}

Application::Outcome Application::dispatch(const Request& request) const {
    const auto target = Target::parse(request.target);
    const RouteMatch match = target ? router_.match(request.method, target->segments) : RouteMatch{};
    const bool is_delivery = match.route != nullptr && match.route->body == BodyKind::file;
    const BodyRules body{.longest = is_delivery ? options_.max_delivery : options_.max_body,
                         .may_be_chunked = is_delivery};
    if (const auto refused = refused_by_guards(request, options_.policy, body)) return {problem(*refused)};
    if (!target) return {when_malformed(request)};
    if (match.route != nullptr) {
        const std::string_view pattern = match.route->pattern;
        return {serve(request, *target, match), pattern};
    }
    if (match.allowed.empty()) return {not_found(request, options_.not_found_page)};
    if (request.method != Method::options) return {method_not_allowed(request, match.allowed)};
    Response response = Response::empty(204);
    response.headers.set("Allow", match.allowed);
    return {std::move(response)};
}

Response Application::when_malformed(const Request& request) const {
    if (!wants_page(request)) return problem(problems::kBadRequest);
    const std::string meant = canonical_target(request.target);
    const auto target = Target::parse(meant);
    const bool exists = target && !is_unsafe(request.method) && is_same_origin_path(meant) &&
                        router_.match(request.method, target->segments).route != nullptr;
    return exists ? Response::moved(meant) : not_found(request, options_.not_found_page);
}

base::Result<std::optional<auth::Principal>>
Application::authenticate(const RouteMatch& match, const Request& request, base::Timestamp now) const {
    const Route& route = *match.route;
    if (route.access == Access::everybody) return std::optional<auth::Principal>{};
    if (route.access == Access::feed_token) {
        const std::string feed = TRY(authenticator_.feed_of(bearer_token(request).value_or("")));
        if (feed == match.parameters.text("feed")) return std::optional<auth::Principal>{};
        return base::fail(base::ErrorCode::not_found, "the token delivers to another feed");
    }
    if (route.access == Access::session_or_token && request.headers.has("Authorization")) {
        return std::optional(TRY(authenticator_.by_bearer(bearer_token(request).value_or(""), now)));
    }
    const std::string_view session =
        cookie(request, options_.policy.cookie_name(kSessionCookie)).value_or("");
    auto person = TRY(authenticator_.by_session(session, now));
    if (route.access == Access::staff && !person.is_staff)
        return base::fail(base::ErrorCode::not_found, "only staff may see this");
    return std::optional(std::move(person));
}

Response Application::serve(const Request& request, const Target& target, const RouteMatch& match) const {
    const Route& route = *match.route;
    const base::Timestamp now = options_.clock();
    auto principal = authenticate(match, request, now);
    if (!principal) return when_not_authenticated(route, request, principal.error());
    const bool by_token = route.access == Access::feed_token ||
                          (*principal && (*principal)->kind == auth::PrincipalKind::token);
    if (is_unsafe(route.method) && !by_token && !is_same_origin_request(request, options_.policy)) {
        return problem(problems::kCrossSite);
    }
    Call call{.request = request,
              .query = target.query,
              .path = match.parameters,
              .body = {},
              .principal = std::move(*principal),
              .now = now};
    const DeliverySlot slot(route.body == BodyKind::file ? &deliveries_ : nullptr);
    if (slot.is_refused()) return problem_with_retry(problems::kUnavailable);
    if (route.body != BodyKind::none) {
        if (!is_expected(media_type(request.headers.value("Content-Type")), route.body)) {
            return problem(problems::kUnsupportedMediaType);
        }
        auto body = request.read_body(bound_of(route.body));
        if (!body) return failure(body.error());
        call.body = std::move(*body);
    }
    if (is_unsafe(route.method) && call.principal && !by_token && !carries_page_token(call, route.body)) {
        return problem(problems::kCrossSite);
    }
    auto response = route.handler(call);
    return response ? std::move(*response) : failure(response.error());
}

Response Application::when_not_authenticated(const Route& route, const Request& request,
                                             const base::Error& error) const {
    if (error.code == base::ErrorCode::not_found) return not_found(request, options_.not_found_page);
    const bool is_withdrawn = error.code == base::ErrorCode::forbidden;
    if (error.code != base::ErrorCode::unauthenticated && !is_withdrawn) return failure(error);
    if (route.access == Access::session_page) {
        // What a form has sent is not sent again by the link that the log-in page follows.
        Response page =
            Response::see_other(is_unsafe(route.method) ? std::string("/login")
                                                        : "/login?next=" + percent_encode(request.target));
        if (is_withdrawn) page.headers.set("Clear-Site-Data", kClearEverything);
        return page;
    }
    Response response = is_withdrawn ? withdrawn() : problem(problems::kUnauthenticated);
    if (route.access == Access::session_or_token || route.access == Access::feed_token)
        response.headers.set("WWW-Authenticate", "Bearer");
    return response;
}

Response Application::failure(const base::Error& error) const {
    const Problem what = problem_of(error.code);
    if (what.status >= 500) log_error(base::describe(error));
    return problem_with_retry(what);
}

std::string to_error_line(base::Timestamp at, std::string_view text) {
    constexpr std::size_t kLongest = 500;
    std::string line = at.to_string() + " error " + std::string(base::truncate_utf8(text, kLongest));
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; },
        ' ');
    return line;
}

std::string to_log_line(const AccessRecord& record) {
    std::string line = record.at.to_string();
    line += ' ';
    line += record.method.empty() ? "?" : record.method;
    line += ' ';
    line += record.pattern;
    line += ' ' + std::to_string(record.status) + ' ' + std::to_string(record.bytes) + ' ' +
            std::to_string(record.took.count()) + "ms";
    return line;
}

} // namespace orderdeck::server::http
