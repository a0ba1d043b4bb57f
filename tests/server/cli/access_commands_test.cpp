#include "server/auth/authenticator.h"
#include "server/auth/log_in.h"
#include "server/cli/add_user.h"
#include "server/cli/serve.h"
#include "server/persistence/sqlite/account_store.h"
#include "tests/server/support/portal_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <sstream>

namespace orderdeck::test {
namespace {

using namespace server;

base::Result<domain::UserId> add(PortalFixture& fixture, const cli::NewUser& user, const std::string& input) {
    std::istringstream stream(input);
    return cli::add_user(fixture.store(), user, stream, auth::HashCost::minimum(), fixture.now());
}

} // namespace

TEST_CASE("a person added by command can log in with the first line of the input") {
    PortalFixture fixture;
    fixture.add_account("muster", "Muster-Werke");
    REQUIRE(add(fixture, {.account = "muster", .email = "Anna@Example.com", .name = {}},
                "nine green bottles 42\r\nsecond line\n")
                .has_value());
    const auto session = fixture.log_in("anna@example.com", "nine green bottles 42");
    CHECK(fixture.get("/api/v1/session", {session}).body.find("\"name\":\"anna\"") != std::string::npos);
}

TEST_CASE("a person is refused with the reason, and nothing is written") {
    PortalFixture fixture;
    fixture.add_account("muster", "Muster-Werke");
    const std::string good = "nine green bottles 42\n";
    CHECK(add(fixture, {.account = "nowhere", .email = "a@example.com", .name = {}}, good).error().code ==
          base::ErrorCode::not_found);
    for (const std::string email :
         {"", "anna", "@example.com", "anna@", "a b@example.com", "a@b@c", "a@b\nc"}) {
        CAPTURE(email);
        CHECK(add(fixture, {.account = "muster", .email = email, .name = {}}, good).error().code ==
              base::ErrorCode::invalid);
    }
    for (const std::string input :
         {"", "\n", "short\n", "password1234\n", "muster-werke\n", "Muster-Werke 1\n"}) {
        CAPTURE(input);
        CHECK(add(fixture, {.account = "muster", .email = "a@example.com", .name = {}}, input).error().code ==
              base::ErrorCode::invalid);
    }
    CHECK(fixture.store().read().value()->query_int("SELECT count(*) FROM app_user").value() == 0);
    REQUIRE(add(fixture, {.account = "muster", .email = "a@example.com", .name = {}}, good).has_value());
    CHECK(add(fixture, {.account = "muster", .email = "A@example.com", .name = {}}, good).error().code ==
          base::ErrorCode::already_exists);
}

TEST_CASE("a token made by command reads the account and is stored as a hash only") {
    PortalFixture fixture;
    fixture.add_account("muster", "Muster-Werke");
    const auto token = cli::add_token(fixture.store(), {.account = "muster", .label = "ERP"}, fixture.now());
    REQUIRE(token.has_value());
    CHECK(token->starts_with("odt_"));
    CHECK(fixture.get("/api/v1/orders", {{"Authorization", "Bearer " + *token}}).status == 200);
    CHECK(fixture.store().read().value()->query_int("SELECT length(token_hash) FROM api_token").value() ==
          32);
    CHECK_FALSE(
        cli::add_token(fixture.store(), {.account = "nowhere", .label = {}}, fixture.now()).has_value());
}

TEST_CASE("serving beyond this machine without HTTPS is refused unless it is asked for") {
    TemporaryFolder folder;
    std::ostringstream out;
    std::ostringstream log;
    const auto refused = cli::serve(
        {.data_folder = folder.path(), .site_folder = folder.path(), .address = "0.0.0.0", .public_url = {}},
        out, log);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message.find("--public-url") != std::string::npos);
    const auto wrong = cli::serve(
        {.data_folder = folder.path(), .site_folder = folder.path(), .public_url = "portal.example"}, out,
        log);
    REQUIRE_FALSE(wrong.has_value());
    CHECK(wrong.error().code == base::ErrorCode::invalid);
    const auto no_site =
        cli::serve({.data_folder = folder.path(), .site_folder = folder.path(), .public_url = {}}, out, log);
    REQUIRE_FALSE(no_site.has_value());
    CHECK(no_site.error().message.find("--site") != std::string::npos);
    CHECK(out.str().empty());
}

} // namespace orderdeck::test
