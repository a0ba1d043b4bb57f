#include "client/ui/widgets/overlay.h"

#include "client/ui/ui_state.h"

#include <algorithm>

namespace orderdeck::client::ui {
namespace {

constexpr float kRadius = 12;
constexpr float kSheetRadius = 16;

void paint_surface(Ui& ui, const Rect& area, Shade shade) {
    Painter& painter = ui.painter();
    if (shade == Shade::dark) painter.shade(ui.viewport(), 0.4F);
    if (is_sheet(ui)) {
        painter.push_clip(area);
        painter.fill({area.x, area.y, area.width, area.height + kSheetRadius + 4}, Fill::raised,
                     kSheetRadius);
        painter.pop_clip();
        return;
    }
    painter.fill(area, Fill::raised, kRadius);
    painter.border(area, Fill::line, kRadius);
}

/// True when it was not there in the last frame.
bool take_focus(Ui& ui, Id overlay, const OverlaySpec& spec) {
    UiState& state = ui.state();
    state.overlays.push_back({overlay.value, spec.opener.value});
    const auto& before = state.overlays_before;
    const bool is_new = std::none_of(before.begin(), before.end(),
                                     [&](const OpenOverlay& other) { return other.id == overlay.value; });
    if (is_new) ui.focus(spec.first.value != 0 ? spec.first : overlay);
    return is_new;
}

} // namespace

bool is_sheet(Ui& ui) { return ui.layout() == LayoutClass::phone; }

void forget_scroll(Ui& ui, std::string_view key) { ui.state().scrollers.erase(ui.id(key).value); }

Overlay::Overlay(Ui& ui, std::string_view key, const OverlaySpec& spec)
    : ui_(ui), was_drawing_overlay_(ui.state().drawing_overlay) {
    UiState& state = ui.state();
    state.drawing_overlay = true;
    const Id id = ui.id(key);
    opened_ = take_focus(ui, id, spec);
    const Id scrim{hash_id(id.value, "scrim")};
    // Only the uppermost hears what is meant for one of them.
    const bool on_top = state.overlays.size() >= state.overlays_before.size();
    dismissed_ = on_top && (ui.escape_pressed() || ui.back_pressed() || ui.activated(scrim));
    leaf(ui, {.role = Role::scrim,
              .id = scrim,
              .rect = ui.viewport(),
              .more_flags = platform::node_flag::overlay});
    paint_surface(ui, spec.area, spec.shade);
    state.mirror.open({.role = Role::dialog,
                       .id = id,
                       .rect = spec.area,
                       .name = spec.name,
                       .test_id = key,
                       .radius = kRadius,
                       .more_flags = platform::node_flag::overlay | platform::node_flag::focus_target});
}

Overlay::~Overlay() {
    ui_.state().mirror.close();
    ui_.state().drawing_overlay = was_drawing_overlay_;
}

} // namespace orderdeck::client::ui
