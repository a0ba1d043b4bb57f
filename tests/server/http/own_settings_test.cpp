#include "tests/server/http/own_account.h"

#include <catch2/matchers/catch_matchers_string.hpp>

namespace orderdeck::test {
namespace {

using Catch::Matchers::StartsWith;

domain::OwnSettings wanted_settings() {
    domain::OwnSettings settings{.name = "Anna-Lena", .language = "zh-CN", .time_zone = "Asia/Shanghai"};
    settings.notifications = {.mail = domain::MailRhythm::immediately,
                              .events = {domain::NotificationEvent::delay},
                              .quiet_from = 22 * 60,
                              .quiet_until = 7 * 60};
    return settings;
}

} // namespace

TEST_CASE("settings begin with what the operator entered, and every notification once a day") {
    OwnAccount anna;
    const RawResponse response = anna.get(api::kOwnSettingsPath, {anna.session});
    CHECK(response.status == 200);
    CHECK(response.header("Cache-Control") == "no-store");
    CHECK(
        response.body ==
        R"({"email":"anna@example.com","name":"Anna Schmidt","language":"en","time_zone":"","notifications":)"
        R"({"mail":"daily","events":["promise_moved","delay","shipped","delivered","message"],)"
        R"("quiet_from":null,"quiet_until":null},"mail_available":false})");
}

TEST_CASE("saved settings are answered as they are stored and in force at once on every device") {
    OwnAccount anna;
    const Header other = anna.log_in("anna@example.com");
    REQUIRE(anna.status_of(other) == 200);
    domain::OwnSettings typed = wanted_settings();
    typed.name = "  Anna-Lena ";
    const RawResponse saved = anna.save(typed);
    REQUIRE(saved.status == 200);
    CHECK(api::decode_own_settings_info(saved.body).value().settings == wanted_settings());
    CHECK(anna.get(api::kOwnSettingsPath, {other}).body == saved.body);
    for (const Header& device : {anna.session, other}) {
        const auto session = api::decode_session(anna.get(api::kSessionPath, {device}).body).value();
        CHECK(session.user_name == "Anna-Lena");
        CHECK(session.language == "zh-CN");
        CHECK(session.time_zone == "Asia/Shanghai");
    }
}

TEST_CASE("the log-in page of the device speaks the language that its person chose") {
    OwnAccount anna;
    domain::OwnSettings settings = wanted_settings();
    const std::string cookie = "lang=" + cookie_of(anna.save(settings), "lang");
    CHECK(anna.get("/login", {{"Cookie", cookie}}).header("Content-Language") == "zh-CN");
    settings.language.clear();
    CHECK_THAT(anna.save(settings).header("Set-Cookie"),
               StartsWith("lang=; ") && Catch::Matchers::ContainsSubstring("Max-Age=0"));
}

TEST_CASE("settings with faults are refused whole, and every field is named") {
    OwnAccount anna;
    domain::OwnSettings settings = wanted_settings();
    settings.name = " ";
    settings.language = "xx";
    settings.notifications.quiet_until.reset();
    const RawResponse refused = anna.save(settings);
    CHECK(refused.status == 422);
    const auto problem = api::decode_problem(refused.body).value();
    CHECK(problem.code == api::kInvalidFields);
    CHECK(api::settings_errors(problem) ==
          std::vector<domain::FieldError>{{domain::SettingsField::name, domain::FieldFault::empty},
                                          {domain::SettingsField::language, domain::FieldFault::unknown},
                                          {domain::SettingsField::quiet_until, domain::FieldFault::empty}});
    CHECK(api::decode_session(anna.get(api::kSessionPath, {anna.session}).body).value().user_name ==
          "Anna Schmidt");
    settings = wanted_settings();
    settings.name = std::string(81, 'a');
    CHECK(only_error(anna.save(settings)) == "name too_long");
    settings.name = "a\x01z";
    CHECK(only_error(anna.save(settings)) == "name unreadable");
}

TEST_CASE("a body that no form sends is refused before anything is changed") {
    OwnAccount anna;
    for (const std::string body : {"{", "[]", "{}", R"({"name":1})"}) {
        CAPTURE(body);
        CHECK(anna.call("PUT", api::kOwnSettingsPath, body).status == 400);
    }
    domain::OwnSettings settings = wanted_settings();
    settings.name = std::string(20'000, 'a');
    CHECK(anna.save(settings).status == 413);
    RawRequest form = anna.page_request("PUT", api::kOwnSettingsPath, anna.session, "name=Anna");
    form.headers.back().second = "application/x-www-form-urlencoded";
    CHECK(anna.post(form).status == 415);
}

TEST_CASE(
    "nothing of one's own is changed without the token of a page, from another site, or by a bearer token") {
    OwnAccount anna;
    const std::string settings = api::encode_own_settings(wanted_settings());
    const std::string password = api::encode_password_change(
        {.current_password = std::string(kPassword), .new_password = std::string(kNextPassword)});
    const Header other = anna.log_in("anna@example.com");
    const std::string bearer = "Bearer " + anna.add_token(anna.add_account("other", "Other"), "erp");
    const std::vector<RawRequest> calls = {
        anna.page_request("PUT", api::kOwnSettingsPath, anna.session, settings),
        anna.page_request("POST", api::kPasswordPath, anna.session, password),
        anna.page_request("DELETE", api::kSessionsPath, anna.session),
        anna.page_request("DELETE", api::session_path(anna.sessions().back().id), anna.session)};
    for (const RawRequest& call : calls) {
        CAPTURE(call.method, call.target);
        RawRequest without_token = call;
        without_token.headers.erase(without_token.headers.begin() + 2);
        CHECK(anna.post(without_token).status == 403);
        RawRequest with_other_token = call;
        with_other_token.headers[2].second = anna.page_request("DELETE", "/", other).headers[2].second;
        CHECK(anna.post(with_other_token).status == 403);
        RawRequest from_elsewhere = call;
        from_elsewhere.headers[1].second = "cross-site";
        CHECK(anna.post(from_elsewhere).status == 403);
        RawRequest by_token = call;
        by_token.headers[0] = {"Authorization", bearer};
        CHECK(anna.post(by_token).status == 401);
        RawRequest by_nobody = call;
        by_nobody.headers[0] = {"X-Nobody", "1"};
        CHECK(anna.post(by_nobody).status == 401);
    }
    CHECK(anna.status_of(other) == 200);
    CHECK(anna.sessions().size() == 2);
    CHECK(api::decode_session(anna.get(api::kSessionPath, {anna.session}).body).value().user_name ==
          "Anna Schmidt");
    CHECK(anna.log_in("anna@example.com") != anna.session); // with the password that it was
}

TEST_CASE("the address of the settings is a page, also through the log-in page") {
    OwnAccount anna;
    CHECK(anna.get("/settings", {anna.session}).status == 200);
    CHECK(anna.get("/settings?section=devices").header("Location") ==
          "/login?next=%2Fsettings%3Fsection%3Ddevices");
    CHECK(anna.get("/login?next=%2Fsettings", {anna.session}).header("Location") == "/settings");
}

} // namespace orderdeck::test
