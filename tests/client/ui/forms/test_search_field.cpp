#include "client/ui/forms/search_field.h"
#include "tests/client/ui/widgets/probe.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::client::ui;
using orderdeck::client::platform::InputKind;

namespace {

struct SearchProbe {
    HeadlessPlatform platform;
    std::string value;
    int submitted = 0;
    Probe probe{platform, [this](Ui& ui) {
                    const FieldChange change = search_field(
                        ui, {10, 10, 400, 40}, "search",
                        {.label = "Search", .value = value, .hint = "Order, PO", .clear_name = "Clear"});
                    if (change.value) value = *change.value;
                    if (change.submitted) ++submitted;
                }};
    HeadlessWindow window{platform, probe};

    SearchProbe() { window.settle(); }
    const MirrorNode& field() { return *window.mirror().find(Role::field, "Search"); }
};

} // namespace

TEST_CASE("What is typed reaches the model and the field is never overwritten meanwhile") {
    SearchProbe search;
    const std::uint32_t version = search.field().record.value_version;
    CHECK(search.field().hint == "Order, PO");
    CHECK(search.window.type("Search", "SO-1 中文"));
    CHECK(search.value == "SO-1 中文");
    CHECK(search.field().value == "SO-1 中文");
    CHECK(search.field().record.value_version == version);
}

TEST_CASE("The cross and Escape empty the search and overwrite the field") {
    SearchProbe search;
    CHECK(search.window.mirror().find(Role::button, "Clear") == nullptr);
    search.window.type("Search", "abc");
    const std::uint32_t version = search.field().record.value_version;
    CHECK(search.window.activate(Role::button, "Clear"));
    CHECK(search.value.empty());
    CHECK(search.field().value.empty());
    CHECK(search.field().record.value_version > version);

    search.window.type("Search", "abc");
    search.window.send({.kind = InputKind::escape_pressed});
    CHECK(search.value.empty());
}

TEST_CASE("The slash key focuses the search") {
    SearchProbe search;
    const auto version = search.window.mirror().header().focus_version;
    search.window.send({.kind = InputKind::search_pressed});
    CHECK(search.window.mirror().header().focus_id == search.field().record.id);
    CHECK(search.window.mirror().header().focus_version > version);
}

TEST_CASE("Enter submits") {
    SearchProbe search;
    search.window.send({.kind = InputKind::submitted, .id = search.field().record.id});
    CHECK(search.submitted == 1);
}
