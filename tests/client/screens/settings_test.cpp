#include "tests/client/screens/settings_visit.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace orderdeck::client::screens {

using namespace settings_visit;

TEST_CASE("the account menu leads to the settings by a real link") {
    for (const bool phone : {false, true}) {
        Visit visit =
            phone ? Visit::phone({test::partly_shipped(1)}) : Visit::desk({test::partly_shipped(1)});
        REQUIRE(visit.window.activate(NodeKind::button, phone ? "More" : "Account and settings"));
        const MirrorNode* link = visit.find(NodeKind::menu_link, "Settings");
        REQUIRE(link != nullptr);
        CHECK(link->href == "/settings");
        REQUIRE(visit.window.activate(NodeKind::menu_link, "Settings"));
        CHECK(visit.find(NodeKind::heading, "Settings") != nullptr);
        CHECK(visit.find(NodeKind::menu, "Account and settings") == nullptr);
        CHECK(visit.outside.navigation.title() == "Settings · Orderdeck");
    }
}

TEST_CASE("the settings load as a shape, and a failure offers to try again") {
    Visit visit = opened();
    CHECK(visit.find(NodeKind::status, "Loading your settings") != nullptr);
    CHECK_FALSE(visit.window.mirror().all(NodeKind::skeleton).empty());
    visit.client.dispatch(app::RequestEnded{Asked::own_settings, {}, {}});
    visit.window.settle();
    CHECK(visit.shows("Your settings could not be loaded"));
    REQUIRE(visit.window.activate(NodeKind::button, "Try again"));
    CHECK(visit.find(NodeKind::status, "Loading your settings") != nullptr);
}

TEST_CASE("every card is there on desks and phones, in both languages") {
    for (const float width : {320.0F, 390.0F, 768.0F, 1280.0F, 1920.0F}) {
        Visit visit = opened(width, 800);
        read(visit);
        for (const char* title :
             {"You", "Notifications", "On this device", "Password", "Devices and sessions"})
            CHECK(visit.find(NodeKind::heading, title) != nullptr);
        CHECK(visit.find(NodeKind::field, "Name")->value == "Lin Fang");
        CHECK(visit.find(NodeKind::field, "E-mail")->has(platform::node_flag::disabled));
        CHECK(visit.shows("This portal does not send"));
        visit.choose_language("zh-CN");
        for (const char* title : {"个人信息", "通知", "本设备", "密码", "设备与登录"})
            CHECK(visit.find(NodeKind::heading, title) != nullptr);
        CHECK(visit.shows("本门户目前还不能发送邮件。"));
    }
}

TEST_CASE("a server that sends mail says nothing about it") {
    Visit visit = opened();
    api::OwnSettingsInfo able = info();
    able.mail_available = true;
    read(visit, able);
    CHECK_FALSE(visit.shows("does not send e-mail"));
}

TEST_CASE("Save is there when something differs, and Discard takes it back") {
    Visit visit = opened();
    read(visit);
    CHECK(visit.find(NodeKind::button, "Save") == nullptr);
    REQUIRE(visit.window.type("Name", "Lin Wei"));
    CHECK(visit.find(NodeKind::region, "Unsaved changes") != nullptr);
    CHECK(visit.find(NodeKind::button, "Save") != nullptr);
    REQUIRE(visit.window.activate(NodeKind::button, "Discard changes"));
    CHECK(visit.find(NodeKind::field, "Name")->value == "Lin Fang");
    CHECK(visit.find(NodeKind::button, "Save") == nullptr);
}

TEST_CASE("while it is being saved nothing can be sent twice, then it is told") {
    Visit visit = opened();
    read(visit);
    REQUIRE(visit.window.type("Name", "Lin Wei"));
    REQUIRE(visit.window.activate(NodeKind::button, "Save"));
    CHECK(visit.find(NodeKind::button, "Save")->has(platform::node_flag::disabled));
    api::OwnSettingsInfo saved = info();
    saved.settings.name = "Lin Wei";
    visit.client.dispatch(
        app::RequestEnded{Asked::save_settings, {}, answer(200, api::encode_own_settings_info(saved))});
    visit.window.settle();
    CHECK(visit.shows("Your settings are saved."));
    CHECK(visit.find(NodeKind::button, "Undo") != nullptr);
    CHECK(visit.window.mirror().polite() == "Your settings are saved.");
    CHECK(visit.find(NodeKind::button, "Save") == nullptr);
}

TEST_CASE("an empty name is told when the field is left, and Save leads back to it") {
    Visit visit = opened();
    read(visit);
    REQUIRE(visit.window.type("Name", ""));
    CHECK_FALSE(visit.shows("Enter your name."));
    leave_field(visit);
    CHECK(visit.shows("Enter your name."));
    const MirrorNode* name = visit.find(NodeKind::field, "Name");
    CHECK(name->attribute("aria-invalid") == "true");
    REQUIRE(visit.window.activate(NodeKind::button, "Save"));
    CHECK(visit.window.mirror().header().focus_id == visit.find(NodeKind::field, "Name")->record.id);
    CHECK(visit.shows("1 field needs your attention."));
}

