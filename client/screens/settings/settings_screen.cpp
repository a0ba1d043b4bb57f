#include "client/screens/settings/settings_screen.h"

#include "client/screens/words/scaled.h"
#include "client/ui/scroll.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/notice.h"
#include "client/ui/widgets/pill.h"

#include <algorithm>

namespace orderdeck::client::screens {
namespace {

constexpr float kGap = 16;
constexpr float kPhoneMargin = 16;
/// Below this there is one column.
constexpr float kNarrowestTwoColumns = 820;
/// One column is not wider than a form is read.
constexpr float kWidestColumn = 640;

bool is_phone(ui::Ui& ui) { return ui.layout() == ui::LayoutClass::phone; }

void tell_what_was_left(const std::optional<domain::SettingsField>& focused, SettingsMemory& memory,
                        Actions& actions) {
    if (memory.field && memory.field != focused) actions.push_back(app::SettingsFieldLeft{*memory.field});
    memory.field = focused;
}

float draw_form(ui::Ui& ui, const ui::Rect& area, const SettingsView& view, SettingsMemory& memory,
                Actions& actions) {
    DraftCard form{.ui = ui, .view = view, .memory = memory, .draft = view.draft};
    ui::Rect rest = area;
    rest.take_top(draw_person_card(form, rest, actions) + kGap);
    rest.take_top(draw_notifications_card(form, rest) + kGap);
    if (!(form.draft == view.draft)) actions.push_back(app::SettingsTyped{form.draft});
    tell_what_was_left(form.focused, memory, actions);
    if (form.submitted) actions.push_back(app::SaveSettingsPressed{});
    return rest.y - area.y;
}

float draw_rest(ui::Ui& ui, const ui::Rect& area, const SettingsView& view, SettingsMemory& memory,
                Actions& actions) {
    ui::Rect rest = area;
    rest.take_top(draw_device_card(ui, rest, view.device, actions) + kGap);
    rest.take_top(draw_password_card(ui, rest, view, memory, actions) + kGap);
    rest.take_top(draw_sessions_card(ui, rest, view.sessions, actions) + kGap);
    return rest.y - area.y;
}

float draw_cards(ui::Ui& ui, const ui::Rect& area, const SettingsView& view, SettingsMemory& memory,
                 Actions& actions) {
    if (area.width >= scaled(ui, kNarrowestTwoColumns)) {
        const auto [left, right] = ui::columns<2>(area, kGap);
        const float first = draw_form(ui, left, view, memory, actions);
        return std::max(first, draw_rest(ui, right, view, memory, actions));
    }
    ui::Rect rest{area.x, area.y, std::min(area.width, scaled(ui, kWidestColumn)), area.height};
    rest.take_top(draw_form(ui, rest, view, memory, actions));
    rest.take_top(draw_rest(ui, rest, view, memory, actions));
    return rest.y - area.y;
}

float draw_skeletons(ui::Ui& ui, const ui::Rect& area, const SettingsView& view) {
    const ui::Rect box{area.x, area.y, std::min(area.width, scaled(ui, kWidestColumn)), 320};
    const ui::Scope status(
        ui, {.role = ui::Role::status, .id = ui.id("loading"), .rect = box, .name = view.loading});
    ui::Rect content = ui::card(ui, box);
    content.take_top(8);
    for (int field = 0; field < 3; ++field) {
        ui::skeleton(ui, {content.x, content.y, 88, 14});
        ui::skeleton(ui, {content.x, content.y + 24, content.width, 40}, 10);
        content.take_top(96);
    }
    return box.height;
}

float draw_failed(ui::Ui& ui, const ui::Rect& area, const SettingsView& view, Actions& actions) {
    const ui::Rect box{area.x, area.y, area.width, scaled(ui, 300)};
    ui::card(ui, box);
    const ui::EmptyStateSpec spec{.icon = ui::Icon::offline,
                                  .title = view.failed_title,
                                  .text = view.failed_text,
                                  .action = view.retry};
    if (ui::empty_state(ui, box, "failed", spec)) actions.push_back(app::ReadSettingsAgainPressed{});
    return box.height;
}

float draw_content(ui::Ui& ui, const ui::Rect& area, const SettingsView& view, SettingsMemory& memory,
                   Actions& actions) {
    switch (view.reading) {
    case app::Reading::done: return draw_cards(ui, area, view, memory, actions);
    case app::Reading::failed: return draw_failed(ui, area, view, actions);
    case app::Reading::not_asked:
    case app::Reading::running: break;
    }
    return draw_skeletons(ui, area, view);
}

float head_height(ui::Ui& ui) { return ui.safe_area().top + 24 + ui.line_height(ui::TextSize::title); }

/// Of phones: the title, always in sight.
void draw_phone_head(ui::Ui& ui, const ui::Rect& area, const FrameView& frame, const SettingsView& view) {
    ui.painter().fill(area, ui::Fill::surface);
    ui.painter().fill({area.x, area.bottom() - 1, area.width, 1}, ui::Fill::line);
    const ui::Scope banner(ui, {.role = ui::Role::banner, .id = ui.id("head"), .rect = area});
    ui::Rect line = area.inset(kPhoneMargin, 0);
    line.take_top(ui.safe_area().top);
    const ui::Rect sync = line.take_right(ui::status_dot_width(ui, frame.sync.label));
    line.take_right(8);
    ui::heading(ui, line, view.title, 1, ui::style::title);
    ui::status_dot(ui, sync, frame.sync.label, frame.sync.tone, ui::Align::right);
}

struct BarLayout {
    float message = 0; ///< height of its words
    float height = 0;
};

ui::TextStyle message_style(const SaveBarView& bar) {
    return ui::style::with(ui::style::body,
                           bar.tone == ui::Tone::mute ? ui::Ink::text2 : ui::ink_of(bar.tone));
}

float buttons_width(ui::Ui& ui, const SaveBarView& bar) {
    return ui::button_width(ui, {.label = bar.discard}) + 8 + ui::button_width(ui, {.label = bar.save});
}

ui::Rect bar_column(ui::Ui& ui, const ui::Rect& area) {
    return is_phone(ui) ? area.inset(kPhoneMargin, 0) : page_column(ui, area);
}

/// Words beside the buttons where both have room, else above them.
bool is_stacked(ui::Ui& ui, float width, const SaveBarView& bar) {
    return width - buttons_width(ui, bar) - 16 < scaled(ui, 200);
}

BarLayout lay_out_bar(ui::Ui& ui, const ui::Rect& area, const SaveBarView& bar) {
    const float width = bar_column(ui, area).width;
    const bool stacked = is_stacked(ui, width, bar);
    const float room = stacked ? width : width - buttons_width(ui, bar) - 16;
    BarLayout layout;
    layout.message = ui::paragraph_height(ui, room, bar.message, message_style(bar));
    layout.height = 24 + (stacked ? layout.message + 8 + ui.control_height()
                                  : std::max(layout.message, ui.control_height()));
    return layout;
}

void draw_bar(ui::Ui& ui, const ui::Rect& area, const SaveBarView& bar, const BarLayout& layout,
              SettingsMemory& memory, Actions& actions) {
    ui.painter().fill(area, ui::Fill::surface);
    ui.painter().fill({area.x, area.y, area.width, 1}, ui::Fill::line);
    const ui::Scope region(
        ui, {.role = ui::Role::region, .id = ui.id("save-bar"), .rect = area, .name = bar.name});
    ui::Rect content = bar_column(ui, area).inset(0, 12);
    const bool stacked = is_stacked(ui, content.width, bar);
    ui::Rect words = stacked ? content.take_top(layout.message) : content;
    if (stacked) content.take_top(8);
    ui::Rect buttons = content;
    const ui::Enabled enabled = bar.running ? ui::Enabled::no : ui::Enabled::yes;
    const ui::ButtonSpec save{.label = bar.save, .kind = ui::ButtonKind::primary, .enabled = enabled};
    const ui::ButtonSpec discard{.label = bar.discard, .kind = ui::ButtonKind::quiet, .enabled = enabled};
    const float half = (content.width - 8) / 2;
    const ui::Rect save_area = buttons.take_right(stacked ? half : ui::button_width(ui, save));
    buttons.take_right(8);
    const ui::Rect discard_area = buttons.take_right(stacked ? half : ui::button_width(ui, discard));
    if (!stacked) words = ui::Rect{words.x, words.y, buttons.width - 16, words.height};
    {
        const ui::Scope status(ui, {.role = ui::Role::status, .id = ui.id("save-status"), .rect = words});
        ui::paragraph(ui, words.left_middle({words.width, layout.message}), bar.message, message_style(bar));
    }
    if (ui::button(ui, discard_area, "discard", discard)) actions.push_back(app::DiscardSettingsPressed{});
    if (ui::button(ui, save_area, "save", save)) actions.push_back(app::SaveSettingsPressed{});
    memory.bar_has_focus = ui.focused() == ui.id("save") || ui.focused() == ui.id("discard");
}

void announce_attempt(ui::Ui& ui, const SettingsView& view, SettingsMemory& memory) {
    if (memory.attempt == view.attempt) return;
    memory.attempt = view.attempt;
    if (!view.wrong_words.empty()) ui.announce(view.wrong_words, ui::Politeness::assertive);
}

} // namespace

void draw_settings(ui::Ui& ui, const ui::Rect& area, const FrameView& frame, const SettingsView& view,
                   SettingsMemory& memory, Actions& actions) {
    ui::Rect page = area;
    const bool phone = is_phone(ui);
    // The button that had it is gone.
    if (memory.bar_has_focus && !view.save_bar) ui.focus_heading();
    memory.bar_has_focus = false;
    if (phone) draw_phone_head(ui, page.take_top(head_height(ui)), frame, view);
    const BarLayout bar = view.save_bar ? lay_out_bar(ui, area, *view.save_bar) : BarLayout{};
    memory.bar_height = bar.height;
    const ui::Rect bar_area = page.take_bottom(bar.height);
    {
        ui::ScrollRegion scroll(ui, page, "settings", {.role = ui::Role::main, .name = view.title});
        ui::Rect content =
            phone ? scroll.content().inset(kPhoneMargin, 0) : page_column(ui, scroll.content());
        content.take_top(phone ? 12.0F : 24.0F);
        if (!phone) {
            const ui::Rect title = content.take_top(ui.line_height(ui::TextSize::display));
            ui::heading(ui, title, view.title, 1, ui::style::display);
            content.take_top(kGap);
        }
        content.take_top(draw_content(ui, content, view, memory, actions));
        scroll.set_end(content.y + (phone ? 0.0F : kGap));
    }
    announce_attempt(ui, view, memory);
    if (view.save_bar) draw_bar(ui, bar_area, *view.save_bar, bar, memory, actions);
}

} // namespace orderdeck::client::screens
