#include "tests/server/http/with_user.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace orderdeck::test {

using Catch::Matchers::ContainsSubstring;
using namespace server;

TEST_CASE("a store that is too busy is 503 with a time to come again, and the operator reads why") {
    PortalSetup setup;
    setup.store.readers = 1;
    setup.store.patience = std::chrono::milliseconds(5);
    WithUser fixture(setup);
    const auto session = fixture.log_in("anna@example.com");
    const RawRequest log_in = fixture.log_in_request("anna@example.com", kPassword);
    REQUIRE(fixture.get("/api/v1/session", {session}).status == 200);
    {
        const auto taken = fixture.store().read();
        REQUIRE(taken.has_value());
        const RawResponse busy = fixture.get("/api/v1/orders", {session});
        CHECK(busy.status == 503);
        CHECK(busy.header("Retry-After") == "2");
        CHECK(busy.header("Content-Type") == "application/problem+json");
        CHECK(fixture.get("/readyz").status == 503);
        CHECK(request(fixture.port(), log_in).status == 503);
    }
    CHECK(fixture.get("/api/v1/orders", {session}).status == 200);
    const std::string log = fixture.log();
    CHECK_THAT(log, ContainsSubstring("GET /api/v1/orders 503") && ContainsSubstring("POST /login 503"));
    std::size_t reasons = 0;
    for (std::size_t at = 0; (at = log.find(" error ", at)) != std::string::npos; ++at)
        ++reasons;
    CHECK(reasons == 3);
}

TEST_CASE("what never came to a route is in the log, one line each and without anything of the request") {
    WithUser fixture;
    RawConnection connection(fixture.port());
    connection.send("NONSENSE secret-text\r\n\r\n");
    REQUIRE(connection.receive().has_value());
    const std::string log = fixture.log();
    CHECK_THAT(log, ContainsSubstring("? (unreadable) 400"));
    CHECK(log.find("secret-text") == std::string::npos);
    fixture.portal().application().refuse(http::problems::kUnavailable, http::Refusal::shed);
    fixture.portal().application().refuse(http::problems::kInternal, http::Refusal::exception,
                                          "exception: bad\nalloc");
    CHECK_THAT(fixture.log(), ContainsSubstring("? (shed) 503") && ContainsSubstring("? (exception) 500") &&
                                  ContainsSubstring("error exception: bad alloc\n"));
}

TEST_CASE("a line about a failure is one line of a bounded length, whatever the failure says") {
    const auto at = base::Timestamp::parse("2026-11-22T10:00:00Z").value();
    CHECK(http::to_error_line(at, "a\r\nb\x1b[0m") == "2026-11-22T10:00:00Z error a  b [0m");
    CHECK(http::to_error_line(at, std::string(5000, 'x')).size() < 600);
}

} // namespace orderdeck::test
