#pragma once

#include "server/http/headers.h"
#include "server/http/request.h"
#include "server/http/url.h"

#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::server::http {

/// Cookies of ours by their names on plain http; see SitePolicy::cookie_name.
inline constexpr std::string_view kSessionCookie = "s";
inline constexpr std::string_view kLogInCookie = "l";
inline constexpr std::string_view kLanguageCookie = "lang"; ///< of the log-in page

/// Clear-Site-Data for whoever leaves: nothing of the session and of the copy stays on the device.
inline constexpr std::string_view kClearEverything = "\"cookies\", \"storage\"";

/// Which Host headers are answered when no public address is configured. Loopback only stops DNS rebinding: a page of
/// another site whose name is pointed at 127.0.0.1 gets nothing.
enum class HostCheck : std::uint8_t { loopback_only, any };

/// How this server is seen from outside.
struct SitePolicy {
    std::optional<Origin> public_url; ///< --public-url; without it the portal is for this machine
    HostCheck hosts = HostCheck::loopback_only;

    bool is_https() const { return public_url && public_url->scheme == "https"; }
    /// Whether a Host header value names this server.
    bool knows_host(std::string_view authority) const;
    /// The origin from which pages of this portal send requests.
    std::string origin_for(std::string_view authority) const;
    /// "s" on plain http, "__Host-s" on https, where browsers then refuse the cookie from anywhere but this host.
    std::string cookie_name(std::string_view base_name) const;
    /// A Set-Cookie value: HttpOnly, SameSite=Lax, Path=/, Secure on https. A negative age makes a session cookie,
    /// zero deletes it.
    std::string set_cookie(std::string_view base_name, std::string_view value,
                           std::int64_t max_age_seconds) const;
};

/// Whether an unsafe request was made by a page of this portal (OWASP CSRF sheet): Sec-Fetch-Site same-origin where
/// the browser sends it, else Origin equal to ours. A request with neither is refused.
bool is_same_origin_request(const Request& request, const SitePolicy& policy);

/// Who is calling, for throttling: the peer, or what our own proxy says in X-Real-IP when the portal has a public
/// address and the peer is on this machine. From anywhere else that header is a claim and not read.
std::string client_address(const Request& request, const SitePolicy& policy);

/// Adds what every response carries: content security policy, cross-origin isolation, nosniff, referrer and
/// permission policies, HSTS on https, and `no-store` unless the handler decided about caching.
void add_security_headers(Headers& headers, const SitePolicy& policy);

} // namespace orderdeck::server::http
