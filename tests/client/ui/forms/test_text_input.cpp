#include "client/ui/forms/number_input.h"
#include "client/ui/forms/text_input.h"
#include "tests/client/ui/widgets/probe.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::client::ui;
using orderdeck::client::platform::InputKind;
namespace node_flag = orderdeck::client::platform::node_flag;

namespace {

struct NumberProbe {
    HeadlessPlatform platform;
    std::string value = "3";
    int steps = 0;
    Enabled more = Enabled::yes;
    Probe probe{platform, [this](Ui& ui) {
                    const NumberChange change = number_input(ui, {10, 10, 300, 100}, "count",
                                                             {.words = {.label = "Quantity"},
                                                              .value = value,
                                                              .unit = "pieces",
                                                              .less_name = "One less",
                                                              .more_name = "One more",
                                                              .more = more});
                    if (change.typed.value) value = *change.typed.value;
                    steps += change.step;
                }};
    HeadlessWindow window{platform, probe};

    NumberProbe() { window.settle(); }
};

} // namespace

TEST_CASE("A field is named by its label and described by its hint or, in its place, its error") {
    HeadlessPlatform platform;
    std::string error;
    Probe probe(platform, [&](Ui& ui) {
        text_input(ui, {10, 10, 300, 200}, "mail",
                   {.words = {.label = "E-mail",
                              .optional = "(optional)",
                              .hint = "For the receipt.",
                              .error = error},
                    .kind = TextKind::email});
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    const MirrorNode* field = window.mirror().find(Role::field, "E-mail (optional)");
    REQUIRE(field != nullptr);
    CHECK(window.mirror().referred(*field, "aria-describedby") == "For the receipt.");
    CHECK(field->attribute("aria-invalid").empty());
    CHECK(field->attribute("autocomplete") == "email");

    error = "Without an @ it is no address.";
    window.send({.kind = InputKind::environment_changed});
    field = window.mirror().find(Role::field, "E-mail (optional)");
    CHECK(window.mirror().referred(*field, "aria-describedby") == error);
    CHECK(field->attribute("aria-invalid") == "true");
}

TEST_CASE("The label of a field focuses it") {
    HeadlessPlatform platform;
    Probe probe(platform, [&](Ui& ui) {
        text_input(ui, {0, 0, 300, 100}, "name", {.words = {.label = "Name"}});
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    const auto labels = window.mirror().all(Role::label);
    REQUIRE(labels.size() == 1);
    const MirrorNode* field = window.mirror().find(Role::field, "Name");
    REQUIRE(field != nullptr);
    CHECK(labels[0]->attribute("for") == "n" + std::to_string(field->record.id));
}

TEST_CASE("A field's height has room for everything that is drawn in it") {
    HeadlessPlatform platform(320, 700);
    const TextInputSpec spec{
        .words = {.label = "Message", .hint = "What happened, and what you would like us to do now?"},
        .kind = TextKind::prose,
        .rows = 5};
    float told = 0;
    float drawn = 0;
    Probe probe(platform, [&](Ui& ui) {
        told = text_input_height(ui, 200, spec);
        drawn = text_input(ui, {0, 0, 200, 0}, "message", spec).height;
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    CHECK(told == drawn);
    float bottom = 0;
    for (const MirrorNode& node : window.mirror().nodes()) {
        if (node.parent == -1) bottom = std::max(bottom, node.record.y + node.record.height);
    }
    CHECK(bottom <= told);
    CHECK(window.mirror().find(Role::field, "Message")->has(node_flag::multi_line));
}

TEST_CASE("Fields have 16 px text on phones, or they would zoom") {
    HeadlessPlatform platform(390, 844);
    Probe probe(platform, [&](Ui& ui) {
        text_input(ui, {0, 0, 300, 44}, "mail", {.words = {.label = "E-mail"}});
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    CHECK(window.mirror().find(Role::field, "E-mail")->record.font_size >= 16);
}

TEST_CASE("What is typed as a number is kept as it is, and buttons and arrow keys step it") {
    NumberProbe number;
    CHECK(number.window.type("Quantity", "1,5 oder so"));
    CHECK(number.value == "1,5 oder so");
    CHECK(number.window.activate(Role::button, "One more"));
    CHECK(number.steps == 1);
    const auto id = number.window.mirror().find(Role::field, "Quantity")->record.id;
    number.window.send({.kind = InputKind::stepped, .id = id, .y = -1});
    number.window.send({.kind = InputKind::stepped, .id = id, .y = -1});
    CHECK(number.steps == -1);
    CHECK(number.window.mirror().find(Role::field, "Quantity")->description == "pieces");
}

TEST_CASE("A number that has reached its most is not stepped on") {
    NumberProbe number;
    number.more = Enabled::no;
    number.window.send({.kind = InputKind::environment_changed});
    CHECK_FALSE(number.window.activate(Role::button, "One more"));
    const auto id = number.window.mirror().find(Role::field, "Quantity")->record.id;
    number.window.send({.kind = InputKind::stepped, .id = id, .y = 1});
    CHECK(number.steps == 0);
}

TEST_CASE("A password is shown on demand and stays a password to the browser's store") {
    HeadlessPlatform platform;
    Tri revealed = Tri::off;
    Probe probe(platform, [&](Ui& ui) {
        const FieldChange change = text_input(ui, {0, 0, 300, 100}, "secret",
                                              {.words = {.label = "Password"},
                                               .value = "sesame",
                                               .kind = TextKind::password,
                                               .revealed = revealed,
                                               .reveal_name = "Show it"});
        if (change.reveal_pressed) revealed = revealed == Tri::on ? Tri::off : Tri::on;
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    CHECK(window.mirror().find(Role::field, "Password")->attribute("type") == "password");
    REQUIRE(window.activate(Role::button, "Show it"));
    window.send({.kind = InputKind::environment_changed});
    const MirrorNode* field = window.mirror().find(Role::field, "Password");
    CHECK(field->attribute("type") == "text");
    CHECK(field->attribute("autocomplete") == "current-password");
    CHECK(field->attribute("spellcheck") == "false");
}
