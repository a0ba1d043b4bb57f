#include "client/ui/widgets/toast.h"

#include "client/ui/ui_state.h"
#include "client/ui/widgets/button.h"

#include <algorithm>

namespace orderdeck::client::ui {
namespace {

constexpr float kWidest = 480;
constexpr float kMargin = 16;
constexpr float kIcon = 20;
constexpr float kGap = 12;

} // namespace

ToastResult toast(Ui& ui, std::string_view key, float lift, const ToastSpec& spec) {
    UiState& state = ui.state();
    const Rect view = ui.viewport();
    const float width = std::min(kWidest, view.width - 2 * kMargin);
    const float side = ui.control_height();
    const ButtonSpec action{.label = spec.action, .kind = ButtonKind::quiet};
    const float action_width = spec.action.empty() ? 0 : button_width(ui, action);
    const float room = width - kMargin - kIcon - kGap - action_width - side;
    const float text_height = paragraph_height(ui, room, spec.text, style::body);
    const float height = std::max(side, text_height + 8) + 8;
    const Rect area{(view.width - width) / 2, view.height - ui.safe_area().bottom - lift - kMargin - height,
                    width, height};
    const Id id = ui.id(key);
    const std::uint32_t spoken = hash_id(id.value, std::uint64_t{spec.version});
    if (state.spoken_toast != spoken) ui.announce(spec.text);
    state.spoken_toast = spoken;

    const bool before = state.drawing_overlay;
    state.drawing_overlay = true;
    ui.painter().fill(area, Fill::raised, 12);
    ui.painter().border(area, Fill::line, 12);
    ToastResult result = ToastResult::none;
    {
        // A landmark, because it stands outside of those of the page.
        const Scope scope(ui, {.role = Role::region,
                               .id = id,
                               .rect = area,
                               .name = spec.text,
                               .test_id = key,
                               .radius = 12,
                               .more_flags = platform::node_flag::overlay});
        const IdScope ids(ui, key);
        Rect rest = area.inset(0, 4);
        rest.take_left(kMargin);
        ui.painter().icon(spec.icon, rest.take_left(kIcon).left_middle({kIcon, kIcon}), spec.icon_ink, 2);
        rest.take_left(kGap);
        const Rect cross = rest.take_right(side).centered({side, side});
        const Rect action_area = rest.take_right(action_width).right_middle({action_width, side});
        paragraph(ui, rest.left_middle({rest.width, text_height}), spec.text, style::body);
        if (!spec.action.empty() && button(ui, action_area, "action", action)) result = ToastResult::action;
        if (icon_button(ui, cross, "close", Icon::close, spec.close_name)) result = ToastResult::closed;
    }
    state.drawing_overlay = before;
    return result;
}

} // namespace orderdeck::client::ui
