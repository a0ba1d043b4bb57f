#include "client/screens/imports/imports_screen.h"

#include "client/screens/settings/settings_screen.h"
#include "client/screens/words/scaled.h"
#include "client/ui/forms/combobox.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/pill.h"

#include <algorithm>

namespace orderdeck::client::screens {
namespace {

float draw_explain(ui::Ui& ui, const ui::Rect& area, const ExplainView& view, Actions& actions) {
    ui::Rect rest = area;
    const Choices choices(view.choices);
    const ui::ChoiceChange change = ui::combobox(ui, field_column(rest), "means",
                                                 {.words = field_text(view.field),
                                                  .choices = choices.all(),
                                                  .chosen = choices.chosen(),
                                                  .placeholder = view.placeholder,
                                                  .list_name = view.list_name,
                                                  .nothing = view.nothing,
                                                  .more = view.more});
    if (change.chosen) actions.push_back(app::MeaningChosen{*change.chosen});
    rest.take_top(change.height + 12);
    const float failure = draw_alert(ui, rest, "explain-failed", view.failure);
    rest.take_top(failure > 0 ? failure + 12 : 0);
    ButtonFlow buttons(ui, rest);
    if (buttons.button("means-save", {.label = view.save,
                                      .kind = ui::ButtonKind::primary,
                                      .enabled = view.ready ? ui::Enabled::yes : ui::Enabled::no}))
        actions.push_back(app::RepairPressed{app::Repair::explain});
    if (buttons.button("means-cancel", {.label = view.cancel, .kind = ui::ButtonKind::quiet}))
        actions.push_back(app::RepairPressed{app::Repair::none});
    rest.take_top(buttons.height());
    return rest.y - area.y;
}

/// Title and place at the left, how grave it is at the right; on narrow cards above them.
float draw_title(ui::Ui& ui, const ui::Rect& area, const ReasonRowView& reason) {
    constexpr float kNarrowest = 420;
    ui::Rect rest = area;
    const float pill = ui::pill_width(ui, reason.severity.label);
    const ui::Tone tone = tone_of(reason.severity.tone);
    if (area.width < scaled(ui, kNarrowest)) {
        ui::pill(ui, rest.take_top(ui::pill_height(ui)), reason.severity.label, tone);
        rest.take_top(4);
    } else {
        ui::Rect corner = rest.take_right(pill);
        corner.height = ui::pill_height(ui);
        ui::pill(ui, corner.moved(0, -2), reason.severity.label, tone);
        rest.take_right(12);
    }
    const float title = ui::paragraph_height(ui, rest.width, reason.title, ui::style::body_strong);
    const ui::Rect place = rest.take_top(title);
    {
        const ui::Scope heading(ui,
                                {.role = ui::Role::heading, .id = ui.id("title"), .rect = place, .level = 3});
        ui::paragraph(ui, place, reason.title, ui::style::body_strong);
    }
    if (!reason.place.empty()) {
        rest.take_top(2);
        rest.take_top(ui::paragraph(ui, rest, reason.place, ui::style::caption));
    }
    return rest.y - area.y;
}

float draw_reason(ui::Ui& ui, const ui::Rect& area, const ReasonRowView& reason, Actions& actions) {
    const ui::IdScope ids(ui, reason.id);
    ui::Rect rest = area;
    rest.take_top(draw_title(ui, rest, reason));
    if (!reason.remedy.empty()) {
        rest.take_top(6);
        rest.take_top(ui::paragraph(ui, rest, reason.remedy, ui::style::secondary));
    }
    if (!reason.explain.empty()) {
        rest.take_top(10);
        ButtonFlow buttons(ui, rest);
        if (buttons.button("explain", {.label = reason.explain})) {
            actions.push_back(app::ExplainPressed{reason.id});
            ui.focus(ui.id("means"));
        }
        rest.take_top(buttons.height());
    }
    if (reason.explaining) {
        rest.take_top(12);
        rest.take_top(draw_explain(ui, rest, *reason.explaining, actions));
    }
    rest.take_top(4);
    rest.take_top(draw_text(ui, rest, reason.text, actions));
    return rest.y - area.y;
}

} // namespace

float draw_reasons_card(ui::Ui& ui, const ui::Rect& area, const ImportPageView& view, Actions& actions) {
    if (view.reasons.empty()) return 0;
    ui::GrowingCard card(ui, area);
    ui::Rect rest = card.inside();
    rest.take_top(draw_card_title(ui, rest, view.reasons_title) - 4);
    for (const ReasonRowView& reason : view.reasons) {
        if (&reason != &view.reasons.front()) {
            rest.take_top(8);
            ui.painter().fill({rest.x, rest.y, rest.width, 1}, ui::Fill::line2);
            rest.take_top(16);
        }
        rest.take_top(draw_reason(ui, rest, reason, actions));
    }
    rest.take_top(draw_more(ui, rest, view.more, app::MoreFindingsWanted{}, actions));
    return card.end(rest.y);
}

} // namespace orderdeck::client::screens
