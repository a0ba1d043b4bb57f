#include "client/screens/imports/imports_screen.h"

#include "client/screens/settings/settings_screen.h"
#include "client/ui/forms/text_input.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/pill.h"

#include <algorithm>

namespace orderdeck::client::screens {
namespace {

float draw_head(ui::Ui& ui, const ui::Rect& area, const ImportStateView& view) {
    const float height = std::max(ui.line_height(ui::TextSize::lead), ui::pill_height(ui));
    ui::Rect line{area.x, area.y, area.width, height};
    const ui::Rect title = ui::heading(ui, line, view.title, 2, ui::style::lead_strong);
    line.take_left(title.width + 12);
    ui::pill(ui, line, view.pill.label, tone_of(view.pill.tone));
    return height;
}

float draw_words(ui::Ui& ui, const ui::Rect& area, const ImportStateView& view) {
    ui::Rect rest = area;
    rest.take_top(ui::paragraph(ui, rest, view.text, ui::style::body));
    for (const std::string& point : view.points) {
        rest.take_top(4);
        rest.take_top(ui::paragraph(ui, rest, point, ui::style::body_strong));
    }
    if (!view.detail.empty()) {
        rest.take_top(8);
        rest.take_top(ui::paragraph(ui, rest, view.detail, ui::style::secondary));
    }
    return rest.y - area.y;
}

float draw_ignore_form(ui::Ui& ui, const ui::Rect& area, const ImportStateView& view, Actions& actions) {
    const IgnoreFormView& form = *view.ignoring;
    ui::Rect rest = area;
    const ui::FieldChange change =
        ui::text_input(ui, field_column(rest), "ignore-reason",
                       {.words = field_text(form.field), .value = form.field.value, .max_length = 150});
    if (change.value) actions.push_back(app::IgnoreReasonTyped{*change.value});
    rest.take_top(change.height + 12);
    const ui::Enabled enabled = view.running ? ui::Enabled::no : ui::Enabled::yes;
    ButtonFlow buttons(ui, rest);
    const bool confirmed = buttons.button(
        "ignore-confirm", {.label = form.confirm, .kind = ui::ButtonKind::primary, .enabled = enabled});
    if (confirmed || (change.submitted && !view.running))
        actions.push_back(app::RepairPressed{app::Repair::ignore});
    if (buttons.button("ignore-cancel", {.label = form.cancel, .kind = ui::ButtonKind::quiet}))
        actions.push_back(app::RepairPressed{app::Repair::none});
    rest.take_top(buttons.height());
    return rest.y - area.y;
}

} // namespace

float draw_state_card(ui::Ui& ui, const ui::Rect& area, const ImportStateView& view, Actions& actions) {
    ui::GrowingCard card(ui, area);
    ui::Rect rest = card.inside();
    rest.take_top(draw_head(ui, rest, view) + 8);
    rest.take_top(draw_words(ui, rest, view));
    if (view.file_text) rest.take_top(draw_text(ui, rest, *view.file_text, actions));
    rest.take_top(view.failure.empty() ? 0 : 8.0F);
    rest.take_top(draw_alert(ui, rest, "repair-failed", view.failure));
    if (view.ignoring) {
        rest.take_top(16);
        rest.take_top(draw_ignore_form(ui, rest, view, actions));
    }
    if (view.buttons.empty()) return card.end(rest.y);
    rest.take_top(16);
    ButtonFlow buttons(ui, rest);
    for (const RepairButtonView& button : view.buttons) {
        const bool is_first = &button == &view.buttons.front();
        if (buttons.button(button.key, {.label = button.label,
                                        .kind = is_first ? ui::ButtonKind::primary : ui::ButtonKind::plain,
                                        .icon = button.icon,
                                        .enabled = view.running ? ui::Enabled::no : ui::Enabled::yes})) {
            actions.push_back(app::RepairPressed{button.repair});
            if (button.repair == app::Repair::ignore) ui.focus(ui.id("ignore-reason"));
        }
    }
    rest.take_top(buttons.height());
    return card.end(rest.y);
}

} // namespace orderdeck::client::screens
