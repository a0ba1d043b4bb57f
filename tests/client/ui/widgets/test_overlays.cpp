#include "client/ui/widgets/button.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/toast.h"
#include "tests/client/ui/widgets/probe.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::client::ui;
using orderdeck::client::platform::InputKind;
namespace node_flag = orderdeck::client::platform::node_flag;

namespace {

/// A page with a button that asks before it removes, and a second question above the first one.
struct ConfirmProbe {
    HeadlessPlatform platform;
    bool asking = false;
    bool sure = false;
    int removed = 0;
    Probe probe{platform, [this](Ui& ui) {
                    const Id opener = ui.id("remove");
                    if (button(ui, {10, 10, 120, 40}, "remove", {.label = "Remove"})) asking = true;
                    if (!asking) return;
                    const Answer answer = confirm(ui, "ask",
                                                  {.title = "Remove it?",
                                                   .text = "It cannot be taken back.",
                                                   .confirm = "Remove now",
                                                   .cancel = "Keep",
                                                   .close_name = "Close",
                                                   .weight = Weightiness::destructive,
                                                   .opener = opener});
                    if (answer == Answer::confirm) ++removed;
                    if (answer != Answer::none) asking = false;
                    if (asking && sure &&
                        popover(ui, "more", {.title = "More", .text = "Really", .close_name = "Close more"}))
                        sure = false;
                }};
    HeadlessWindow window{platform, probe};

    ConfirmProbe() {
        window.settle();
        window.activate(Role::button, "Remove");
        window.send({.kind = InputKind::environment_changed});
    }
    std::uint32_t depth() const { return window.mirror().header().overlay_depth; }
    std::uint32_t focus() const { return window.mirror().header().focus_id; }
    std::uint32_t id_of(Role role, std::string_view name) {
        const MirrorNode* node = window.mirror().find(role, name);
        return node == nullptr ? 0 : node->record.id;
    }
    void press(InputKind kind) {
        window.send({.kind = kind});
        window.send({.kind = InputKind::environment_changed});
    }
};

} // namespace

TEST_CASE("A question covers the page, begins on the answer that does nothing and gives the focus back") {
    ConfirmProbe ask;
    CHECK(ask.depth() == 1);
    CHECK(ask.window.mirror().find(Role::dialog, "Remove it?") != nullptr);
    CHECK(ask.focus() == ask.id_of(Role::button, "Keep"));
    CHECK(ask.window.activate(Role::button, "Remove now"));
    CHECK(ask.removed == 1);
    ask.window.send({.kind = InputKind::environment_changed});
    CHECK(ask.depth() == 0);
    CHECK(ask.focus() == ask.id_of(Role::button, "Remove"));
}

TEST_CASE("Escape, Back, the cross and a click beside it do nothing but close a question") {
    for (const int way : {0, 1, 2, 3}) {
        CAPTURE(way);
        ConfirmProbe ask;
        if (way == 0) ask.press(InputKind::escape_pressed);
        if (way == 1) ask.press(InputKind::overlay_back);
        if (way == 2) ask.window.activate(Role::button, "Close");
        if (way == 3) {
            const auto scrims = ask.window.mirror().all(Role::scrim);
            REQUIRE(scrims.size() == 1);
            ask.window.send({.kind = InputKind::activated, .id = scrims[0]->record.id});
        }
        ask.window.send({.kind = InputKind::environment_changed});
        CHECK(ask.depth() == 0);
        CHECK(ask.removed == 0);
    }
}

TEST_CASE("Escape closes only the uppermost of two overlays") {
    ConfirmProbe ask;
    ask.sure = true;
    ask.press(InputKind::environment_changed);
    CHECK(ask.depth() == 2);
    ask.press(InputKind::escape_pressed);
    CHECK(ask.depth() == 1);
    CHECK(ask.asking);
    ask.press(InputKind::escape_pressed);
    CHECK(ask.depth() == 0);
}

TEST_CASE("A dialog is never higher than the window; its body scrolls and its buttons stay in sight") {
    for (const float width : {390.0F, 1280.0F}) {
        HeadlessPlatform platform(width, 600);
        Probe probe(platform, [&](Ui& ui) {
            Dialog dialog(ui, "long", {.title = "Long", .close_name = "Close", .body_height = 4000});
            text(ui, {dialog.body().x, dialog.body().y + 3980, 100, 20}, "the end");
            dialog.end_body(dialog.body().y + 4000);
            button(ui, dialog.footer(), "ok", {.label = "OK"});
        });
        HeadlessWindow window(platform, probe);
        window.settle();
        const MirrorNode* dialog = window.mirror().find(Role::dialog, "Long");
        REQUIRE(dialog != nullptr);
        CHECK(dialog->record.y >= 0);
        CHECK(dialog->record.y + dialog->record.height <= 600);
        const MirrorNode* ok = window.mirror().find(Role::button, "OK");
        REQUIRE(ok != nullptr);
        CHECK(ok->record.y + ok->record.height <= dialog->record.height);
        const auto groups = window.mirror().all(Role::group);
        REQUIRE(groups.size() == 1);
        CHECK(groups[0]->record.content_height >= 4000);
    }
}

TEST_CASE("A toast is spoken once a message, covers nothing and offers its action") {
    HeadlessPlatform platform;
    ToastSpec spec{.text = "Pinned", .action = "Undo", .close_name = "Close", .version = 1};
    ToastResult last = ToastResult::none;
    Probe probe(platform, [&](Ui& ui) {
        const ToastResult result = toast(ui, "toast", 0, spec);
        if (result != ToastResult::none) last = result;
    });
    HeadlessWindow window(platform, probe);
    window.settle();
    CHECK(window.mirror().polite() == "Pinned");
    CHECK(window.mirror().header().overlay_depth == 0);
    const auto version = window.mirror().header().announce_version;
    window.send({.kind = InputKind::environment_changed});
    CHECK(window.mirror().header().announce_version == version);
    spec.text = "Pinned too";
    spec.version = 2;
    window.send({.kind = InputKind::environment_changed});
    CHECK(window.mirror().header().announce_version == version + 1);
    CHECK(window.activate(Role::button, "Undo"));
    CHECK(last == ToastResult::action);
}
