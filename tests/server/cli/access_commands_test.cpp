#include "server/auth/authenticator.h"
#include "server/auth/log_in.h"
#include "server/cli/access/tokens.h"
#include "server/cli/access/users.h"
#include "server/cli/serve.h"
#include "server/persistence/sqlite/account_store.h"
#include "tests/server/support/portal_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <sstream>

namespace orderdeck::test {
namespace {

using namespace server;

base::Result<domain::UserId> add(PortalFixture& fixture, const cli::access::NewUser& user,
                                 const std::string& input) {
    std::istringstream stream(input);
    return cli::access::add_user(fixture.store(), user, stream, auth::HashCost::minimum(), fixture.now());
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

TEST_CASE("staff without a customer sees the imports and no orders") {
    PortalFixture fixture;
    fixture.add_account("muster", "Muster-Werke");
    for (const std::string email : {"bea@example.com", "ben@example.com"}) {
        REQUIRE(add(fixture,
                    {.account = {},
                     .email = email,
                     .name = {},
                     .role = persistence::sqlite::identity::Role::staff},
                    "nine green bottles 42\n")
                    .has_value());
        const auto session = fixture.log_in(email, "nine green bottles 42");
        CHECK(fixture.get("/api/v1/session", {session}).body.find("\"staff\":true") != std::string::npos);
        CHECK(fixture.get("/api/v1/inbox", {session}).status == 200);
        CHECK(fixture.get("/api/v1/orders", {session}).body.find("\"orders\":[]") != std::string::npos);
    }
    CHECK(fixture.store().read().value()->query_int("SELECT count(*) FROM account").value() == 2);
    CHECK(add(fixture, {.account = {}, .email = "c@example.com", .name = {}}, "nine green bottles 42\n")
              .error()
              .code == base::ErrorCode::not_found);
}

TEST_CASE("a token made by command reads the account and is stored as a hash only") {
    PortalFixture fixture;
    fixture.add_account("muster", "Muster-Werke");
    const auto token = cli::access::add_token(
        fixture.store(), {.account = "muster", .label = "ERP", .feed = {}}, fixture.now());
    REQUIRE(token.has_value());
    CHECK(token->secret.starts_with("odt_"));
    CHECK(fixture.get("/api/v1/orders", {{"Authorization", "Bearer " + token->secret}}).status == 200);
    CHECK(fixture.store().read().value()->query_int("SELECT length(token_hash) FROM api_token").value() ==
          32);
    CHECK_FALSE(cli::access::add_token(fixture.store(), {.account = "nowhere", .label = {}, .feed = {}},
                                       fixture.now())
                    .has_value());
}

TEST_CASE("a token is for reading or for a feed, never for both or neither") {
    PortalFixture fixture;
    fixture.add_account("muster", "Muster-Werke");
    const auto add_token = [&](const cli::access::NewToken& token) {
        return cli::access::add_token(fixture.store(), token, fixture.now());
    };
    CHECK(add_token({.account = "muster", .label = {}, .feed = "erp"}).error().code ==
          base::ErrorCode::invalid);
    CHECK(add_token({.account = {}, .label = {}, .feed = {}}).error().code == base::ErrorCode::invalid);
    for (const std::string& feed : std::vector<std::string>{"../erp", "1234567890123456", "0", "code-map"}) {
        INFO(feed);
        CHECK(add_token({.account = {}, .label = {}, .feed = feed}).error().code == base::ErrorCode::invalid);
    }
    const auto token = add_token({.account = {}, .label = "ERP", .feed = "erp"});
    REQUIRE(token.has_value());
    const auto listed = cli::access::list_tokens(fixture.store()).value();
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].feed == "erp");
    CHECK(listed[0].account_code.empty());
    CHECK(fixture.get("/api/v1/orders", {{"Authorization", "Bearer " + token->secret}}).status == 401);
    CHECK(fixture.get("/api/v1/session", {{"Authorization", "Bearer " + token->secret}}).status == 401);
}

TEST_CASE("a mistyped account is answered with the nearest ones by code and by name") {
    PortalFixture fixture;
    fixture.add_account("nigeria", "Federal Republic of Nigeria");
    fixture.add_account("haiti", "Haiti");
    fixture.add_account("QH", "青禾包装");
    const auto message = [&](const std::string& code) {
        return cli::access::add_token(fixture.store(), {.account = code, .label = {}, .feed = {}},
                                      fixture.now())
            .error()
            .message;
    };
    CHECK(message("nigera") == "There is no account \"nigera\"; did you mean nigeria (Federal Republic of "
                               "Nigeria)? `account list` shows all.");
    CHECK(message("HAITI ").find("did you mean haiti?") != std::string::npos);
    CHECK(message("republic").find("did you mean nigeria (") != std::string::npos);
    CHECK(message("青禾").find("did you mean QH (青禾包装)?") != std::string::npos);
    CHECK(message("zzz") == "There is no account \"zzz\"; `account list` shows all.");
}

TEST_CASE("a disabled person is out at once, the device is told to erase its copy, and only enabling lets "
          "back in") {
    PortalFixture fixture;
    fixture.add_user("anna@example.com", "Anna", fixture.add_account("muster", "Muster-Werke"));
    const auto session = fixture.log_in("anna@example.com");
    REQUIRE(fixture.get("/api/v1/session", {session}).status == 200);
    const auto set = [&](const std::string& email, cli::access::LogInRight right) {
        return cli::access::set_log_in_right(fixture.store(), email, right, fixture.now());
    };
    REQUIRE(set("Anna@example.com", cli::access::LogInRight::withdrawn).has_value());
    fixture.advance(base::Duration::seconds(1));
    const RawResponse refused = fixture.get("/api/v1/session", {session});
    CHECK(refused.status == 401);
    CHECK(refused.body.find("\"wipe\":true") != std::string::npos);
    const RawResponse page = fixture.get("/orders", {session});
    CHECK(page.status == 303);
    CHECK(page.header("Clear-Site-Data") == "\"cookies\", \"storage\"");
    CHECK(request(fixture.port(), fixture.log_in_request("anna@example.com", kPassword)).status == 401);

    REQUIRE(set("anna@example.com", cli::access::LogInRight::granted).has_value());
    const RawResponse old = fixture.get("/api/v1/session", {session});
    CHECK(old.status == 401);
    CHECK(old.body.find("wipe") == std::string::npos);
    fixture.advance(base::Duration::minutes(10));
    CHECK(fixture.get("/api/v1/session", {fixture.log_in("anna@example.com")}).status == 200);
    CHECK(set("nobody@example.com", cli::access::LogInRight::withdrawn).error().code ==
          base::ErrorCode::not_found);
}

TEST_CASE("another password ends the sessions of that person only, and a refused one changes nothing") {
    PortalFixture fixture;
    const auto account = fixture.add_account("muster", "Muster-Werke");
    fixture.add_user("anna@example.com", "Anna", account);
    fixture.add_user("ben@example.com", "Ben", account);
    const auto anna = fixture.log_in("anna@example.com");
    const auto ben = fixture.log_in("ben@example.com");
    const auto change = [&](const std::string& input) {
        std::istringstream stream(input);
        return cli::access::change_password(fixture.store(), "anna@example.com", stream,
                                            auth::HashCost::minimum());
    };
    CHECK(change("short\n").error().code == base::ErrorCode::invalid);
    CHECK(change("anna@example.com\n").error().code == base::ErrorCode::invalid);
    CHECK(change("").error().code == base::ErrorCode::invalid);
    fixture.advance(base::Duration::seconds(1));
    CHECK(fixture.get("/api/v1/session", {anna}).status == 200);
    REQUIRE(change("seven yellow lamps 17\n").has_value());
    fixture.advance(base::Duration::seconds(1));
    CHECK(fixture.get("/api/v1/session", {anna}).status == 401);
    CHECK(fixture.get("/api/v1/session", {ben}).status == 200);
    CHECK(request(fixture.port(), fixture.log_in_request("anna@example.com", kPassword)).status == 401);
    fixture.advance(base::Duration::minutes(10));
    fixture.log_in("anna@example.com", "seven yellow lamps 17");
}

TEST_CASE("a revoked token is refused from the next request on, by its id or by itself") {
    PortalFixture fixture;
    fixture.add_account("muster", "Muster-Werke");
    const auto issue = [&] {
        return cli::access::add_token(fixture.store(), {.account = "muster", .label = "ERP", .feed = {}},
                                      fixture.now())
            .value();
    };
    const auto status = [&](const cli::access::IssuedToken& token) {
        return fixture.get("/api/v1/orders", {{"Authorization", "Bearer " + token.secret}}).status;
    };
    const auto by_id = issue();
    const auto by_itself = issue();
    const auto kept = issue();
    const auto revoke = [&](const std::string& id) {
        return cli::access::revoke_token(fixture.store(), id, fixture.now());
    };
    REQUIRE(revoke(by_id.id).has_value());
    REQUIRE(revoke(by_itself.secret).has_value());
    CHECK(status(by_id) == 401);
    CHECK(status(by_itself) == 401);
    CHECK(status(kept) == 200);
    for (const std::string& id :
         {by_id.id, std::string("000000000000"), std::string(), kept.id.substr(0, 11)})
        CHECK(revoke(id).error().code == base::ErrorCode::not_found);
    const auto tokens = cli::access::list_tokens(fixture.store()).value();
    REQUIRE(tokens.size() == 3);
    for (const auto& token : tokens) {
        CHECK(token.account_code == "muster");
        CHECK(token.label == "ERP");
        CHECK(token.revoked_at.has_value() == (token.id != kept.id));
    }
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
