#include "server/http/policy.h"

namespace orderdeck::server::http {
namespace {

constexpr std::string_view kContentSecurityPolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; "
    "connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'";

} // namespace

bool SitePolicy::knows_host(std::string_view authority) const {
    const std::string host = host_without_port(authority);
    if (host.empty()) return false;
    // Health checks and the proxy in front reach us by loopback, whatever our public name is.
    if (is_loopback_host(host)) return true;
    if (public_url) return host == public_url->host;
    return hosts == HostCheck::any;
}

std::string SitePolicy::origin_for(std::string_view authority) const {
    return public_url ? public_url->to_string() : "http://" + std::string(authority);
}

std::string SitePolicy::cookie_name(std::string_view base_name) const {
    return (is_https() ? "__Host-" : "") + std::string(base_name);
}

std::string SitePolicy::set_cookie(std::string_view base_name, std::string_view value,
                                   std::int64_t max_age_seconds) const {
    std::string text = cookie_name(base_name) + "=" + std::string(value) + "; Path=/; HttpOnly; SameSite=Lax";
    if (is_https()) text += "; Secure";
    if (max_age_seconds >= 0) text += "; Max-Age=" + std::to_string(max_age_seconds);
    return text;
}

bool is_same_origin_request(const Request& request, const SitePolicy& policy) {
    if (const auto site = request.headers.find("Sec-Fetch-Site")) return *site == "same-origin";
    const auto origin = request.headers.find("Origin");
    return origin && *origin == policy.origin_for(request.headers.value("Host"));
}

std::string client_address(const Request& request, const SitePolicy& policy) {
    const std::string_view told = request.headers.value("X-Real-IP");
    const std::string_view peer = request.remote_address;
    const bool by_proxy = policy.public_url && (is_loopback_host(peer) || peer == "::ffff:127.0.0.1");
    return std::string(by_proxy && !told.empty() ? told : peer);
}

void add_security_headers(Headers& headers, const SitePolicy& policy) {
    headers.add("Content-Security-Policy", kContentSecurityPolicy);
    headers.add("Cross-Origin-Opener-Policy", "same-origin");
    headers.add("Cross-Origin-Resource-Policy", "same-origin");
    headers.add("X-Content-Type-Options", "nosniff");
    headers.add("Referrer-Policy", "no-referrer");
    headers.add("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (policy.is_https()) headers.add("Strict-Transport-Security", "max-age=31536000");
    if (!headers.has("Cache-Control")) headers.add("Cache-Control", "no-store");
}

} // namespace orderdeck::server::http
