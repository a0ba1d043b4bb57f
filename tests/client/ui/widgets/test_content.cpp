#include "client/ui/widgets/details.h"
#include "client/ui/widgets/notice.h"
#include "client/ui/widgets/pill.h"
#include "client/ui/widgets/table.h"
#include "client/ui/widgets/track.h"
#include "tests/client/ui/widgets/probe.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::client::ui;
namespace node_flag = orderdeck::client::platform::node_flag;

TEST_CASE("A table tells its rows, their places and their cells") {
    HeadlessPlatform platform;
    Probe probe(platform, [&](Ui& ui) {
        const Table table(ui, {0, 0, 600, 200}, "orders", "Orders", 400);
        const std::array<Rect, 2> cells = columns<2>({0, 0, 600, 40}, 0);
        const ColumnSpec specs[] = {{"Order"}, {"Total", Align::right}};
        table_header(ui, {0, 0, 600, 40}, specs, cells);
        const TableRow row(ui, {0, 40, 600, 60}, "SO-1", 16);
        const TableCell cell(ui, {0, 40, 300, 60}, 0);
        text(ui, {0, 40, 300, 60}, "SO-1");
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    const MirrorNode* table = window.mirror().find(Role::table, "Orders");
    REQUIRE(table != nullptr);
    CHECK(table->record.set_size == 401);
    CHECK(window.mirror().all(Role::column_header).size() == 2);
    const auto rows = window.mirror().all(Role::row);
    REQUIRE(rows.size() == 2);
    CHECK(rows[1]->record.position == 18);
    CHECK(window.mirror().find(Role::cell, "SO-1") != nullptr);
}

TEST_CASE("A track and a bar say in words what they show") {
    HeadlessPlatform platform;
    Probe probe(platform, [&](Ui& ui) {
        const float fills[] = {1, 1, 0.5F, 0, 0, 0};
        step_track(ui, {0, 0, step_track_width(6), 4}, fills, "Step 3 of 6, production");
        progress_bar(ui, {0, 20, 200, 8}, 0.79F, "19 of 24 made");
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    const MirrorNode* track = window.mirror().find(Role::image, "Step 3 of 6, production");
    REQUIRE(track != nullptr);
    CHECK(track->record.value_now == Catch::Approx(100 * 2.5 / 6));
    const MirrorNode* bar = window.mirror().find(Role::progress, "19 of 24 made");
    REQUIRE(bar != nullptr);
    CHECK(bar->record.value_now == Catch::Approx(79));
}

TEST_CASE("The stage track is an ordered list whose current stage is marked") {
    HeadlessPlatform platform;
    const StageNote note[] = {{"forecast 4 Dec", Ink::bad}};
    const StageSpec stages[] = {{"Placed", StageState::done, "", 1, {}},
                                {"Production", StageState::current, "2", 0.5F, note},
                                {"Delivered", StageState::upcoming, "", 0, {}}};
    Probe probe(platform, [&](Ui& ui) {
        stage_track(ui, {0, 0, 900, stage_track_height(ui, stages, 900)}, "Stages", stages);
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    CHECK(window.mirror().find(Role::ordered_list, "Stages") != nullptr);
    const MirrorNode* current = window.mirror().find(Role::list_item, "Production forecast 4 Dec");
    REQUIRE(current != nullptr);
    CHECK(current->has(node_flag::current_step));
}

TEST_CASE("Facts are a definition list and take the height that was measured") {
    HeadlessPlatform platform;
    const KeyValue pairs[] = {{"Terms", "DAP Suzhou, Incoterms 2020, named place"},
                              {"Project", "Line 4", "/orders?project=4"}};
    float drawn = 0;
    float expected = 0;
    Probe probe(platform, [&](Ui& ui) {
        expected = key_values_height(ui, 260, pairs);
        drawn = key_values(ui, {0, 0, 260, 400}, pairs);
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    CHECK(drawn == expected);
    CHECK(drawn > 20 + 10 + 20);
    CHECK(window.mirror().find(Role::term, "Terms") != nullptr);
    CHECK(window.mirror().find(Role::link, "Line 4")->href == "/orders?project=4");
}

TEST_CASE("A timeline keeps title, time and note of each event together") {
    for (const float width : {1280.0F, 390.0F}) {
        HeadlessPlatform platform(width);
        const TimelineEvent events[] = {{"Left Shanghai", "today 06:12", "SF"}, {"Picked up", "21 Nov", ""}};
        Probe probe(platform, [&](Ui& ui) { timeline(ui, {0, 0, 360, 400}, "Events", events); });
        HeadlessWindow window(platform, probe);
        window.settle();
        CHECK(window.mirror().find(Role::list_item, "Left Shanghai today 06:12 SF") != nullptr);
        CHECK(window.mirror().find(Role::list_item, "Picked up 21 Nov") != nullptr);
    }
}

TEST_CASE("Notices and empty states offer their action") {
    HeadlessPlatform platform;
    int tries = 0;
    int clears = 0;
    Probe probe(platform, [&](Ui& ui) {
        const BannerSpec offline{
            .text = "You are offline.", .tone = Tone::warn, .icon = Icon::offline, .action = "Try again"};
        if (banner(ui, {0, 0, 600, banner_height(ui, 600, offline)}, "offline", offline)) ++tries;
        if (empty_state(ui, {0, 100, 600, 400}, "none",
                        {.title = "Nothing found", .text = "No order matches.", .action = "Clear"}))
            ++clears;
        pill(ui, {0, 600, 200, 24}, "2 days late", Tone::bad);
        status_dot(ui, {0, 650, 300, 20}, "Up to date", Tone::ok);
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    CHECK(window.mirror().find(Role::status, "Up to date") != nullptr);
    CHECK(window.activate(Role::button, "Try again"));
    CHECK(window.activate(Role::button, "Clear"));
    CHECK(tries == 1);
    CHECK(clears == 1);
    CHECK(window.mirror().text().find("2 days late") != std::string::npos);
}
