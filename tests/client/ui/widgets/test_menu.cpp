#include "client/ui/widgets/button.h"
#include "client/ui/widgets/menu.h"
#include "tests/client/ui/widgets/probe.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string_view>

using namespace orderdeck::client::ui;
using orderdeck::client::platform::InputKind;
namespace node_flag = orderdeck::client::platform::node_flag;

namespace {

struct MenuProbe {
    HeadlessPlatform platform;
    bool open = false;
    int chosen = -1;
    Probe probe{platform, [this](Ui& ui) { draw(ui); }};
    HeadlessWindow window{platform, probe};

    explicit MenuProbe(float width = 1280, float height = 800) : platform(width, height) {
        window.settle();
        window.activate(Role::button, "Account");
        window.settle();
    }

    void draw(Ui& ui) {
        const Rect anchor{1000, 10, 40, 40};
        if (avatar_button(ui, anchor, "account", "P", "Account", open ? Tri::on : Tri::off)) open = true;
        if (!open) return;
        const MenuEntry entries[] = {{MenuEntryKind::caption, "c", "Theme"},
                                     {MenuEntryKind::radio, "light", "Light", "", Icon::sun, Tri::on},
                                     {MenuEntryKind::radio, "dark", "Dark", "", Icon::moon, Tri::off},
                                     {MenuEntryKind::separator},
                                     {MenuEntryKind::action, "out", "Log out", "", Icon::log_out}};
        const MenuResult result =
            menu(ui, "menu", {.name = "Account", .anchor = anchor, .opener = ui.id("account")}, entries);
        if (result.chosen >= 0) chosen = result.chosen;
        if (result.close) open = false;
    }
    const Mirror& mirror() { return window.mirror(); }
};

} // namespace

TEST_CASE("An open menu covers the page, owns a history entry and takes the focus") {
    MenuProbe menu;
    CHECK(menu.mirror().header().overlay_depth == 1);
    const MirrorNode* light = menu.mirror().find(Role::menu_item_radio, "Light");
    REQUIRE(light != nullptr);
    CHECK(light->has(node_flag::checked));
    CHECK(menu.mirror().header().focus_id == light->record.id);
    CHECK(menu.mirror().find(Role::menu_group, "Theme") != nullptr);
}

TEST_CASE("What the canvas writes into a menu is there for plain mode, too, and is not read out twice") {
    MenuProbe menu;
    const auto texts = menu.mirror().all(Role::text);
    const auto text_of = [&](std::string_view words) {
        const auto found = std::find_if(texts.begin(), texts.end(),
                                        [&](const MirrorNode* node) { return node->text == words; });
        return found == texts.end() ? nullptr : *found;
    };
    for (const char* words : {"Theme", "P"}) {
        INFO(words);
        REQUIRE(text_of(words) != nullptr);
        CHECK(text_of(words)->has(node_flag::unspoken));
    }
    CHECK_FALSE(text_of("Light")->has(node_flag::unspoken));
    CHECK(menu.mirror().find(Role::menu_group, "Theme") != nullptr);
    CHECK(menu.mirror().find(Role::button, "Account") != nullptr);
}

TEST_CASE("A radio item is reported and leaves the menu open, an action closes it") {
    MenuProbe menu;
    menu.window.activate(Role::menu_item_radio, "Dark");
    CHECK(menu.chosen == 2);
    CHECK(menu.open);
    menu.window.activate(Role::menu_item, "Log out");
    CHECK(menu.chosen == 4);
    CHECK_FALSE(menu.open);
}

TEST_CASE("Escape, Back and a click beside it close the menu and the opener gets the focus back") {
    for (const InputKind kind : {InputKind::escape_pressed, InputKind::overlay_back, InputKind::activated}) {
        MenuProbe menu;
        std::uint32_t id = 0;
        if (kind == InputKind::activated) id = menu.mirror().all(Role::scrim).front()->record.id;
        menu.window.send({.kind = kind, .id = id});
        menu.window.settle();
        INFO(static_cast<int>(kind));
        CHECK_FALSE(menu.open);
        CHECK(menu.mirror().header().overlay_depth == 0);
        CHECK(menu.mirror().header().focus_id == menu.mirror().find(Role::button, "Account")->record.id);
    }
}

TEST_CASE("A menu that is higher than the screen stays on it, and its items scroll") {
    for (const float width : {1280.0F, 390.0F}) {
        MenuProbe menu(width, 150);
        const MirrorNode* panel = menu.mirror().all(Role::dialog).front();
        CHECK(panel->record.y >= 0);
        CHECK(panel->record.y + panel->record.height <= 150);
        const MirrorNode* items = menu.mirror().all(Role::menu).front();
        CHECK(items->has(node_flag::scrolls_y));
        CHECK(items->record.content_height > items->record.height);
        const MirrorNode* out = menu.mirror().find(Role::menu_item, "Log out");
        REQUIRE(out != nullptr);
        CHECK(out->record.y + out->record.height <= items->record.content_height);
        menu.window.activate(Role::menu_item, "Log out");
        CHECK(menu.chosen == 4);
    }
    CHECK_FALSE(MenuProbe().mirror().all(Role::menu).front()->has(node_flag::scrolls_y));
}

TEST_CASE("On a phone the menu is a sheet at the bottom") {
    MenuProbe menu(390);
    const MirrorNode* panel = menu.mirror().all(Role::dialog).front();
    CHECK(panel->record.width == 390);
    CHECK(panel->record.y + panel->record.height == 800);
}
