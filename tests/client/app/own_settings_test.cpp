#include "tests/client/app/own_settings_samples.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace orderdeck::client::app {

using namespace test;

TEST_CASE("entering the page asks for the settings and the sessions") {
    Model model;
    const Effects effects = update(model, RouteEntered{SettingsRoute{}});
    REQUIRE(effects.size() == 2);
    CHECK(std::get<SendRequest>(effects[0]).request.path == "/api/v1/me/settings");
    CHECK(std::get<SendRequest>(effects[1]).request.path == "/api/v1/me/sessions");
    CHECK(model.own_settings.form.reading == Reading::running);
    update(model, RequestEnded{Asked::own_settings, {}, no_answer()});
    CHECK(model.own_settings.form.reading == Reading::failed);
    CHECK(update(model, ReadSettingsAgainPressed{}).size() == 2);
    CHECK(model.own_settings.form.reading == Reading::running);
}

TEST_CASE("what is read fills the fields, and nothing is to be saved") {
    const Model model = opened();
    CHECK(model.own_settings.form.draft.name == "Lin Fang");
    CHECK(model.own_settings.form.email == "lin@example.com");
    CHECK_FALSE(differs(model.own_settings.form));
}

TEST_CASE("blanks around a name are no change") {
    Model model = opened();
    type_name(model, "  Lin Fang ");
    CHECK_FALSE(differs(model.own_settings.form));
    CHECK(update(model, SaveSettingsPressed{}).empty());
}

TEST_CASE("saving sends the tidied settings once, with the proof of the page") {
    Model model = opened();
    type_name(model, " Lin  Wei ");
    const Effects effects = update(model, SaveSettingsPressed{});
    const auto* sent = find_effect<SendRequest>(effects);
    REQUIRE(sent != nullptr);
    CHECK(sent->request.method == HttpMethod::put);
    CHECK(sent->request.path == "/api/v1/me/settings");
    const auto body = api::decode_own_settings(sent->request.body);
    REQUIRE(body);
    CHECK(body->name == "Lin Wei");
    const auto& headers = sent->request.headers;
    CHECK(std::any_of(headers.begin(), headers.end(), [](const platform::HttpHeader& header) {
        return header.name == "X-CSRF-Token" && header.value == "proof";
    }));
    CHECK(update(model, SaveSettingsPressed{}).empty());
}

TEST_CASE("what was saved is shown as it is stored, told, and in the menu at once") {
    Model model = opened();
    type_name(model, "Lin Wei");
    update(model, SaveSettingsPressed{});
    update(model, RequestEnded{Asked::save_settings, {}, answer(200, answer_to_save("Lin Wei"))});
    CHECK_FALSE(differs(model.own_settings.form));
    CHECK(model.session->user_name == "Lin Wei");
    REQUIRE(model.toast);
    CHECK(model.toast->kind == ToastKind::settings_saved);
    update(model, ClockRead{model.clock.now + base::Duration::seconds(11)});
    CHECK_FALSE(model.toast);
}

TEST_CASE("undo saves what was stored before, and offers no undo of itself") {
    Model model = opened();
    type_name(model, "Lin Wei");
    update(model, SaveSettingsPressed{});
    update(model, RequestEnded{Asked::save_settings, {}, answer(200, answer_to_save("Lin Wei"))});
    const Effects effects = update(model, ToastUsed{Reply::confirm});
    const auto* sent = find_effect<SendRequest>(effects);
    REQUIRE(sent != nullptr);
    CHECK(api::decode_own_settings(sent->request.body)->name == "Lin Fang");
    update(model, RequestEnded{Asked::save_settings, {}, answer(200, answer_to_save("Lin Fang"))});
    CHECK(model.toast->kind == ToastKind::settings_restored);
    CHECK_FALSE(model.own_settings.form.before);
    CHECK(model.own_settings.form.draft.name == "Lin Fang");
}

