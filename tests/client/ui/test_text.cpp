#include "client/ui/text.h"
#include "tests/client/ui/widgets/probe.h"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace orderdeck::client::ui;
namespace node_flag = orderdeck::client::platform::node_flag;

namespace {

/// Draws one frame and returns what the mirror shows.
Mirror drawn(const std::function<void(Ui&)>& draw, float width = 1280) {
    HeadlessPlatform platform(width);
    Probe probe(platform, draw);
    HeadlessWindow window(platform, probe);
    window.settle();
    return window.mirror();
}

} // namespace

TEST_CASE("Text that is cut on the canvas is whole in the mirror and marked") {
    const Mirror mirror = drawn([](Ui& ui) { text(ui, {0, 0, 70, 20}, "certificate of origin"); });
    const MirrorNode* node = mirror.find(Role::text, "certificate of origin");
    REQUIRE(node != nullptr);
    CHECK(node->has(node_flag::truncated));
    CHECK(node->record.text_width <= 70);
}

TEST_CASE("Right-aligned figures end at the right edge") {
    const Mirror mirror = drawn([](Ui& ui) { text(ui, {100, 0, 200, 20}, "482,900.00", style::number); });
    const MirrorNode& node = *mirror.find(Role::text, "482,900.00");
    CHECK(node.record.x + node.record.width == 300);
    CHECK_FALSE(node.has(node_flag::truncated));
}

TEST_CASE("A paragraph keeps every character of its runs, in order, over its lines") {
    const std::array<Run, 3> runs{
        {{"预计 "}, {"12月12日", Weight::semibold, Ink::text}, {" 全部送达，最初承诺 12月6日。"}}};
    float height = 0;
    float measured = 0;
    const Mirror mirror = drawn([&](Ui& ui) {
        measured = paragraph_height(ui, 120, runs, TextSize::body);
        height = paragraph(ui, {0, 0, 120, 200}, runs, TextSize::body);
    });
    CHECK(height == measured);
    CHECK(height > 20);
    std::string all;
    for (const MirrorNode* line : mirror.all(Role::text)) {
        all += line->text;
        CHECK(line->record.x + line->record.text_width <= 120.5F + 7);
    }
    CHECK(all == "预计 12月12日 全部送达，最初承诺 12月6日。");
}

TEST_CASE("A paragraph with a limit of lines ends with the rest in the mirror") {
    const Mirror mirror = drawn([](Ui& ui) {
        paragraph(ui, {0, 0, 80, 40}, "one two three four five six seven", style::body, 2);
    });
    const auto lines = mirror.all(Role::text);
    REQUIRE(lines.size() == 2);
    CHECK(lines[1]->has(node_flag::truncated));
    CHECK(lines[0]->text + lines[1]->text == "one two three four five six seven");
}

TEST_CASE("The level-1 heading takes the focus when asked and other headings do not") {
    const Mirror mirror = drawn([first = true](Ui& ui) mutable {
        if (first) ui.focus_heading();
        first = false;
        heading(ui, {0, 0, 300, 32}, "Lines", 2, style::lead_strong);
        heading(ui, {0, 40, 300, 32}, "SO-1", 1, style::display);
    });
    CHECK(mirror.header().focus_id == mirror.find(Role::heading, "SO-1")->record.id);
    CHECK(mirror.find(Role::heading, "Lines")->record.level == 2);
}

TEST_CASE("Announcements are made once") {
    HeadlessPlatform platform;
    bool once = true;
    Probe probe(platform, [&](Ui& ui) {
        if (once) ui.announce("5 orders");
        once = false;
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    const auto version = window.mirror().header().announce_version;
    CHECK(version == 1);
    window.settle();
    CHECK(window.mirror().header().announce_version == version);
}

TEST_CASE("Widths decide between phone, tablet and desk") {
    CHECK(layout_class_of(639) == LayoutClass::phone);
    CHECK(layout_class_of(640) == LayoutClass::tablet);
    CHECK(layout_class_of(1023) == LayoutClass::tablet);
    CHECK(layout_class_of(1024) == LayoutClass::desk);
}

TEST_CASE("Digits share one width, so that figures line up") {
    drawn([](Ui& ui) { CHECK(text_width(ui, "1111", style::body) == text_width(ui, "8888", style::body)); });
}
