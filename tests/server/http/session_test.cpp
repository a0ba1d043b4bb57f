#include "shared/api/session.h"
#include "tests/server/http/with_user.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace orderdeck::test {
namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

std::string csrf_of(WithUser& fixture, const std::pair<std::string, std::string>& session) {
    const auto info = api::decode_session(fixture.get("/api/v1/session", {session}).body);
    REQUIRE(info.has_value());
    return info->csrf_token;
}

RawRequest log_out_request(const std::pair<std::string, std::string>& session, std::string_view csrf) {
    return {.method = "POST",
            .target = "/logout",
            .headers = {session,
                        {"Sec-Fetch-Site", "same-origin"},
                        {"Content-Type", "application/x-www-form-urlencoded"}},
            .body = "csrf=" + std::string(csrf)};
}

} // namespace

TEST_CASE("the session says who is logged in") {
    WithUser fixture;
    const auto session = fixture.log_in("anna@example.com");
    const RawResponse response = fixture.get("/api/v1/session", {session});
    CHECK(response.status == 200);
    CHECK(response.header("Cache-Control") == "no-store");
    const auto info = api::decode_session(response.body);
    REQUIRE(info.has_value());
    CHECK(info->user_name == "Anna Schmidt");
    CHECK(info->email == "anna@example.com");
    CHECK(info->account_name == "Muster-Werke");
    CHECK(info->server_time == fixture.now());
    CHECK(fixture.get("/api/v1/session").status == 401);
}

TEST_CASE("logging out ends the session and clears the browser") {
    WithUser fixture;
    const auto session = fixture.log_in("anna@example.com");
    const std::string csrf = csrf_of(fixture, session);
    const RawResponse response = request(fixture.port(), log_out_request(session, csrf));
    CHECK(response.status == 303);
    CHECK(response.header("Location") == "/login");
    CHECK(response.header("Clear-Site-Data") == "\"cookies\", \"storage\"");
    CHECK_THAT(response.header("Set-Cookie"), StartsWith("s=; ") && ContainsSubstring("Max-Age=0"));
    CHECK(fixture.get("/api/v1/session", {session}).status == 401);
    CHECK(fixture.get("/orders", {session}).status == 303);
}

TEST_CASE("logging out needs the secret of the session's pages") {
    WithUser fixture;
    const auto session = fixture.log_in("anna@example.com");
    const auto other = fixture.log_in("anna@example.com");
    CHECK(request(fixture.port(), log_out_request(session, csrf_of(fixture, other))).status == 403);
    CHECK(request(fixture.port(), log_out_request(session, "")).status == 403);
    RawRequest foreign = log_out_request(session, csrf_of(fixture, session));
    foreign.headers[1].second = "cross-site";
    CHECK(request(fixture.port(), foreign).status == 403);
    CHECK(fixture.get("/api/v1/session", {session}).status == 200);
}

TEST_CASE("a session ends after twelve idle hours, and after thirty days at the latest") {
    WithUser fixture;
    const auto idle = fixture.log_in("anna@example.com");
    fixture.advance(base::Duration::hours(11));
    CHECK(fixture.get("/api/v1/session", {idle}).status == 200);
    fixture.advance(base::Duration::hours(11));
    CHECK(fixture.get("/api/v1/session", {idle}).status == 200);
    fixture.advance(base::Duration::hours(12));
    CHECK(fixture.get("/api/v1/session", {idle}).status == 401);

    const auto busy = fixture.log_in("anna@example.com");
    for (int day = 0; day < 60; ++day) {
        CHECK(fixture.get("/api/v1/session", {busy}).status == 200);
        fixture.advance(base::Duration::hours(11));
    }
    fixture.advance(base::Duration::hours(60));
    CHECK(fixture.get("/api/v1/session", {busy}).status == 401);
}

TEST_CASE("a person who is disabled or loses the last grant is out within a second") {
    WithUser fixture;
    const auto session = fixture.log_in("anna@example.com");
    CHECK(fixture.get("/api/v1/session", {session}).status == 200);
    {
        auto lease = fixture.store().write().value();
        REQUIRE(lease->execute("UPDATE user_grant SET valid_to = ?", fixture.now()).has_value());
        REQUIRE(lease.commit().has_value());
    }
    fixture.advance(base::Duration::seconds(1));
    CHECK(fixture.get("/api/v1/session", {session}).status == 401);
}

} // namespace orderdeck::test
