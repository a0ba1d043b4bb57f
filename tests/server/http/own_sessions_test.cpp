#include "server/persistence/sqlite/identity/user_store.h"
#include "tests/server/http/own_account.h"
#include "tests/support/boot_path.h"

#include <catch2/matchers/catch_matchers_string.hpp>

namespace orderdeck::test {
namespace {

using Catch::Matchers::ContainsSubstring;

constexpr std::string_view kFirefox =
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

bool is_told_to_wipe(const RawResponse& response) {
    const auto problem = api::decode_problem(response.body);
    return response.status == 401 && problem && problem->wipe;
}

} // namespace

TEST_CASE("a person sees the own devices, the last used first") {
    OwnAccount anna;
    anna.advance(base::Duration::hours(1));
    const Header desk = anna.log_in("anna@example.com", kPassword, kFirefox);
    anna.advance(base::Duration::hours(1));
    const auto of_desk = anna.get(api::kSessionsPath, {desk});
    const auto sessions = api::decode_sessions(of_desk.body).value();
    REQUIRE(sessions.size() == 2);
    CHECK(sessions[0] == api::SessionEntry{.id = sessions[0].id,
                                           .browser = "Firefox",
                                           .system = "Linux",
                                           .created_at = anna.now() - base::Duration::hours(1),
                                           .seen_at = anna.now(),
                                           .current = true});
    CHECK(sessions[1].browser.empty());
    CHECK(sessions[1].created_at == anna.now() - base::Duration::hours(2));
    CHECK_FALSE(sessions[1].current);
    anna.advance(base::Duration::minutes(10));
    CHECK(anna.sessions()[0].current); // now the other one was used
    CHECK(of_desk.raw.find(desk.second.substr(2)) == std::string::npos);
}

TEST_CASE("sessions that ended by themselves are not listed, and never more than a hundred") {
    OwnAccount anna;
    anna.advance(base::Duration::hours(13));
    anna.session = anna.log_in("anna@example.com");
    CHECK(anna.sessions().size() == 1);
    for (int i = 0; i < 120; ++i)
        anna.log_in("anna@example.com");
    CHECK(anna.sessions().size() == 100);
}

TEST_CASE("a session that is ended from elsewhere is out at its next contact and erases its copy") {
    OwnAccount anna;
    const Header phone = anna.log_in("anna@example.com");
    REQUIRE(anna.status_of(phone) == 200); // and so it is in the cache
    std::string id;
    for (const api::SessionEntry& entry : anna.sessions()) {
        if (!entry.current) id = entry.id;
    }
    const RawResponse ended = anna.call("DELETE", api::session_path(id));
    CHECK(ended.status == 204);
    CHECK(ended.header("Set-Cookie").empty());
    CHECK(is_told_to_wipe(anna.get(test::boot_path(), {phone})));
    const RawResponse page = anna.get("/orders/17", {phone});
    CHECK(page.status == 303);
    CHECK(page.header("Location") == "/login?next=%2Forders%2F17");
    CHECK(page.header("Clear-Site-Data") == "\"cookies\", \"storage\"");
    CHECK(anna.status_of(anna.session) == 200);
    CHECK(anna.sessions().size() == 1);
    CHECK(anna.call("DELETE", api::session_path(id)).status == 404);
    CHECK_THAT(anna.log(), ContainsSubstring(" event sessions_ended sessions_ended=1\n") &&
                               ContainsSubstring("DELETE /api/v1/me/sessions/{session} 204"));
    CHECK(anna.log().find(id) == std::string::npos);
}

TEST_CASE("a device that was away for days is told as well, until its cookie is gone") {
    OwnAccount anna;
    const Header phone = anna.log_in("anna@example.com");
    anna.advance(base::Duration::days(3));
    CHECK(anna.get(api::kSessionPath, {phone}).status == 401);
    CHECK_FALSE(is_told_to_wipe(anna.get(api::kSessionPath, {phone})));
    anna.session = anna.log_in("anna@example.com");
    REQUIRE(anna.call("DELETE", api::kSessionsPath).status == 204);
    CHECK(is_told_to_wipe(anna.get(api::kSessionPath, {phone})));
    anna.advance(base::Duration::days(26));
    anna.log_in("anna@example.com"); // with its housekeeping
    CHECK(is_told_to_wipe(anna.get(api::kSessionPath, {phone})));
    anna.advance(base::Duration::days(1));
    CHECK_FALSE(is_told_to_wipe(anna.get(api::kSessionPath, {phone})));
}

TEST_CASE("a disabled person's device that lay idle is told to erase its copy") {
    OwnAccount anna;
    anna.advance(base::Duration::hours(13));
    server::persistence::sqlite::identity::UserStore users(anna.store());
    REQUIRE(users.disable(users.find_by_email("anna@example.com").value()->id, anna.now()).has_value());
    CHECK(is_told_to_wipe(anna.get(api::kSessionPath, {anna.session})));
}

TEST_CASE("all other sessions end together, and this one goes on") {
    OwnAccount anna;
    const Header phone = anna.log_in("anna@example.com");
    const Header tablet = anna.log_in("anna@example.com");
    REQUIRE(anna.status_of(phone) == 200);
    CHECK(anna.call("DELETE", api::kSessionsPath).status == 204);
    CHECK(is_told_to_wipe(anna.get(api::kSessionPath, {phone})));
    CHECK(is_told_to_wipe(anna.get(api::kSessionPath, {tablet})));
    CHECK(anna.status_of(anna.session) == 200);
    CHECK(anna.sessions().size() == 1);
    CHECK_THAT(anna.log(), ContainsSubstring(" event sessions_ended sessions_ended=2\n"));
    CHECK(anna.call("DELETE", api::kSessionsPath).status == 204);
}

TEST_CASE("who ends the session that asks has logged out") {
    OwnAccount anna;
    const RawResponse ended = anna.call("DELETE", api::session_path(anna.sessions().front().id));
    CHECK(ended.status == 204);
    CHECK_THAT(ended.header("Set-Cookie"), ContainsSubstring("s=; ") && ContainsSubstring("Max-Age=0"));
    CHECK(ended.header("Clear-Site-Data") == "\"cookies\", \"storage\"");
    CHECK(anna.status_of(anna.session) == 401);
}

TEST_CASE("a device whose session was ended can log in again") {
    OwnAccount anna;
    const Header phone = anna.log_in("anna@example.com");
    REQUIRE(anna.call("DELETE", api::kSessionsPath).status == 204);
    RawRequest form = anna.log_in_request("anna@example.com", kPassword);
    form.headers[0].second += "; " + phone.second;
    const RawResponse again = anna.post(form);
    CHECK(again.status == 303);
    CHECK(anna.status_of({"Cookie", "s=" + cookie_of(again, "s")}) == 200);
}

} // namespace orderdeck::test
