#include "client/ui/forms/combobox.h"
#include "client/ui/forms/date_input.h"
#include "client/ui/forms/file_input.h"
#include "client/ui/forms/toggle.h"
#include "tests/client/ui/widgets/probe.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <vector>

using namespace orderdeck::client::ui;
using orderdeck::client::platform::InputKind;
namespace node_flag = orderdeck::client::platform::node_flag;

namespace {

constexpr std::array<Choice, 4> kZones{{{"utc", "UTC"},
                                        {"berlin", "Europe/Berlin"},
                                        {"shanghai", "Asia/Shanghai 上海"},
                                        {"singapore", "Asia/Singapore 新加坡"}}};

struct ComboProbe {
    HeadlessPlatform platform;
    std::string chosen = "utc";
    Probe probe{platform, [this](Ui& ui) {
                    const ChoiceChange change = combobox(ui, {10, 10, 300, 60}, "zone",
                                                         {.words = {.label = "Time zone"},
                                                          .choices = kZones,
                                                          .chosen = chosen,
                                                          .list_name = "Time zones",
                                                          .nothing = "No such zone"});
                    if (change.chosen) chosen = *change.chosen;
                }};
    HeadlessWindow window{platform, probe};

    ComboProbe() { window.settle(); }
    const MirrorNode& field() { return *window.mirror().find(Role::field, "Time zone"); }
    void press(InputKind kind, float y = 0) { window.send({.kind = kind, .id = field().record.id, .y = y}); }
    std::vector<std::string> options() {
        std::vector<std::string> names;
        for (const MirrorNode* node : window.mirror().all(Role::option))
            names.push_back(window.mirror().name_of(*node));
        return names;
    }
};

} // namespace

