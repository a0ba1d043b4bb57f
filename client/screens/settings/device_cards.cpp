#include "client/screens/settings/settings_screen.h"

#include "client/ui/forms/text_input.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/pill.h"
#include "client/ui/widgets/table.h"

#include <algorithm>

namespace orderdeck::client::screens {
namespace {

using app::PasswordField;

ui::FieldChange draw_password(ui::Ui& ui, const ui::Rect& area, std::string_view key,
                              const PasswordFieldView& field, ui::TextKind kind, std::uint32_t version) {
    return ui::text_input(ui, area, key,
                          {.words = field_text(field.words),
                           .value = field.words.value,
                           .kind = kind,
                           .required = ui::Tri::on,
                           .value_version = version,
                           .revealed = field.revealed ? ui::Tri::on : ui::Tri::off,
                           .reveal_name = field.reveal_name});
}

void tell_what_was_left(std::optional<PasswordField> focused, SettingsMemory& memory, Actions& actions) {
    if (memory.password_field && memory.password_field != focused)
        actions.push_back(app::PasswordFieldLeft{*memory.password_field});
    memory.password_field = focused;
}

ui::ButtonSpec end_button(const SessionView& session) {
    return {.label = session.end,
            .spoken = session.end_name,
            .enabled = session.ending ? ui::Enabled::no : ui::Enabled::yes};
}

float session_height(ui::Ui& ui, float width, const SessionView& session) {
    const float button = session.end.empty() ? 0 : ui::button_width(ui, end_button(session)) + 12;
    const float badge = session.badge.empty() ? 0 : ui::pill_width(ui, session.badge) + 12;
    const float room = width - std::max(button, badge);
    return 24 + ui::paragraph_height(ui, room, session.device, ui::style::body_strong) + 2 +
           ui::paragraph_height(ui, room, session.used, ui::style::caption);
}

void draw_session(ui::Ui& ui, const ui::Rect& area, const SessionView& session, Actions& actions) {
    ui::Rect rest = area;
    ui::Rect corner{};
    if (!session.badge.empty()) {
        corner = rest.take_right(ui::pill_width(ui, session.badge));
        rest.take_right(12);
    } else {
        corner = rest.take_right(ui::button_width(ui, end_button(session)));
        rest.take_right(12);
    }
    rest.take_top(12);
    rest.take_top(ui::paragraph(ui, rest, session.device, ui::style::body_strong) + 2);
    ui::paragraph(ui, rest, session.used, ui::style::caption);
    if (!session.badge.empty()) {
        ui::pill(ui, corner, session.badge, ui::Tone::ok);
        return;
    }
    const ui::Rect place = corner.centered({corner.width, ui.control_height()});
    if (ui::button(ui, place, "end", end_button(session)))
        actions.push_back(app::EndSessionPressed{session.id});
}

float draw_session_list(ui::Ui& ui, const ui::Rect& area, const SessionsView& view, Actions& actions) {
    ui::Rect rest{area.x, area.y, area.width, 0};
    for (const SessionView& session : view.sessions)
        rest.height += session_height(ui, area.width, session);
    const float height = rest.height;
    const ui::List list(ui, rest, "sessions", view.title);
    for (std::size_t i = 0; i < view.sessions.size(); ++i) {
        const SessionView& session = view.sessions[i];
        const ui::Rect row = rest.take_top(session_height(ui, area.width, session));
        if (i > 0) ui::rule(ui, row);
        const ui::ListItem item(ui, row, session.id, i, view.sessions.size());
        draw_session(ui, row, session, actions);
    }
    return height;
}

float draw_sentence(ui::Ui& ui, const ui::Rect& area, std::string_view text, const ui::TextStyle& style) {
    return text.empty() ? 0 : ui::paragraph(ui, area, text, style) + 12;
}

/// Spoken when it appears.
float draw_failure(ui::Ui& ui, const ui::Rect& area, std::string_view key, std::string_view text) {
    const ui::TextStyle style = ui::style::with(ui::style::body, ui::Ink::bad);
    const float height = text.empty() ? 0 : ui::paragraph_height(ui, area.width, text, style);
    const ui::Rect place{area.x, area.y, area.width, height};
    const ui::Scope status(ui, {.role = ui::Role::status, .id = ui.id(key), .rect = place});
    return draw_sentence(ui, place, text, style);
}

} // namespace

float draw_device_card(ui::Ui& ui, const ui::Rect& area, const DeviceView& view, Actions& actions) {
    ui::GrowingCard card(ui, area);
    ui::Rect rest = card.inside();
    rest.take_top(draw_card_title(ui, rest, view.title) - 12);
    rest.take_top(ui::paragraph(ui, rest, view.hint, ui::style::caption) + 16);
    const Choices themes(view.theme.choices);
    const ui::ChoiceChange theme = ui::radio_group(
        ui, rest, "theme",
        {.words = field_text(view.theme.words), .choices = themes.all(), .chosen = themes.chosen()});
    if (const auto chosen = app::theme_from(theme.chosen.value_or("")))
        actions.push_back(app::ThemeChosen{*chosen});
    rest.take_top(theme.height + kFieldGap);
    const Choices scales(view.text_scale.choices);
    const ui::ChoiceChange scale = ui::radio_group(
        ui, rest, "text-size",
        {.words = field_text(view.text_scale.words), .choices = scales.all(), .chosen = scales.chosen()});
    if (const auto chosen = app::text_scale_from(scale.chosen.value_or("")))
        actions.push_back(app::TextScaleChosen{*chosen});
    rest.take_top(scale.height);
    return card.end(rest.y);
}

float draw_password_card(ui::Ui& ui, const ui::Rect& area, const SettingsView& view, SettingsMemory& memory,
                         Actions& actions) {
    const PasswordView& password = view.password;
    ui::GrowingCard card(ui, area);
    ui::Rect rest = card.inside();
    rest.take_top(draw_card_title(ui, rest, password.title));
    rest = field_column(rest);
    lead_to(ui, view, memory, "current-password");
    lead_to(ui, view, memory, "new-password");
    const ui::FieldChange current = draw_password(ui, rest, "current-password", password.current,
                                                  ui::TextKind::password, view.password_version);
    rest.take_top(current.height + kFieldGap);
    const ui::FieldChange next = draw_password(ui, rest, "new-password", password.next,
                                               ui::TextKind::new_password, view.password_version);
    rest.take_top(next.height + kFieldGap);
    api::PasswordChange typed = view.typed;
    if (current.value) typed.current_password = *current.value;
    if (next.value) typed.new_password = *next.value;
    if (!(typed == view.typed)) actions.push_back(app::PasswordTyped{typed});
    if (current.reveal_pressed) actions.push_back(app::PasswordRevealToggled{PasswordField::current});
    if (next.reveal_pressed) actions.push_back(app::PasswordRevealToggled{PasswordField::next});
    tell_what_was_left(current.focused ? std::optional(PasswordField::current)
                       : next.focused  ? std::optional(PasswordField::next)
                                       : std::nullopt,
                       memory, actions);
    rest.take_top(draw_sentence(ui, rest, password.text, ui::style::muted));
    rest.take_top(draw_failure(ui, rest, "password-failure", password.failure));
    const ui::ButtonSpec change{.label = password.change,
                                .enabled = password.ready ? ui::Enabled::yes : ui::Enabled::no};
    const ui::Rect line = rest.take_top(ui.control_height());
    const bool pressed = ui::button(ui, line.left_middle({ui::button_width(ui, change), line.height}),
                                    "change-password", change);
    if (pressed || current.submitted || next.submitted) actions.push_back(app::ChangePasswordPressed{});
    return card.end(rest.y);
}

float draw_sessions_card(ui::Ui& ui, const ui::Rect& area, const SessionsView& view, Actions& actions) {
    ui::GrowingCard card(ui, area);
    ui::Rect rest = card.inside();
    rest.take_top(draw_card_title(ui, rest, view.title) - 12);
    rest.take_top(draw_sentence(ui, rest, view.text, ui::style::muted) - 4);
    rest.take_top(draw_failure(ui, rest, "sessions-failure", view.failure));
    rest.take_top(draw_sentence(ui, rest, view.loading, ui::style::muted));
    if (!view.sessions.empty()) rest.take_top(draw_session_list(ui, rest, view, actions));
    rest.take_top(draw_sentence(ui, rest, view.only_this, ui::style::muted));
    if (view.end_others.empty()) return card.end(rest.y);
    rest.take_top(8);
    const ui::ButtonSpec end{.label = view.end_others,
                             .icon = ui::Icon::log_out,
                             .enabled = view.ending_others ? ui::Enabled::no : ui::Enabled::yes};
    const ui::Rect line = rest.take_top(ui.control_height());
    const float width = std::min(line.width, ui::button_width(ui, end));
    if (ui::button(ui, line.left_middle({width, line.height}), "end-others", end))
        actions.push_back(app::EndOtherSessionsPressed{});
    return card.end(rest.y);
}

} // namespace orderdeck::client::screens
