#include "client/screens/settings/settings_screen.h"

#include "client/ui/forms/combobox.h"
#include "client/ui/forms/date_input.h"
#include "client/ui/forms/toggle.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/notice.h"

#include <algorithm>

namespace orderdeck::client::screens {
namespace {

using domain::SettingsField;

/// What a choice means for the settings: following is not written.
std::string stored_key(const std::string& key) { return key == kFollowKey ? std::string() : key; }

float draw_name(DraftCard& form, const ui::Rect& area) {
    lead_to(form.ui, form.view, form.memory, "name");
    const ui::FieldChange change = ui::text_input(form.ui, area, "name",
                                                  {.words = field_text(form.view.person.name),
                                                   .value = form.view.person.name.value,
                                                   .kind = ui::TextKind::name,
                                                   .required = ui::Tri::on,
                                                   .value_version = form.view.version});
    if (change.value) form.draft.name = *change.value;
    if (change.focused) form.focused = SettingsField::name;
    form.submitted = form.submitted || change.submitted;
    return change.height;
}

float draw_zone(DraftCard& form, const ui::Rect& area, Actions& actions) {
    const PersonView& person = form.view.person;
    // Naming all zones takes the browser a moment; whoever does not look for one is spared it.
    if (!person.zones_listed && form.ui.focused() == form.ui.id("time-zone"))
        actions.push_back(app::ZonesWanted{person.language_tag, person.zone_words});
    lead_to(form.ui, form.view, form.memory, "time-zone");
    const Choices choices(person.zone.choices);
    const ui::ChoiceChange change = ui::combobox(form.ui, area, "time-zone",
                                                 {.words = field_text(person.zone.words),
                                                  .choices = choices.all(),
                                                  .chosen = choices.chosen(),
                                                  .list_name = person.zone_list,
                                                  .nothing = person.zone_nothing,
                                                  .more = person.zone_more});
    if (change.chosen) form.draft.time_zone = stored_key(*change.chosen);
    return change.height;
}

float draw_language(DraftCard& form, const ui::Rect& area) {
    const Choices choices(form.view.person.language.choices);
    lead_to(form.ui, form.view, form.memory, "language");
    const ui::ChoiceChange change = ui::select(form.ui, area, "language",
                                               {.words = field_text(form.view.person.language.words),
                                                .choices = choices.all(),
                                                .chosen = choices.chosen()});
    if (change.chosen) form.draft.language = stored_key(*change.chosen);
    return change.height;
}

float draw_events(DraftCard& form, const ui::Rect& area) {
    const NotificationsView& view = form.view.notifications;
    ui::Ui& ui = form.ui;
    const auto spec_of = [](const ChoiceView& event) {
        return ui::ToggleSpec{.label = event.label, .checked = event.chosen ? ui::Tri::on : ui::Tri::off};
    };
    const float title = ui.line_height(ui::TextSize::body);
    float height = title + 4;
    for (const ChoiceView& event : view.events)
        height += ui::toggle_height(ui, area.width, spec_of(event));
    ui::Rect rest{area.x, area.y, area.width, height};
    const ui::Scope group(
        ui, {.role = ui::Role::group, .id = ui.id("events"), .rect = rest, .name = view.events_title});
    ui::unspoken_text(ui, rest.take_top(title), view.events_title, ui::style::body_strong);
    rest.take_top(4);
    for (const ChoiceView& event : view.events) {
        const ui::ToggleSpec spec = spec_of(event);
        const bool turned = ui::checkbox(ui, rest, event.key, spec);
        rest.take_top(ui::toggle_height(ui, area.width, spec));
        const auto named = domain::notification_event_from(event.key);
        if (!turned || !named) continue;
        auto& events = form.draft.notifications.events;
        if (events.erase(*named) == 0) events.insert(*named);
    }
    return height;
}

ui::FieldChange draw_time(DraftCard& form, const ui::Rect& area, std::string_view key, const FieldView& view,
                          SettingsField field, std::optional<int>& time) {
    lead_to(form.ui, form.view, form.memory, key);
    const ui::FieldChange change = ui::time_input(form.ui, area, key,
                                                  {.words = field_text(view),
                                                   .value = view.value,
                                                   .shown = view.value,
                                                   .hint = form.view.notifications.no_time});
    // Half a time is told as none; the whole one follows.
    if (change.value) time = domain::minute_of_day_from(*change.value);
    if (change.focused) form.focused = field;
    return change;
}

float draw_quiet_hours(DraftCard& form, const ui::Rect& area) {
    const NotificationsView& view = form.view.notifications;
    ui::Ui& ui = form.ui;
    ui::Rect rest = area;
    const ui::Scope group(
        ui, {.role = ui::Role::group, .id = ui.id("quiet"), .rect = area, .name = view.quiet_title});
    ui::unspoken_text(ui, rest.take_top(ui.line_height(ui::TextSize::body)), view.quiet_title,
                      ui::style::body_strong);
    rest.take_top(4);
    rest.take_top(ui::paragraph(ui, rest, view.quiet_hint, ui::style::caption) + 12);
    const auto [left, right] = ui::columns<2>(rest, 16);
    domain::NotificationChoices& choices = form.draft.notifications;
    const ui::FieldChange from =
        draw_time(form, left, "quiet-from", view.from, SettingsField::quiet_from, choices.quiet_from);
    const ui::FieldChange until =
        draw_time(form, right, "quiet-until", view.until, SettingsField::quiet_until, choices.quiet_until);
    return rest.y - area.y + std::max(from.height, until.height);
}

} // namespace

float draw_person_card(DraftCard& form, const ui::Rect& area, Actions& actions) {
    ui::Ui& ui = form.ui;
    ui::GrowingCard card(ui, area);
    ui::Rect rest = card.inside();
    rest.take_top(draw_card_title(ui, rest, form.view.person.title));
    rest = field_column(rest);
    rest.take_top(draw_name(form, rest) + kFieldGap);
    rest.take_top(ui::text_input(ui, rest, "email",
                                 {.words = field_text(form.view.person.email),
                                  .value = form.view.person.email.value,
                                  .kind = ui::TextKind::email,
                                  .enabled = ui::Enabled::no})
                      .height +
                  kFieldGap);
    rest.take_top(draw_language(form, rest) + kFieldGap);
    rest.take_top(draw_zone(form, rest, actions));
    return card.end(rest.y);
}

float draw_notifications_card(DraftCard& form, const ui::Rect& area) {
    ui::Ui& ui = form.ui;
    const NotificationsView& view = form.view.notifications;
    ui::GrowingCard card(ui, area);
    ui::Rect rest = card.inside();
    rest.take_top(draw_card_title(ui, rest, view.title));
    if (!view.no_mail.empty()) {
        const ui::BannerSpec note{.text = view.no_mail};
        const float height = ui::banner_height(ui, rest.width, note);
        ui::banner(ui, {rest.x, rest.y, rest.width, height}, "no-mail", note);
        rest.take_top(height + kFieldGap);
    }
    rest = field_column(rest);
    const Choices rhythms(view.mail.choices);
    const ui::ChoiceChange mail = ui::radio_group(
        ui, rest, "mail",
        {.words = field_text(view.mail.words), .choices = rhythms.all(), .chosen = rhythms.chosen()});
    if (mail.chosen)
        form.draft.notifications.mail =
            domain::mail_rhythm_from(*mail.chosen).value_or(form.draft.notifications.mail);
    rest.take_top(mail.height + kFieldGap);
    rest.take_top(draw_events(form, rest) + kFieldGap);
    rest.take_top(draw_quiet_hours(form, rest));
    return card.end(rest.y);
}

} // namespace orderdeck::client::screens
