#include "client/ui/scroll.h"
#include "client/ui/text.h"
#include "tests/client/ui/widgets/probe.h"

#include <catch2/catch_test_macros.hpp>
#include <imgui.h>

#include <set>
#include <string>

using namespace orderdeck::client::ui;
using orderdeck::client::platform::InputKind;

namespace {

struct ListProbe {
    HeadlessPlatform platform{1000, 600};
    std::size_t count = 500;
    Probe probe{
        platform, [this](Ui& ui) {
            ScrollRegion region(ui, {0, 100, 1000, 500}, "list", {.role = Role::main, .name = "Orders"});
            const Rect content = region.content();
            const RowRange rows = region.rows(content.y, 50, count);
            for (std::size_t i = rows.first; i < rows.last; ++i) {
                const IdScope ids(ui, i);
                text(ui, {0, content.y + 50 * static_cast<float>(i), 400, 50}, "row " + std::to_string(i));
            }
            region.set_end(content.y + 50 * static_cast<float>(count));
        }};
    HeadlessWindow window{platform, probe};

    ListProbe() { window.settle(); }
    const MirrorNode& region() { return *window.mirror().find(Role::main, "Orders"); }
    bool shows(std::string_view text) { return window.mirror().find(Role::text, text) != nullptr; }
    void scroll(float y) { window.send({.kind = InputKind::scrolled, .id = region().record.id, .y = y}); }
};

} // namespace

TEST_CASE("Only rows in sight are drawn and the extent covers all") {
    ListProbe list;
    CHECK(list.region().record.content_height == 500 * 50);
    CHECK(list.shows("row 0"));
    CHECK_FALSE(list.shows("row 100"));
    CHECK(list.window.mirror().nodes().size() < 20);
}

TEST_CASE("Scrolling shows other rows and writes nothing to rows that stay") {
    ListProbe list;
    list.scroll(5000);
    CHECK(list.shows("row 100"));
    CHECK_FALSE(list.shows("row 0"));
    const std::uint32_t version = list.region().record.scroll_version;
    const MirrorNode before = *list.window.mirror().find(Role::text, "row 105");
    list.scroll(5010);
    const MirrorNode* after = list.window.mirror().find(Role::text, "row 105");
    REQUIRE(after != nullptr);
    CHECK(after->record.y == before.record.y);
    CHECK(list.region().record.scroll_version == version);
}

TEST_CASE("A new route begins at the top and Back returns to the saved position") {
    ListProbe list;
    list.scroll(5000);
    const std::uint32_t version = list.region().record.scroll_version;
    const std::string saved = std::to_string(list.region().record.id) + ":0:5000";
    list.platform.navigation.push("/orders/1");
    list.window.settle();
    CHECK(list.shows("row 0"));
    CHECK(list.region().record.scroll_version > version);
    CHECK(list.region().record.scroll_y == 0);
    list.window.send({.kind = InputKind::route_changed, .text = saved});
    CHECK(list.shows("row 100"));
    CHECK(list.region().record.scroll_y == 5000);
}

TEST_CASE("A saved position waits until the content is there") {
    ListProbe list;
    list.count = 0;
    list.window.send(
        {.kind = InputKind::route_changed, .text = std::to_string(list.region().record.id) + ":0:5000"});
    // The browser can only reach the top yet.
    list.scroll(0);
    list.count = 500;
    list.window.settle();
    CHECK(list.shows("row 100"));
    CHECK(list.region().record.scroll_y == 5000);
}

TEST_CASE("An idle page asks for no further frame") {
    ListProbe list;
    CHECK(list.window.settle() <= 2);
    CHECK(list.window.settle() == 1);
}

TEST_CASE("A strip fades at the side beyond which there is more, and only there") {
    HeadlessPlatform platform{400, 100};
    float wide = 1000;
    Probe probe{platform, [&](Ui& ui) {
                    ScrollRegion strip(
                        ui, {0, 0, 400, 32}, "strip",
                        {.role = Role::group, .name = "Filters", .axis = ScrollAxis::horizontal});
                    strip.set_end(strip.content().x + wide);
                }};
    HeadlessWindow window{platform, probe};
    // Where the fade is clear; nothing else is painted here.
    const auto clear_edges = [&probe] {
        std::set<float> edges;
        for (const ImDrawList* list : probe.drawing().CmdLists)
            for (const ImDrawVert& vertex : list->VtxBuffer)
                if ((vertex.col & IM_COL32_A_MASK) == 0) edges.insert(vertex.pos.x);
        return edges;
    };
    window.settle();
    CHECK(clear_edges() == std::set<float>{360});
    const std::uint32_t id = window.mirror().find(Role::group, "Filters")->record.id;
    window.send({.kind = InputKind::scrolled, .id = id, .x = 300});
    CHECK(clear_edges() == std::set<float>{40, 360});
    window.send({.kind = InputKind::scrolled, .id = id, .x = 600});
    CHECK(clear_edges() == std::set<float>{40});
    wide = 300;
    window.send({.kind = InputKind::environment_changed});
    CHECK(clear_edges().empty());
}