TEST_CASE("A select offers its choices, and an empty one while nothing is chosen") {
    HeadlessPlatform platform;
    std::string chosen;
    Probe probe(platform, [&](Ui& ui) {
        const ChoiceSpec spec{.words = {.label = "Zone"}, .choices = kZones, .chosen = chosen};
        if (const auto change = select(ui, {0, 0, 200, 60}, "zone", spec); change.chosen)
            chosen = *change.chosen;
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    const MirrorNode* field = window.mirror().find(Role::select, "Zone");
    REQUIRE(field != nullptr);
    CHECK(field->text.starts_with("\t\nutc\tUTC\n"));
    window.send({.kind = InputKind::value_changed, .id = field->record.id, .text = "berlin"});
    CHECK(chosen == "berlin");
    field = window.mirror().find(Role::select, "Zone");
    CHECK(field->value == "berlin");
    CHECK(field->text.starts_with("utc\tUTC\n"));
    window.send({.kind = InputKind::value_changed, .id = field->record.id, .text = "mars"});
    CHECK(chosen == "berlin");
}

TEST_CASE("Radios are one set, know which is chosen and are as large as their words") {
    HeadlessPlatform platform;
    std::string chosen = "utc";
    Probe probe(platform, [&](Ui& ui) {
        const ChoiceSpec spec{.words = {.label = "Zone"}, .choices = kZones, .chosen = chosen};
        if (const auto change = radio_group(ui, {0, 0, 200, 60}, "zone", spec); change.chosen)
            chosen = *change.chosen;
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    const auto radios = window.mirror().all(Role::radio);
    REQUIRE(radios.size() == 4);
    for (const MirrorNode* radio : radios)
        CHECK(radio->attribute("name") == radios[0]->attribute("name"));
    CHECK(radios[0]->has(node_flag::checked));
    CHECK(window.activate(Role::radio, "Europe/Berlin"));
    CHECK(chosen == "berlin");
    CHECK(window.mirror().find(Role::radio, "Europe/Berlin")->has(node_flag::checked));
    CHECK_FALSE(window.mirror().find(Role::radio, "UTC")->has(node_flag::checked));
    const auto group = window.mirror().all(Role::radio_group);
    REQUIRE(group.size() == 1);
    CHECK(window.mirror().referred(*group[0], "aria-labelledby") == "Zone");
}

TEST_CASE("Typing narrows a combobox, Enter takes the active choice") {
    ComboProbe combo;
    CHECK(combo.options().empty());
    CHECK(combo.window.type("Time zone", "asia"));
    CHECK(combo.options() == std::vector<std::string>{"Asia/Shanghai 上海", "Asia/Singapore 新加坡"});
    CHECK(combo.field().has(node_flag::expanded));
    combo.press(InputKind::stepped, -1);
    combo.press(InputKind::submitted);
    CHECK(combo.chosen == "singapore");
    CHECK(combo.options().empty());
    CHECK(combo.field().value == "Asia/Singapore 新加坡");
}

TEST_CASE("A combobox tells assistive technology its list and the active choice") {
    ComboProbe combo;
    combo.window.type("Time zone", "asia");
    const auto lists = combo.window.mirror().all(Role::list_box);
    REQUIRE(lists.size() == 1);
    CHECK(combo.field().attribute("role") == "combobox");
    CHECK(combo.field().attribute("aria-controls") == "n" + std::to_string(lists[0]->record.id));
    CHECK(combo.window.mirror().referred(combo.field(), "aria-activedescendant") == "Asia/Shanghai 上海");
    combo.press(InputKind::stepped, -1);
    CHECK(combo.window.mirror().referred(combo.field(), "aria-activedescendant") == "Asia/Singapore 新加坡");
    CHECK(combo.window.mirror().header().overlay_depth == 0);
}

TEST_CASE("A click takes a choice of a combobox, Escape and leaving keep the old one") {
    ComboProbe combo;
    combo.window.type("Time zone", "上");
    CHECK(combo.window.activate(Role::option, "Asia/Shanghai 上海"));
    CHECK(combo.chosen == "shanghai");

    combo.window.type("Time zone", "ber");
    combo.window.send({.kind = InputKind::escape_pressed});
    CHECK(combo.chosen == "shanghai");
    CHECK(combo.field().value == "Asia/Shanghai 上海");

    combo.window.type("Time zone", "ber");
    combo.window.send({.kind = InputKind::focused, .id = 0});
    CHECK(combo.options().empty());
    CHECK(combo.chosen == "shanghai");
    CHECK(combo.field().value == "Asia/Shanghai 上海");
}

TEST_CASE("A combobox says when nothing matches and Enter then takes nothing") {
    ComboProbe combo;
    combo.window.type("Time zone", "mars");
    CHECK(combo.options().empty());
    const auto texts = combo.window.mirror().all(Role::text);
    CHECK(std::any_of(texts.begin(), texts.end(),
                      [](const MirrorNode* node) { return node->text == "No such zone"; }));
    combo.press(InputKind::submitted);
    CHECK(combo.chosen == "utc");
}

TEST_CASE("Checkboxes and switches are turned over by activation, not when they are disabled") {
    HeadlessPlatform platform;
    Tri on = Tri::off;
    int refused = 0;
    Probe probe(platform, [&](Ui& ui) {
        if (switch_control(ui, {0, 0, 300, 40}, "mail",
                           {.label = "Mail me", .hint = "At most once a day", .checked = on}))
            on = on == Tri::on ? Tri::off : Tri::on;
        if (checkbox(ui, {0, 80, 300, 40}, "never", {.label = "Never", .enabled = Enabled::no})) ++refused;
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    const MirrorNode* mail = window.mirror().find(Role::switch_control, "Mail me");
    REQUIRE(mail != nullptr);
    CHECK(window.mirror().referred(*mail, "aria-describedby") == "At most once a day");
    CHECK(window.activate(Role::switch_control, "Mail me"));
    CHECK(on == Tri::on);
    CHECK(window.mirror().find(Role::switch_control, "Mail me")->has(node_flag::checked));
    const auto id = window.mirror().find(Role::checkbox, "Never")->record.id;
    window.send({.kind = InputKind::activated, .id = id});
    CHECK(refused == 0);
}

TEST_CASE("The second day of a range is not before the first") {
    HeadlessPlatform platform;
    std::string until;
    Probe probe(platform, [&](Ui& ui) {
        const DateRangeSpec spec{
            .name = "Promised",
            .from = {.words = {.label = "From"}, .value = "2026-11-02", .shown = "2 Nov 2026"},
            .until = {.words = {.label = "Until"}, .earliest = "2026-01-01"}};
        const DateRangeChange change = date_range(ui, {0, 0, 400, 100}, "promised", spec);
        if (change.until.value) until = *change.until.value;
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    CHECK(window.mirror().find(Role::field, "Until")->attribute("min") == "2026-11-02");
    CHECK(window.mirror().find(Role::field, "From")->attribute("type") == "date");
    CHECK(window.type("Until", "2026-11-30"));
    CHECK(until == "2026-11-30");
}

TEST_CASE(
    "Picked files arrive with name, size and type, pictures show a preview, and each can be taken out") {
    HeadlessPlatform platform;
    std::vector<PickedFile> files;
    Probe probe(platform, [&](Ui& ui) {
        std::vector<FileRow> rows;
        for (const PickedFile& file : files)
            rows.push_back({file, "1 MB", "Remove"});
        const FileChange change =
            file_input(ui, {0, 0, 400, 300}, "photos",
                       {.words = {.label = "Photos"}, .prompt = "Choose", .files = rows});
        files.insert(files.end(), change.picked.begin(), change.picked.end());
        if (change.removed) files.erase(files.begin() + static_cast<std::ptrdiff_t>(*change.removed));
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    const auto id = window.mirror().find(Role::file, "Photos")->record.id;
    window.send(
        {.kind = InputKind::value_changed,
         .id = id,
         .text = "f1\t箱子 1.jpg\t1048576\timage/jpeg\nbroken line\nf2\tnote.pdf\t12\tapplication/pdf"});
    REQUIRE(files.size() == 2);
    CHECK(files[0].name == "箱子 1.jpg");
    CHECK(files[0].bytes == 1048576);
    CHECK(files[1].media_type == "application/pdf");
    window.send({.kind = InputKind::environment_changed});
    const auto pictures = window.mirror().all(Role::picture);
    REQUIRE(pictures.size() == 1);
    CHECK(pictures[0]->value == "f1");
    CHECK(window.activate(Role::button, "Remove"));
    REQUIRE(files.size() == 1);
    CHECK(files[0].key == "f2");
}

TEST_CASE("A time of the day is a native time input") {
    HeadlessPlatform platform;
    std::string value = "22:00";
    Probe probe(platform, [&](Ui& ui) {
        const FieldChange change = time_input(ui, {0, 0, 300, 100}, "quiet",
                                              {.words = {.label = "From"}, .value = value, .shown = value});
        if (change.value) value = *change.value;
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    CHECK(window.mirror().find(Role::field, "From")->attribute("type") == "time");
    REQUIRE(window.type("From", "06:30"));
    CHECK(value == "06:30");
}
