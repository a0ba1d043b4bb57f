#include "client/ui/widgets/tooltip.h"

#include "client/ui/widgets/button.h"
#include "client/ui/widgets/overlay.h"
#include "tests/client/ui/widgets/probe.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace orderdeck::client::ui;
using orderdeck::client::platform::InputKind;
namespace node_flag = orderdeck::client::platform::node_flag;

namespace {

constexpr std::string_view kLong = "A pump of stainless steel with a frequency converter";

struct Desk {
    HeadlessPlatform platform{1280, 800};
    Probe probe{platform, [](Ui& ui) {
                    icon_button(ui, {600, 20, 40, 40}, "reload", Icon::refresh, "Load again");
                    button(ui, {20, 740, 200, 40}, "archive",
                           {.label = "Archive", .tooltip = "It can be opened again."});
                    text(ui, {20, 100, 120, 20}, kLong);
                    tooltip(ui);
                }};
    HeadlessWindow window{platform, probe};

    Desk() { window.settle(); }
    void hint(std::uint32_t id) {
        window.send({.kind = InputKind::hinted, .id = id});
        window.settle();
    }
    const MirrorNode& node(std::string_view test_id) { return *window.mirror().find_test_id(test_id); }
    /// What the tooltip shows, spoken or not.
    std::string words() {
        std::string out;
        const auto& nodes = window.mirror().nodes();
        for (const MirrorNode& node : nodes)
            if (node.parent >= 0 && nodes[static_cast<std::size_t>(node.parent)].kind() == Role::tooltip)
                out += node.text;
        return out;
    }
    const MirrorNode* shown() {
        const auto all = window.mirror().all(Role::tooltip);
        return all.empty() ? nullptr : all.front();
    }
};

} // namespace

TEST_CASE("A button that shows only an icon shows its name, which is not said twice") {
    Desk desk;
    CHECK(desk.node("reload").has(node_flag::hinted));
    CHECK(desk.shown() == nullptr);
    desk.hint(desk.node("reload").record.id);
    REQUIRE(desk.shown() != nullptr);
    CHECK(desk.words() == "Load again");
    CHECK(desk.shown()->has(node_flag::unspoken));
    CHECK(desk.node("reload").attribute("aria-describedby").empty());
    CHECK(desk.node("reload").description.empty());
    CHECK(desk.shown()->record.y >= 60);
    desk.hint(0);
    CHECK(desk.shown() == nullptr);
}

TEST_CASE("Words beyond the label describe it always, and by the tooltip while that is there") {
    Desk desk;
    CHECK(desk.node("archive").description == "It can be opened again.");
    CHECK(desk.node("archive").attribute("aria-describedby").empty());
    desk.hint(desk.node("archive").record.id);
    REQUIRE(desk.shown() != nullptr);
    CHECK(desk.words() == "It can be opened again.");
    CHECK(desk.node("archive").attribute("aria-describedby") ==
          "n" + std::to_string(desk.shown()->record.id));
    // There is no room below it.
    CHECK(desk.shown()->record.y + desk.shown()->record.height <= 740);
}

TEST_CASE("A text that is cut shows all of itself, within the screen") {
    Desk desk;
    const MirrorNode* cut = nullptr;
    for (const MirrorNode& node : desk.window.mirror().nodes())
        if (node.text == kLong) cut = &node;
    REQUIRE(cut != nullptr);
    CHECK(cut->has(node_flag::truncated));
    desk.hint(cut->record.id);
    REQUIRE(desk.shown() != nullptr);
    CHECK(desk.shown()->record.x >= 8);
    CHECK(desk.shown()->record.width <= 320);
    // It stays where it is when frames are drawn for other reasons, and covers no page.
    desk.window.resize(1279, 800);
    desk.window.settle();
    CHECK(desk.shown() != nullptr);
    CHECK(desk.window.mirror().header().overlay_depth == 0);
}

TEST_CASE("A tooltip for something that is not drawn is not there, and costs no frame") {
    Desk desk;
    desk.hint(4711);
    CHECK(desk.shown() == nullptr);
    desk.hint(desk.node("reload").record.id);
    CHECK(desk.window.settle() <= 1);
}
