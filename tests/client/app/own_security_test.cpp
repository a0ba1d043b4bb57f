#include "tests/client/app/own_settings_samples.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace orderdeck::client::app {

using namespace test;

TEST_CASE("language and zone follow the person and this device remembers them") {
    Model model;
    model.device_transitions = {{0, 60}};
    model.clock.transitions = model.device_transitions;
    api::SessionInfo session;
    session.language = "zh-CN";
    session.time_zone = "Asia/Shanghai";
    const Effects effects = update(model, SessionRead{session});
    CHECK(model.preferences.language == "zh-CN");
    REQUIRE(find_effect<ReadZone>(effects) != nullptr);
    CHECK(find_effect<ReadZone>(effects)->zone == "Asia/Shanghai");
    CHECK(std::count_if(effects.begin(), effects.end(), [](const Effect& effect) {
              return std::holds_alternative<StoreSetting>(effect);
          }) == 2);
    update(model, ZoneRead{"Asia/Shanghai", {{0, 480}}});
    CHECK(model.clock.offset_at(model.clock.now) == base::Duration::minutes(480));
    session.time_zone.clear();
    update(model, SessionRead{session});
    CHECK(model.clock.offset_at(model.clock.now) == base::Duration::minutes(60));
}

TEST_CASE("a zone that this browser does not know leaves the device's in force") {
    Model model;
    update(model, EnvironmentRead{{"en"}, {{0, 60}}, "Europe/Berlin"});
    Preferences preferences;
    preferences.time_zone = "Mars/Olympus";
    update(model, PreferencesRead{preferences});
    update(model, ZoneRead{"Mars/Olympus", {}});
    CHECK(model.clock.offset_at(model.clock.now) == base::Duration::minutes(60));
}

TEST_CASE("a zone in which it is another day lists the orders anew") {
    Model model;
    model.orders.listing.emplace();
    update(model, ClockRead{*base::Timestamp::parse("2026-11-22T20:00:00Z")});
    model.preferences.time_zone = "Asia/Shanghai";
    CHECK(find_effect<ListOrders>(update(model, ZoneRead{"Asia/Shanghai", {{0, 480}}})) != nullptr);
    CHECK(find_effect<ListOrders>(update(model, ZoneRead{"Asia/Shanghai", {{0, 540}}})) == nullptr);
}

TEST_CASE("a weak password is not sent, a wrong current one stands at its field") {
    Model model = opened();
    update(model, PasswordTyped{{"the old one", "short"}});
    CHECK(update(model, ChangePasswordPressed{}).empty());
    CHECK(model.own_settings.wrong_part == SettingsPart::password);
    update(model, PasswordTyped{{"the old one", "huading motors 1"}});
    CHECK(update(model, ChangePasswordPressed{}).empty());
    update(model, PasswordTyped{{"the old one", "seven green kettles sing"}});
    const auto effects = update(model, ChangePasswordPressed{});
    REQUIRE(find_effect<SendRequest>(effects) != nullptr);
    CHECK(update(model, ChangePasswordPressed{}).empty());
    const std::uint32_t attempt = model.own_settings.attempt;
    update(model,
           RequestEnded{Asked::change_password, {}, answer(422, refusal("current_password", "wrong"))});
    CHECK(model.own_settings.password.current_is_wrong);
    CHECK(model.own_settings.attempt == attempt + 1);
    update(model, PasswordTyped{{"the older one", "seven green kettles sing"}});
    CHECK_FALSE(model.own_settings.password.current_is_wrong);
}

TEST_CASE("a changed password empties the fields and reads the session again") {
    Model model = opened();
    update(model, PasswordTyped{{"the old one", "seven green kettles sing"}});
    update(model, ChangePasswordPressed{});
    const Effects effects = update(model, RequestEnded{Asked::change_password, {}, answer(204)});
    CHECK(find_effect<ReadSession>(effects) != nullptr);
    CHECK(model.own_settings.password.typed == api::PasswordChange{});
    CHECK(model.toast->kind == ToastKind::password_changed);
}

TEST_CASE("too many attempts and silence are told, and what was typed stays") {
    Model model = opened();
    update(model, PasswordTyped{{"the old one", "seven green kettles sing"}});
    update(model, ChangePasswordPressed{});
    update(model, RequestEnded{Asked::change_password, {}, answer(429)});
    CHECK(model.own_settings.password.sending == Sending::must_wait);
    update(model, ChangePasswordPressed{});
    update(model, RequestEnded{Asked::change_password, {}, no_answer()});
    CHECK(model.own_settings.password.sending == Sending::unreachable);
    CHECK(model.own_settings.password.typed.current_password == "the old one");
}

TEST_CASE("one session ends at once, the others only after a question") {
    Model model = opened();
    const std::vector<api::SessionEntry> entries{
        {.id = "a",
         .browser = "Firefox",
         .system = "Linux",
         .created_at = {},
         .seen_at = {},
         .current = true},
        {.id = "b", .browser = "Safari", .system = "iOS", .created_at = {}, .seen_at = {}, .current = false},
        {.id = "c",
         .browser = "Edge",
         .system = "Windows",
         .created_at = {},
         .seen_at = {},
         .current = false}};
    update(model, RequestEnded{Asked::sessions, {}, answer(200, api::encode_sessions(entries))});
    REQUIRE(model.own_settings.sessions.entries.size() == 3);
    const Effects effects = update(model, EndSessionPressed{"b"});
    REQUIRE(find_effect<SendRequest>(effects) != nullptr);
    CHECK(find_effect<SendRequest>(effects)->request.method == HttpMethod::erase);
    CHECK(find_effect<SendRequest>(effects)->request.path == "/api/v1/me/sessions/b");
    CHECK(update(model, EndSessionPressed{"b"}).empty());
    update(model, RequestEnded{Asked::end_session, "b", answer(204)});
    CHECK(model.own_settings.sessions.entries.size() == 2);
    CHECK(update(model, EndOtherSessionsPressed{}).empty());
    CHECK(find_effect<SendRequest>(update(model, QuestionAnswered{Reply::confirm})) != nullptr);
    update(model, RequestEnded{Asked::end_other_sessions, {}, answer(204)});
    REQUIRE(model.own_settings.sessions.entries.size() == 1);
    CHECK(model.own_settings.sessions.entries[0].id == "a");
}

} // namespace orderdeck::client::app
