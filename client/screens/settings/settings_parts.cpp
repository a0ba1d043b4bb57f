#include "client/screens/settings/settings_screen.h"

#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/toast.h"

#include <algorithm>

namespace orderdeck::client::screens {

ui::Rect field_column(const ui::Rect& area) {
    constexpr float kWidest = 480;
    return {area.x, area.y, std::min(area.width, kWidest), area.height};
}

float draw_card_title(ui::Ui& ui, const ui::Rect& area, std::string_view title) {
    const float height = ui.line_height(ui::TextSize::lead);
    ui::heading(ui, {area.x, area.y, area.width, height}, title, 2, ui::style::lead_strong);
    return height + 16;
}

ui::FieldText field_text(const FieldView& view) {
    return {.label = view.label, .hint = view.hint, .error = view.error};
}

void lead_to(ui::Ui& ui, const SettingsView& view, const SettingsMemory& memory, std::string_view key) {
    if (memory.attempt != view.attempt && view.wrong_key == key) ui.focus(ui.id(key));
}

Choices::Choices(const std::vector<ChoiceView>& views) {
    choices_.reserve(views.size());
    for (const ChoiceView& view : views) {
        choices_.push_back({view.key, view.label, view.hint});
        if (view.chosen) chosen_ = view.key;
    }
}

void draw_question(ui::Ui& ui, const QuestionView& view, ui::Id opener, Actions& actions) {
    const ui::ConfirmSpec spec{.title = view.title,
                               .text = view.text,
                               .confirm = view.confirm,
                               .cancel = view.cancel,
                               .close_name = view.close_name,
                               .weight = ui::Weightiness::destructive,
                               .opener = opener};
    switch (ui::confirm(ui, "question", spec)) {
    case ui::Answer::none: break;
    case ui::Answer::cancel: actions.push_back(app::QuestionAnswered{app::Reply::cancel}); break;
    case ui::Answer::confirm: actions.push_back(app::QuestionAnswered{app::Reply::confirm}); break;
    }
}

void draw_toast(ui::Ui& ui, const ToastView& view, float lift, Actions& actions) {
    const ui::ToastSpec spec{
        .text = view.text, .action = view.action, .close_name = view.close_name, .version = view.version};
    switch (ui::toast(ui, "toast", lift, spec)) {
    case ui::ToastResult::none: break;
    case ui::ToastResult::action: actions.push_back(app::ToastUsed{app::Reply::confirm}); break;
    case ui::ToastResult::closed: actions.push_back(app::ToastUsed{app::Reply::cancel}); break;
    }
}

} // namespace orderdeck::client::screens
