#include "tests/server/support/portal_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <fstream>

namespace orderdeck::test {
namespace {
constexpr const char* kScript = "/static/app.0123456789ab.js";
}

TEST_CASE("static files are sent in the best prepared coding and kept for ever") {
    PortalFixture fixture;
    const RawResponse plain = fixture.get(kScript);
    CHECK(plain.body == std::string(5000, 'x'));
    CHECK(plain.header("Content-Encoding").empty());
    CHECK(plain.header("Cache-Control") == "public, max-age=31536000, immutable");
    CHECK(plain.header("Content-Type") == "text/javascript; charset=utf-8");
    CHECK(plain.header("Vary") == "Accept-Encoding");
    const RawResponse brotli = fixture.get(kScript, {{"Accept-Encoding", "gzip, deflate, br"}});
    CHECK(brotli.body == "brotli bytes");
    CHECK(brotli.header("Content-Encoding") == "br");
    CHECK(fixture.get(kScript, {{"Accept-Encoding", "gzip"}}).body == "gzip bytes");
}

TEST_CASE("a file that the client has is not sent again") {
    PortalFixture fixture;
    const std::string etag = fixture.get(kScript).header("ETag");
    const RawResponse again = fixture.get(kScript, {{"If-None-Match", etag}});
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(again.header("ETag") == etag);
    CHECK(fixture.get(kScript, {{"If-None-Match", "\"other\""}}).status == 200);
}

TEST_CASE("HEAD has the headers of GET and no body, and the connection goes on") {
    PortalFixture fixture;
    RawConnection connection(fixture.port());
    const auto head = connection.exchange({.method = "HEAD", .target = kScript});
    REQUIRE(head.has_value());
    CHECK(head->status == 200);
    CHECK(head->header("Content-Length") == "5000");
    const auto next = connection.exchange({.method = "GET", .target = "/healthz"});
    REQUIRE(next.has_value());
    CHECK(next->body == "ok\n");
}

TEST_CASE("nothing outside site.json can be reached") {
    PortalFixture fixture;
    const auto* target =
        GENERATE("/static/site.json", "/site.json", "/static/..%2Fsite.json", "/static/%2e%2e/site.json",
                 "/static/app.0123456789ab.js.br", "/index.html", "/login.html", "/static/", "/static");
    CAPTURE(target);
    const int status = fixture.get(target).status;
    CHECK((status == 404 || status == 400));
}

TEST_CASE("an unknown page is a small page for people and a problem document for programs") {
    PortalFixture fixture;
    const RawResponse page = fixture.get("/nowhere", {{"Accept", "text/html,*/*"}});
    CHECK(page.status == 404);
    CHECK(page.header("Content-Type") == "text/html; charset=utf-8");
    CHECK(page.body == fixture.get("/neither", {{"Accept", "text/html,*/*"}}).body);
    const RawResponse document = fixture.get("/api/v1/nowhere", {{"Accept", "text/html"}});
    CHECK(document.status == 404);
    CHECK(document.header("Content-Type") == "application/problem+json");
    CHECK(document.body.find("\"code\":\"not_found\"") != std::string::npos);
}

TEST_CASE("a wrong method is told which ones there are, and OPTIONS answers without opening anything to "
          "other sites") {
    PortalFixture fixture;
    const RawResponse wrong = request(fixture.port(), {.method = "DELETE", .target = "/api/v1/orders"});
    CHECK(wrong.status == 405);
    CHECK(wrong.header("Allow") == "GET, HEAD");
    const RawResponse options = request(fixture.port(), {.method = "OPTIONS",
                                                         .target = "/login",
                                                         .headers = {{"Origin", "https://evil.example"}},
                                                         .body = {}});
    CHECK(options.status == 204);
    CHECK(options.header("Allow") == "GET, HEAD, POST");
    CHECK(options.header("Access-Control-Allow-Origin").empty());
}

TEST_CASE("every answer carries the security headers") {
    PortalFixture fixture;
    const auto* target =
        GENERATE("/login", "/orders", "/nowhere", "/healthz", "/api/v1/session", kScript, "/%zz");
    CAPTURE(target);
    const RawResponse response = fixture.get(target);
    CHECK(response.header("Content-Security-Policy") ==
          "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: "
          "data:; connect-src 'self'; "
          "font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
          "frame-ancestors 'none'");
    CHECK(response.header("Cross-Origin-Opener-Policy") == "same-origin");
    CHECK(response.header("Cross-Origin-Resource-Policy") == "same-origin");
    CHECK(response.header("X-Content-Type-Options") == "nosniff");
    CHECK(response.header("Referrer-Policy") == "no-referrer");
    CHECK_FALSE(response.header("Permissions-Policy").empty());
    CHECK_FALSE(response.header("Cache-Control").empty());
    CHECK(response.header("Strict-Transport-Security").empty());
    CHECK(response.header("Server").empty());
}

TEST_CASE("a site folder without site.json or with a missing file is refused by name") {
    TemporaryFolder folder;
    const auto none = server::http::site::StaticSite::load(folder.path());
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().where.ends_with("site.json"));
    std::ofstream(folder.path() / "site.json")
        << R"({"files": [], "pages": [{"name": "a", "file": "gone.html", "type": "t", "sha256": "0"}]})";
    const auto missing = server::http::site::StaticSite::load(folder.path());
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().where.ends_with("gone.html"));
}

} // namespace orderdeck::test
