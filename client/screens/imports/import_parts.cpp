#include "client/screens/imports/imports_screen.h"

#include "client/screens/words/scaled.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/notice.h"

#include <algorithm>

namespace orderdeck::client::screens {

float draw_absence(ui::Ui& ui, const ui::Rect& area, const AbsenceView& view, Actions& actions) {
    const ui::Rect box{area.x, area.y, area.width, scaled(ui, 300)};
    ui::card(ui, box);
    const ui::EmptyStateSpec spec{
        .icon = view.icon, .title = view.title, .text = view.text, .action = view.way_out};
    if (ui::empty_state(ui, box, "absence", spec)) actions.push_back(view.action);
    return box.height;
}

float draw_alert(ui::Ui& ui, const ui::Rect& area, std::string_view key, std::string_view text) {
    const ui::TextStyle style = ui::style::with(ui::style::body, ui::Ink::bad);
    const float height = text.empty() ? 0 : ui::paragraph_height(ui, area.width, text, style);
    const ui::Rect place{area.x, area.y, area.width, height};
    const ui::Scope status(ui, {.role = ui::Role::status, .id = ui.id(key), .rect = place});
    if (height > 0) ui::paragraph(ui, place, text, style);
    return height;
}

float draw_more(ui::Ui& ui, const ui::Rect& area, const MoreView& view, const app::Action& action,
                Actions& actions) {
    if (view.label.empty()) return 0;
    ui::Rect rest = area;
    rest.take_top(12);
    const float failure = draw_alert(ui, rest, "more-failed", view.failure);
    rest.take_top(failure > 0 ? failure + 8 : 0);
    const ui::ButtonSpec spec{.label = view.label,
                              .enabled = view.running ? ui::Enabled::no : ui::Enabled::yes};
    const float width = ui::button_width(ui, spec);
    const ui::Rect line = rest.take_top(ui.control_height());
    if (ui::button(ui, line.centered({width, line.height}), "more", spec)) actions.push_back(action);
    return rest.y - area.y;
}

bool ButtonFlow::button(std::string_view key, const ui::ButtonSpec& spec) {
    constexpr float kGap = 8;
    const float width = std::min(ui::button_width(ui_, spec), area_.width);
    const bool is_first = next_.x == area_.x;
    if (!is_first && next_.x + width > area_.right()) {
        next_.x = area_.x;
        next_.y += ui_.control_height() + kGap;
    }
    const ui::Rect place{next_.x, next_.y, width, ui_.control_height()};
    next_.x += width + kGap;
    return ui::button(ui_, place, key, spec);
}

float ButtonFlow::height() const {
    const bool is_empty = next_.x == area_.x && next_.y == area_.y;
    return is_empty ? 0 : next_.y - area_.y + ui_.control_height();
}

} // namespace orderdeck::client::screens
