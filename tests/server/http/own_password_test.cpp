#include "tests/server/http/own_account.h"

#include <catch2/matchers/catch_matchers_string.hpp>

namespace orderdeck::test {
namespace {

using Catch::Matchers::ContainsSubstring;

Header session_in(const RawResponse& response) { return {"Cookie", "s=" + cookie_of(response, "s")}; }

int log_in_status(OwnAccount& anna, std::string_view password) {
    return anna.post(anna.log_in_request("anna@example.com", password)).status;
}

} // namespace

TEST_CASE("a changed password opens, the old one does not, and this device goes on with a new secret") {
    OwnAccount anna;
    const std::string csrf = anna.page_request("PUT", "/", anna.session).headers[2].second;
    const std::string id = anna.sessions().front().id;
    const RawResponse changed = anna.change_password(kPassword, kNextPassword);
    REQUIRE(changed.status == 204);
    CHECK(changed.body.empty());
    CHECK_THAT(changed.header("Set-Cookie"),
               ContainsSubstring("; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000"));
    const Header renewed = session_in(changed);
    CHECK(renewed != anna.session);
    CHECK(anna.status_of(anna.session) == 401);
    CHECK(anna.status_of(renewed) == 200);
    CHECK(anna.page_request("PUT", "/", renewed).headers[2].second != csrf);
    anna.session = renewed;
    REQUIRE(anna.sessions().size() == 1);
    CHECK(anna.sessions().front().id == id);
    CHECK(anna.sessions().front().current);
    CHECK(log_in_status(anna, kPassword) == 401);
    CHECK(log_in_status(anna, kNextPassword) == 303);
    auto row = anna.store().read().value();
    CHECK(row->query_int("SELECT count(*) FROM app_user WHERE password_hash LIKE '$argon2id$%'").value() ==
          1);
}

TEST_CASE("a changed password logs all other devices out, and they erase their copy") {
    OwnAccount anna;
    const Header phone = anna.log_in("anna@example.com");
    const Header tablet = anna.log_in("anna@example.com");
    REQUIRE(anna.status_of(phone) == 200); // and so it is in the cache
    const RawResponse changed = anna.change_password(kPassword, kNextPassword);
    REQUIRE(changed.status == 204);
    for (const Header& device : {phone, tablet}) {
        const RawResponse out = anna.get("/api/v1/session", {device});
        CHECK(out.status == 401);
        CHECK(api::decode_problem(out.body).value().wipe);
    }
    CHECK(anna.status_of(session_in(changed)) == 200);
    CHECK_THAT(anna.log(), ContainsSubstring(" event password_changed sessions_ended=2\n"));
}

TEST_CASE("a wrong current password is a fault of that field and changes nothing") {
    OwnAccount anna;
    const Header phone = anna.log_in("anna@example.com");
    const RawResponse refused = anna.change_password("not the password", kNextPassword);
    CHECK(only_error(refused) == "current_password wrong");
    CHECK(cookie_of(refused, "s").empty());
    CHECK(anna.status_of(anna.session) == 200);
    CHECK(anna.status_of(phone) == 200);
    CHECK(log_in_status(anna, kPassword) == 303);
    CHECK(only_error(anna.change_password("", kNextPassword)) == "current_password wrong");
    CHECK(only_error(anna.change_password(std::string(4000, 'a'), kNextPassword)) ==
          "current_password wrong");
}

TEST_CASE("a new password is held against the rules, the person and the account") {
    OwnAccount anna;
    const auto fault_of = [&](std::string_view password) {
        return only_error(anna.change_password(kPassword, password));
    };
    CHECK(fault_of("short") == "new_password too_short");
    CHECK(fault_of(std::string(64, 'q') + "r" + std::string(64, 's')) == "new_password too_long");
    CHECK(fault_of("correcthorsebatterystaple") == "new_password well_known");
    CHECK(fault_of("anna schmidt 1") == "new_password own_words");
    CHECK(fault_of("Muster-Werke 12") == "new_password own_words");
    CHECK(fault_of(kPassword) == "new_password same_as_before");
    CHECK(log_in_status(anna, kPassword) == 303);
}

TEST_CASE("current passwords are guessed here no faster than at the log-in page") {
    OwnAccount anna;
    for (int i = 0; i < 5; ++i)
        CHECK(only_error(anna.change_password("wrong", kNextPassword)) == "current_password wrong");
    const RawResponse slowed = anna.change_password(kPassword, kNextPassword);
    CHECK(slowed.status == 429);
    CHECK(slowed.header("Retry-After") == "2");
    CHECK(log_in_status(anna, kPassword) == 429);
    anna.advance(base::Duration::seconds(2));
    CHECK(anna.change_password(kPassword, kNextPassword).status == 204);
    CHECK(log_in_status(anna, kNextPassword) == 303);
}

TEST_CASE("wrong log-ins slow down the change of the password as well") {
    OwnAccount anna;
    for (int i = 0; i < 5; ++i)
        REQUIRE(log_in_status(anna, "wrong") == 401);
    CHECK(anna.change_password(kPassword, kNextPassword).status == 429);
}

TEST_CASE("the log says that a password was changed or refused, and nothing of whom or what") {
    OwnAccount anna;
    anna.change_password("not the password", kNextPassword);
    const RawResponse changed = anna.change_password(kPassword, kNextPassword);
    REQUIRE(changed.status == 204);
    const std::string log = anna.log();
    CHECK_THAT(log, ContainsSubstring("2026-11-22T10:00:00Z event password_refused sessions_ended=0\n") &&
                        ContainsSubstring("2026-11-22T10:00:00Z event password_changed sessions_ended=0\n"));
    for (const std::string_view text :
         {std::string_view("anna"), kPassword, kNextPassword, std::string_view("not the password"),
          std::string_view("127.0.0.1")}) {
        CAPTURE(text);
        CHECK(log.find(text) == std::string::npos);
    }
    CHECK(log.find(cookie_of(changed, "s")) == std::string::npos);
}

} // namespace orderdeck::test
