#include "client/ui/widgets/tooltip.h"

#include "client/ui/text.h"
#include "client/ui/ui_state.h"

#include <algorithm>
#include <cmath>

namespace orderdeck::client::ui {
namespace {

constexpr float kWidest = 320;
constexpr float kMargin = 8; ///< to the edges of the screen
constexpr float kGap = 4;
constexpr float kSide = 10;
constexpr float kAbove = 6;
constexpr TextStyle kWords{TextSize::caption, Weight::regular, Ink::on_inverse, Align::left};

/// Below what it belongs to, or above where there is no room.
Rect place(Ui& ui, const Hint& hint, float width, float height) {
    const Rect view = ui.viewport();
    const Rect& anchor = hint.anchor;
    const float wanted = anchor.width > width ? anchor.x : anchor.x + (anchor.width - width) / 2;
    const float x = std::clamp(wanted, kMargin, std::max(kMargin, view.width - width - kMargin));
    const bool fits = anchor.bottom() + kGap + height <= view.height - kMargin;
    return {x, fits ? anchor.bottom() + kGap : std::max(kMargin, anchor.y - kGap - height), width, height};
}

} // namespace

void tooltip(Ui& ui) {
    UiState& state = ui.state();
    if (!state.mirror.hint() || !state.mirror.hint()->anchor.intersects(ui.viewport())) return;
    const Hint hint = *state.mirror.hint();
    const float room = std::min(kWidest, ui.viewport().width - 2 * kMargin) - 2 * kSide;
    const float inner = std::min(room, std::ceil(text_width(ui, hint.text, kWords)));
    const float height = paragraph_height(ui, inner, hint.text, kWords) + 2 * kAbove;
    const Rect area = place(ui, hint, inner + 2 * kSide, height);
    const bool before = state.drawing_overlay;
    state.drawing_overlay = true;
    ui.painter().fill(area, Fill::inverse, 6);
    {
        // Its words are a name, a description or a text of the mirror already.
        const Scope scope(ui, {.role = Role::tooltip,
                               .id = tooltip_id(Id{hint.id}),
                               .rect = area,
                               .radius = 6,
                               .more_flags = platform::node_flag::overlay | platform::node_flag::unspoken});
        lines(ui, area.inset(kSide, kAbove), hint.text, kWords);
    }
    state.drawing_overlay = before;
}

} // namespace orderdeck::client::ui
