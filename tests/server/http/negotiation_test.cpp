#include "server/http/negotiation.h"

#include "server/http/policy.h"
#include "server/http/response.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::server::http {

TEST_CASE("a coding is taken when it is named or covered by a star, and not when its weight is zero") {
    CHECK(accepts_encoding("gzip, deflate, br", "br"));
    CHECK(accepts_encoding("GZIP;q=0.5", "gzip"));
    CHECK(accepts_encoding("*", "br"));
    CHECK_FALSE(accepts_encoding("gzip", "br"));
    CHECK_FALSE(accepts_encoding("", "gzip"));
    CHECK_FALSE(accepts_encoding("br;q=0, *", "br"));
    CHECK_FALSE(accepts_encoding("br;q=0.000", "br"));
    CHECK(accepts_encoding("gzip;q=0666666666669666666", "gzip"));
    CHECK_FALSE(accepts_encoding("gzip;q=-3", "gzip"));
}

TEST_CASE("languages are sorted by weight and keep their order where it is equal") {
    using Tags = std::vector<std::string>;
    CHECK(accepted_languages("en;q=0.7, zh-CN, fr;q=0.9, de;q=0, *;q=0.1") == Tags{"zh-CN", "fr", "en"});
    CHECK(accepted_languages("").empty());
    CHECK(accepted_languages(std::string(5000, ',') + "a").size() == 1);
}

TEST_CASE("entity tags compare weakly and in lists") {
    CHECK(matches_etag("\"a\", W/\"b\"", "\"b\""));
    CHECK(matches_etag("*", "\"b\""));
    CHECK_FALSE(matches_etag("\"a\"", "\"b\""));
    CHECK_FALSE(matches_etag("", "\"b\""));
}

TEST_CASE("a header value with a line break is dropped whole") {
    Headers headers;
    headers.set("Location", "/a\r\nSet-Cookie: s=stolen");
    CHECK_FALSE(headers.has("location"));
    headers.set("Location", "/a");
    headers.set("LOCATION", "/b");
    CHECK(headers.count("Location") == 1);
    CHECK(headers.value("location") == "/b");
}

TEST_CASE("a cookie that is there twice counts as absent") {
    Request request;
    request.headers.add("Cookie", "a=1; s=one; b=2");
    CHECK(cookie(request, "s") == "one");
    CHECK(cookie(request, "x") == std::nullopt);
    request.headers.set("Cookie", "s=one; s=two");
    CHECK(cookie(request, "s") == std::nullopt);
}

TEST_CASE("with an https address cookies are bound to the host and HSTS is sent, without it neither") {
    SitePolicy plain;
    CHECK(plain.set_cookie("s", "x", 60) == "s=x; Path=/; HttpOnly; SameSite=Lax; Max-Age=60");
    SitePolicy secure{.public_url = Origin::parse("https://portal.example").value()};
    CHECK(secure.set_cookie("s", "x", -1) == "__Host-s=x; Path=/; HttpOnly; SameSite=Lax; Secure");
    Headers headers;
    add_security_headers(headers, secure);
    CHECK(headers.value("Strict-Transport-Security") == "max-age=31536000");
    Headers other;
    add_security_headers(other, plain);
    CHECK_FALSE(other.has("Strict-Transport-Security"));
}

TEST_CASE("only the configured host and loopback are answered") {
    SitePolicy plain;
    CHECK(plain.knows_host("localhost:8080"));
    CHECK_FALSE(plain.knows_host("portal.example"));
    CHECK_FALSE(plain.knows_host(""));
    SitePolicy secure{.public_url = Origin::parse("https://portal.example").value()};
    CHECK(secure.knows_host("portal.example"));
    CHECK(secure.knows_host("127.0.0.1:8080"));
    CHECK_FALSE(secure.knows_host("evil.example"));
    SitePolicy open{.public_url = std::nullopt, .hosts = HostCheck::any};
    CHECK(open.knows_host("192.168.1.7:8080"));
}

TEST_CASE("only our own proxy is believed about the address of a client") {
    const SitePolicy plain;
    const SitePolicy secure{.public_url = Origin::parse("https://portal.example").value()};
    Request request;
    request.remote_address = "127.0.0.1";
    CHECK(client_address(request, secure) == "127.0.0.1");
    request.headers.set("X-Real-IP", "203.0.113.7");
    CHECK(client_address(request, secure) == "203.0.113.7");
    CHECK(client_address(request, plain) == "127.0.0.1");
    request.remote_address = "198.51.100.1";
    CHECK(client_address(request, secure) == "198.51.100.1");
}

TEST_CASE("an unsafe request must come from a page of ours") {
    const SitePolicy policy;
    Request request;
    request.headers.add("Host", "127.0.0.1:8080");
    CHECK_FALSE(is_same_origin_request(request, policy));
    request.headers.set("Origin", "http://127.0.0.1:8080");
    CHECK(is_same_origin_request(request, policy));
    request.headers.set("Origin", "http://127.0.0.1:9090");
    CHECK_FALSE(is_same_origin_request(request, policy));
    request.headers.set("Origin", "null");
    CHECK_FALSE(is_same_origin_request(request, policy));
    request.headers.set("Sec-Fetch-Site", "same-origin");
    CHECK(is_same_origin_request(request, policy));
    for (const auto* site : {"cross-site", "same-site", "none"}) {
        request.headers.set("Sec-Fetch-Site", site);
        CHECK_FALSE(is_same_origin_request(request, policy));
    }
}

} // namespace orderdeck::server::http