TEST_CASE("one half of the quiet hours asks for the other") {
    Visit visit = opened();
    read(visit);
    REQUIRE(visit.window.type("From", "22:00"));
    CHECK(visit.client.model.own_settings.form.draft.notifications.quiet_from == 22 * 60);
    REQUIRE(visit.window.activate(NodeKind::button, "Save"));
    CHECK(visit.shows("Enter both times, or none."));
    REQUIRE(visit.window.type("Until", "22:00"));
    CHECK(visit.shows("They end when they begin."));
    REQUIRE(visit.window.type("Until", "07:00"));
    CHECK_FALSE(visit.shows("They end when they begin."));
}

TEST_CASE("choices of notifications are the draft's") {
    Visit visit = opened();
    read(visit);
    REQUIRE(visit.window.activate(NodeKind::radio, "As it happens"));
    REQUIRE(visit.window.activate(NodeKind::checkbox, "goods are shipped"));
    const auto& choices = visit.client.model.own_settings.form.draft.notifications;
    CHECK(choices.mail == domain::MailRhythm::immediately);
    CHECK(choices.events.count(domain::NotificationEvent::shipped) == 0);
    CHECK(choices.events.size() == 4);
}

TEST_CASE("theme and text size are in force at once and are nothing to save") {
    Visit visit = opened();
    read(visit);
    REQUIRE(visit.window.activate(NodeKind::radio, "Dark"));
    CHECK(visit.client.model.preferences.theme == app::Theme::dark);
    REQUIRE(visit.window.activate(NodeKind::radio, "Very large"));
    CHECK(visit.client.model.preferences.text_scale == app::TextScale::largest);
    CHECK(visit.find(NodeKind::button, "Save") == nullptr);
}

TEST_CASE("a zone is found by its city in any case, with the device's own first") {
    Visit visit = opened();
    read(visit);
    visit.client.dispatch(app::ZonesListed{"en", visit.outside.zones.names("en", "longGeneric")});
    visit.window.settle();
    CHECK(visit.find(NodeKind::field, "Time zone")->value.starts_with("As on this device"));
    REQUIRE(visit.window.type("Time zone", "new yORK"));
    REQUIRE(visit.window.activate(NodeKind::option, "America/New York · Eastern Time"));
    CHECK(visit.client.model.own_settings.form.draft.time_zone == "America/New_York");
    REQUIRE(visit.window.type("Time zone", "device"));
    REQUIRE(visit.window.activate(NodeKind::option, "As on this device"));
    CHECK(visit.client.model.own_settings.form.draft.time_zone.empty());
}

TEST_CASE("a stored zone that this browser does not list is shown all the same") {
    Visit visit = opened();
    api::OwnSettingsInfo other = info();
    other.settings.time_zone = "Asia/Kolkata";
    read(visit, other);
    CHECK(visit.find(NodeKind::field, "Time zone")->value == "Asia/Kolkata");
}

TEST_CASE("without a connection the bar says that saving needs one") {
    Visit visit = opened();
    read(visit);
    visit.client.model.sync.phase = sync::SyncPhase::offline;
    REQUIRE(visit.window.type("Name", "Lin Wei"));
    CHECK(visit.shows("You are offline. Saving needs a connection; what you typed is kept here."));
    REQUIRE(visit.window.activate(NodeKind::button, "Save"));
    visit.client.dispatch(app::RequestEnded{Asked::save_settings, {}, {}});
    visit.window.settle();
    CHECK(visit.shows("Not saved: the server cannot be reached."));
    CHECK(visit.find(NodeKind::field, "Name")->value == "Lin Wei");
}

TEST_CASE("nothing of the settings is wider than its window, even in the largest text") {
    for (const float width : {320.0F, 768.0F, 1280.0F}) {
        Visit visit = opened(width, 700);
        visit.client.dispatch(app::TextScaleChosen{app::TextScale::largest});
        read(visit);
        REQUIRE(visit.window.type("Name", std::string(60, 'M')));
        for (const MirrorNode* field : visit.window.mirror().all(NodeKind::field))
            CHECK(field->record.width <= width);
        for (const MirrorNode* button : visit.window.mirror().all(NodeKind::button))
            CHECK(button->record.width <= width);
    }
}

TEST_CASE("leaving with unsaved changes asks before the log-out") {
    Visit visit = opened();
    read(visit);
    REQUIRE(visit.window.type("Name", "Lin Wei"));
    REQUIRE(visit.window.activate(NodeKind::button, "Account and settings"));
    REQUIRE(visit.window.activate(NodeKind::menu_item, "Log out"));
    CHECK(visit.find(NodeKind::dialog, "Log out without saving?") != nullptr);
    REQUIRE(visit.window.activate(NodeKind::button, "Stay"));
    CHECK(visit.find(NodeKind::dialog, "Log out without saving?") == nullptr);
    CHECK(visit.outside.navigation.left_to().empty());
}

} // namespace orderdeck::client::screens
