#include "shared/api/own_settings.h"

#include <catch2/catch_test_macros.hpp>
#include <random>

using namespace orderdeck::api;
namespace base = orderdeck::base;
using orderdeck::domain::FieldError;
using orderdeck::domain::FieldFault;
using orderdeck::domain::MailRhythm;
using orderdeck::domain::NotificationEvent;
using orderdeck::domain::OwnSettings;
using orderdeck::domain::SettingsField;

namespace {

OwnSettings some_settings() {
    OwnSettings settings{.name = "林 \"Mei\"", .language = "zh-CN", .time_zone = "Asia/Shanghai"};
    settings.notifications = {.mail = MailRhythm::immediately,
                              .events = {NotificationEvent::delay, NotificationEvent::message},
                              .quiet_from = 22 * 60,
                              .quiet_until = 7 * 60};
    return settings;
}

} // namespace

TEST_CASE("own settings have the form that the description of the API promises") {
    const OwnSettingsInfo info{
        .email = "lin@example.org", .settings = some_settings(), .mail_available = true};
    CHECK(encode_own_settings_info(info) ==
          R"({"email":"lin@example.org","name":"林 \"Mei\"","language":"zh-CN","time_zone":"Asia/Shanghai",)"
          R"("notifications":{"mail":"immediately","events":["delay","message"],"quiet_from":"22:00",)"
          R"("quiet_until":"07:00"},"mail_available":true})");
    CHECK(encode_password_change({.current_password = "a", .new_password = "b"}) ==
          R"({"current_password":"a","new_password":"b"})");
    CHECK(encode_sessions({}) == R"({"sessions":[]})");
}

TEST_CASE("settings, whatever was chosen, are read back as they were written") {
    std::mt19937 random(5);
    for (int i = 0; i < 500; ++i) {
        OwnSettings settings = some_settings();
        auto& choices = settings.notifications;
        choices.mail = static_cast<MailRhythm>(random() % orderdeck::domain::kMailRhythmCount);
        choices.events.clear();
        for (const NotificationEvent event : orderdeck::domain::all_notification_events()) {
            if (random() % 2 == 0) choices.events.insert(event);
        }
        choices.quiet_from.reset();
        if (random() % 3 > 0)
            choices.quiet_from = static_cast<int>(random() % orderdeck::domain::kMinutesOfDay);
        const auto body = decode_own_settings(encode_own_settings(settings));
        REQUIRE(body);
        REQUIRE(*body == settings);
        const OwnSettingsInfo info{.email = "e", .settings = settings, .mail_available = random() % 2 == 0};
        const auto again = decode_own_settings_info(encode_own_settings_info(info));
        REQUIRE(again);
        REQUIRE(*again == info);
    }
}

TEST_CASE("settings that no form of ours can send are refused, with the place") {
    const std::string good = encode_own_settings(some_settings());
    const auto with = [&](std::string_view from, std::string_view to) {
        std::string text = good;
        text.replace(text.find(from), from.size(), to);
        const auto decoded = decode_own_settings(text);
        return decoded ? std::string("taken") : decoded.error().where;
    };
    CHECK(with("immediately", "hourly") == "/notifications/mail");
    CHECK(with("\"message\"", "\"gossip\"") == "/notifications/events/1");
    CHECK(with("22:00", "24:00") == "/notifications/quiet_from");
    CHECK(with("\"07:00\"", "420") == "/notifications/quiet_until");
    CHECK(with("\"zh-CN\"", "null") == "/language");
    CHECK(with("\"07:00\"", "null") == "taken");
    CHECK_FALSE(decode_own_settings("[]"));
    CHECK_FALSE(decode_own_settings(""));
}

TEST_CASE("a change of password and the list of sessions are read back as they were written") {
    const PasswordChange change{.current_password = "nine green bottles", .new_password = "十二个字符\n\\"};
    CHECK(decode_password_change(encode_password_change(change)).value() == change);
    CHECK_FALSE(decode_password_change(R"({"current_password":"a"})"));

    const auto at = base::Timestamp::from_seconds(1'795'000'000);
    const std::vector<SessionEntry> sessions = {{.id = "a1",
                                                 .browser = "Firefox",
                                                 .system = "Linux",
                                                 .created_at = at,
                                                 .seen_at = at,
                                                 .current = true},
                                                {.id = "b2",
                                                 .browser = "",
                                                 .system = "",
                                                 .created_at = at,
                                                 .seen_at = at + base::Duration::hours(1)}};
    CHECK(decode_sessions(encode_sessions(sessions)).value() == sessions);
    CHECK(decode_sessions(R"({"sessions":[{"id":"a","browser":"","system":"","created_at":"soon"}]})")
              .error()
              .where == "/sessions/0/created_at");
    CHECK(session_path("a1") == "/api/v1/me/sessions/a1");
}

TEST_CASE("a problem names the fields that are wrong") {
    const std::vector<FieldError> errors = {{SettingsField::name, FieldFault::empty},
                                            {SettingsField::quiet_until, FieldFault::same}};
    Problem problem{.status = 422, .code = std::string(kInvalidFields), .title = "t"};
    problem.errors = field_problems(errors);
    CHECK(encode_problem(problem).ends_with(
        R"("errors":[{"field":"name","code":"empty"},{"field":"quiet_until","code":"same"}]})"));
    CHECK(decode_problem(encode_problem(problem)).value() == problem);
    CHECK(settings_errors(problem) == errors);
    problem.errors.push_back({std::string(kCurrentPasswordField), std::string(kWrong)});
    CHECK(settings_errors(problem) == errors);
    CHECK_FALSE(decode_problem(R"({"status":422,"code":"a","title":"b","errors":[{"field":"name"}]})"));
}
