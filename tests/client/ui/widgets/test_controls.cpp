#include "client/ui/widgets/button.h"
#include "client/ui/widgets/chip.h"
#include "client/ui/widgets/figure_tile.h"
#include "client/ui/widgets/link.h"
#include "client/ui/widgets/navigation.h"
#include "tests/client/ui/widgets/probe.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::client::ui;
namespace node_flag = orderdeck::client::platform::node_flag;

TEST_CASE("A button is activated once per click and not when it is disabled") {
    HeadlessPlatform platform;
    int saved = 0;
    int refused = 0;
    Probe probe(platform, [&](Ui& ui) {
        if (button(ui, {0, 0, 120, 40}, "save", {.label = "Save"})) ++saved;
        if (button(ui, {0, 50, 120, 40}, "no", {.label = "No", .enabled = Enabled::no})) ++refused;
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    CHECK(window.activate(Role::button, "Save"));
    CHECK(saved == 1);
    window.settle();
    CHECK(saved == 1);
    CHECK_FALSE(window.activate(Role::button, "No"));
    window.send({.kind = orderdeck::client::platform::InputKind::activated,
                 .id = window.mirror().find_test_id("no")->record.id});
    CHECK(refused == 0);
}

TEST_CASE("A disclosure tells whether it is open and is a target of 24 px or more") {
    HeadlessPlatform platform;
    bool open = false;
    Probe probe(platform, [&](Ui& ui) {
        if (disclosure(ui, {0, 0, 300, 20}, "why", "Why?", open ? Tri::on : Tri::off)) open = !open;
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    CHECK(window.activate(Role::button, "Why?"));
    window.settle();
    const MirrorNode* why = window.mirror().find(Role::button, "Why?");
    REQUIRE(why != nullptr);
    CHECK(why->has(node_flag::expanded));
    CHECK(why->record.height >= 24);
}

TEST_CASE("Chips and tiles are toggles that say their count and state") {
    HeadlessPlatform platform;
    Probe probe(platform, [&](Ui& ui) {
        chip(ui, {0, 0, 160, 32}, "late", {.label = "Late", .count = "5", .pressed = Tri::on});
        figure_tile(ui, {0, 50, 240, 98}, "open", {.label = "Open", .value = "42", .note = "to come"});
        removable_chip(ui, {0, 200, 200, 32}, "term", "stage: shipped", "Remove filter");
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    const MirrorNode* late = window.mirror().find(Role::button, "Late 5");
    REQUIRE(late != nullptr);
    CHECK(late->has(node_flag::pressed));
    const MirrorNode* open = window.mirror().find(Role::button, "Open 42 to come");
    REQUIRE(open != nullptr);
    CHECK(open->has(node_flag::pressed_known));
    CHECK_FALSE(open->has(node_flag::pressed));
    CHECK(window.mirror().find(Role::button, "stage: shipped")->description == "Remove filter");
}

TEST_CASE("A link carries its address and a click on it changes the route") {
    HeadlessPlatform platform;
    Probe probe(platform, [&](Ui& ui) {
        link(ui, {0, 0, 200, 24}, "order", {.label = "SO-1", .href = "/orders/1"});
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    CHECK(window.mirror().find(Role::link, "SO-1")->href == "/orders/1");
    CHECK(window.activate(Role::link, "SO-1"));
    CHECK(platform.navigation.current().path == "/orders/1");
}

TEST_CASE("Navigation marks the current page on desks, tablets and phones") {
    for (const float width : {1280.0F, 800.0F, 390.0F}) {
        HeadlessPlatform platform(width);
        const NavigationItem items[] = {{"orders", "Orders", "/orders", Icon::box, "", Current::page},
                                        {"needs", "Needs you", "/needs", Icon::flag, "3"}};
        Probe probe(platform, [&](Ui& ui) {
            if (ui.layout() == LayoutClass::phone) {
                bottom_tabs(ui, {0, 700, width, bottom_tabs_height(ui)}, "Main", items);
            } else {
                navigation_rail(ui,
                                {0, 0, ui.layout() == LayoutClass::desk ? kRailWidth : kIconRailWidth, 800},
                                "Main", "Orderdeck", items);
            }
        });
        HeadlessWindow window(platform, probe);
        window.settle();
        INFO(width);
        CHECK(window.mirror().find(Role::navigation, "Main") != nullptr);
        const MirrorNode* orders = window.mirror().find(Role::link, "Orders");
        REQUIRE(orders != nullptr);
        CHECK(orders->has(node_flag::current_page));
        CHECK(orders->record.height >= 40);
        CHECK_FALSE(window.mirror().find_test_id("needs")->has(node_flag::current_page));
    }
}