TEST_CASE("what is typed while something is being saved is not lost") {
    Model model = opened();
    type_name(model, "Lin Wei");
    update(model, SaveSettingsPressed{});
    type_name(model, "Lin Wei Wei");
    update(model, RequestEnded{Asked::save_settings, {}, answer(200, answer_to_save("Lin Wei"))});
    CHECK(model.own_settings.form.draft.name == "Lin Wei Wei");
    CHECK(differs(model.own_settings.form));
}

TEST_CASE("a name that is wrong is not sent; it is shown and led to") {
    Model model = opened();
    type_name(model, "");
    CHECK(shown_errors(model.own_settings.form).empty());
    CHECK(update(model, SaveSettingsPressed{}).empty());
    CHECK(shown_errors(model.own_settings.form) ==
          std::vector{domain::FieldError{SettingsField::name, FieldFault::empty}});
    CHECK(model.own_settings.attempt == 1);
    type_name(model, "L");
    CHECK(shown_errors(model.own_settings.form).empty());
}

TEST_CASE("a fault is shown once the field is left") {
    Model model = opened();
    type_name(model, "");
    update(model, SettingsFieldLeft{SettingsField::name});
    CHECK(shown_errors(model.own_settings.form).size() == 1);
}

TEST_CASE("faults that the server finds stand at their field until it changes") {
    Model model = opened();
    type_name(model, "Lin Wei");
    update(model, SaveSettingsPressed{});
    update(model, RequestEnded{Asked::save_settings, {}, answer(422, refusal("name", "unreadable"))});
    CHECK(shown_errors(model.own_settings.form) ==
          std::vector{domain::FieldError{SettingsField::name, FieldFault::unreadable}});
    CHECK(model.own_settings.attempt == 1);
    CHECK(model.own_settings.form.draft.name == "Lin Wei");
    type_name(model, "Lin Wen");
    CHECK(shown_errors(model.own_settings.form).empty());
}

TEST_CASE("without an answer nothing is lost and it may be sent again") {
    Model model = opened();
    type_name(model, "Lin Wei");
    update(model, SaveSettingsPressed{});
    update(model, RequestEnded{Asked::save_settings, {}, no_answer()});
    CHECK(model.own_settings.form.saving == Sending::unreachable);
    CHECK(model.own_settings.form.draft.name == "Lin Wei");
    CHECK(find_effect<SendRequest>(update(model, SaveSettingsPressed{})) != nullptr);
}

TEST_CASE("an outdated proof is read anew, an ended session leads to the log-in") {
    Model model = opened();
    type_name(model, "Lin Wei");
    update(model, SaveSettingsPressed{});
    CHECK(find_effect<ReadSession>(update(model, RequestEnded{Asked::save_settings, {}, answer(403)})) !=
          nullptr);
    CHECK(model.own_settings.form.saving == Sending::refused);
    update(model, SaveSettingsPressed{});
    CHECK(find_effect<SyncNow>(update(model, RequestEnded{Asked::save_settings, {}, answer(401)})) !=
          nullptr);
}

TEST_CASE(
    "changes outlive a visit to another page, and newer settings of another tab do not overwrite them") {
    Model model = opened();
    type_name(model, "Lin Wei");
    update(model, RouteEntered{OrdersRoute{}});
    update(model, RouteEntered{SettingsRoute{}});
    update(model, RequestEnded{Asked::own_settings, {}, answer(200, answer_to_save("Other Tab"))});
    CHECK(model.own_settings.form.draft.name == "Lin Wei");
    CHECK(model.own_settings.form.stored.name == "Other Tab");
    update(model, DiscardSettingsPressed{});
    CHECK(model.own_settings.form.draft.name == "Other Tab");
}

TEST_CASE("logging out with unsaved changes asks first") {
    Model model = opened();
    type_name(model, "Lin Wei");
    CHECK(update(model, LogOutChosen{}).empty());
    CHECK(model.own_settings.asking == Asking::log_out_unsaved);
    CHECK(update(model, QuestionAnswered{Reply::cancel}).empty());
    CHECK(model.own_settings.asking == Asking::nothing);
    update(model, LogOutChosen{});
    CHECK(find_effect<LogOut>(update(model, QuestionAnswered{Reply::confirm})) != nullptr);
}

} // namespace orderdeck::client::app
