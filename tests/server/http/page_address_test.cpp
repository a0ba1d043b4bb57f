#include "tests/server/http/with_user.h"
#include "tests/server/support/portal_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace orderdeck::test {
namespace {

const std::pair<std::string, std::string> kBrowser{"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"};

} // namespace

TEST_CASE("a person who mistypes a page's address is led to the page that was meant") {
    PortalFixture fixture;
    const auto [typed, meant] =
        GENERATE(table<const char*, const char*>({{"/orders/", "/orders"},
                                                  {"//orders", "/orders"},
                                                  {"//orders//17//", "/orders/17"},
                                                  {"/settings/", "/settings"},
                                                  {"/orders/?q=a%20b", "/orders?q=a%20b"},
                                                  {"/orders?q=100%", "/orders?q=100%25"},
                                                  {"//", "/"},
                                                  {"/login/?next=%2Forders", "/login?next=%2Forders"}}));
    CAPTURE(typed);
    const RawResponse page = fixture.get(typed, {kBrowser});
    CHECK(page.status == 308);
    CHECK(page.header("Location") == meant);
    CHECK(page.header("Cache-Control") == "no-store");
}

TEST_CASE("an address that no page was meant by is the 404 page for people") {
    PortalFixture fixture;
    const auto* typed =
        GENERATE("/nowhere/", "//nowhere", "/%zz", "/orders%", "/orders/%c3%28", "/%2e%2e/orders",
                 "//\\evil.example", "/orders/abc", "/orders?q=%ff", "/a%0d%0ab");
    CAPTURE(typed);
    const RawResponse page = fixture.get(typed, {kBrowser});
    CHECK(page.status == 404);
    CHECK(page.header("Content-Type") == "text/html; charset=utf-8");
    CHECK(page.header("Location").empty());
}

TEST_CASE("an address that takes another method is a page for people as well") {
    PortalFixture fixture;
    const RawResponse page = fixture.get("/logout", {kBrowser});
    CHECK(page.status == 405);
    CHECK(page.header("Allow") == "POST");
    CHECK(page.header("Content-Type") == "text/html; charset=utf-8");
}

TEST_CASE("a program gets a problem document for a malformed address, and for the API so does everybody") {
    PortalFixture fixture;
    for (const auto* target : {"/orders/", "//orders", "/%zz"}) {
        CAPTURE(target);
        const RawResponse document = fixture.get(target);
        CHECK(document.status == 400);
        CHECK(document.header("Content-Type") == "application/problem+json");
    }
    for (const auto* target : {"/api/v1/orders/", "//api/v1/orders", "/api/v1/%zz"}) {
        CAPTURE(target);
        const RawResponse document = fixture.get(target, {kBrowser});
        CHECK(document.status == 400);
        CHECK(document.header("Content-Type") == "application/problem+json");
    }
}

TEST_CASE("nothing but ASCII stands in a Location header, whatever stood in the address") {
    WithUser fixture;
    CHECK(fixture.get("//orders?q=泵", {kBrowser}).header("Location") == "/orders?q=%E6%B3%B5");
    RawRequest log_in = fixture.log_in_request("anna@example.com", kPassword);
    log_in.body.replace(log_in.body.find("%2Forders"), 9, "%2Forders%3Fq%3D%E6%B3%B5%2525");
    const RawResponse landed = request(fixture.port(), log_in);
    CHECK(landed.status == 303);
    CHECK(landed.header("Location") == "/orders?q=%E6%B3%B5%25");
}

} // namespace orderdeck::test
