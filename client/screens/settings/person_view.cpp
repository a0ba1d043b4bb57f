#include "client/screens/settings/settings_view.h"

#include "shared/i18n/catalogue.h"
#include "shared/i18n/format_date.h"

#include <algorithm>

namespace orderdeck::client::screens {
namespace {

using domain::SettingsField;

/// "America/New York".
std::string readable(std::string zone) {
    std::replace(zone.begin(), zone.end(), '_', ' ');
    return zone;
}

std::vector<ChoiceView> language_choices(const ViewContext& context, std::string_view chosen) {
    std::vector<ChoiceView> choices;
    choices.push_back({std::string(kFollowKey), context.text("settings.language_auto"), {}, chosen.empty()});
    for (const i18n::Catalogue& catalogue : i18n::catalogues()) {
        const i18n::Language language(catalogue);
        choices.push_back(
            {std::string(language.tag()), std::string(language.name()), {}, chosen == language.tag()});
    }
    return choices;
}

std::string device_zone_words(const ViewContext& context, const app::Model& model) {
    if (model.device_zone.empty()) return context.text("settings.zone_device");
    return context.text("settings.zone_device_named", {{"zone", readable(model.device_zone)}});
}

std::vector<ChoiceView> zone_choices(const ViewContext& context, const app::Model& model,
                                     const std::string& chosen) {
    std::vector<ChoiceView> choices;
    choices.reserve(model.own_settings.zones.size() + 2);
    choices.push_back({std::string(kFollowKey), device_zone_words(context, model), {}, chosen.empty()});
    bool is_listed = chosen.empty();
    for (const platform::ZoneName& zone : model.own_settings.zones) {
        std::string label = readable(zone.id);
        if (!zone.words.empty()) label += " · " + zone.words;
        choices.push_back({zone.id, std::move(label), {}, zone.id == chosen});
        is_listed = is_listed || zone.id == chosen;
    }
    // One that was chosen on another device, or before anybody looked at the list.
    if (!is_listed) choices.insert(choices.begin() + 1, {chosen, readable(chosen), {}, true});
    return choices;
}

FieldView field(std::string label, std::string value, std::string hint = {}, std::string error = {}) {
    return {std::move(label), std::move(value), std::move(hint), std::move(error)};
}

std::string time_of(std::optional<int> minute) {
    return minute ? domain::clock_text(*minute) : std::string();
}

void add_events(const ViewContext& context, const domain::NotificationChoices& choices,
                NotificationsView& view) {
    const auto add = [&](domain::NotificationEvent event, i18n::MessageId words) {
        view.events.push_back(
            {std::string(domain::name_of(event)), context.text(words), {}, choices.events.count(event) > 0});
    };
    using domain::NotificationEvent;
    add(NotificationEvent::promise_moved, "settings.event_promise_moved");
    add(NotificationEvent::delay, "settings.event_delay");
    add(NotificationEvent::shipped, "settings.event_shipped");
    add(NotificationEvent::delivered, "settings.event_delivered");
    add(NotificationEvent::message, "settings.event_message");
}

} // namespace

PersonView person_view(const ViewContext& context, const app::Model& model) {
    const app::SettingsForm& form = model.own_settings.form;
    PersonView view;
    view.title = context.text("settings.you");
    view.name = field(context.text("settings.name"), form.draft.name, context.text("settings.name_hint"),
                      error_words(context, form, SettingsField::name));
    view.email = field(context.text("settings.email"), form.email, context.text("settings.email_hint"));
    view.language.words =
        field(context.text("settings.language"), {}, {}, error_words(context, form, SettingsField::language));
    view.language.choices = language_choices(context, form.draft.language);
    view.zone.words = field(context.text("settings.zone"), {}, context.text("settings.zone_hint"),
                            error_words(context, form, SettingsField::time_zone));
    view.zone.choices = zone_choices(context, model, form.draft.time_zone);
    view.zone_list = context.text("settings.zone_list");
    view.zone_nothing = context.text("settings.zone_nothing");
    view.zone_more = context.text("settings.zone_more");
    view.zone_words = context.text("settings.zone_words");
    view.zones_listed = model.own_settings.zones_language == context.language.tag();
    view.language_tag = std::string(context.language.tag());
    return view;
}

NotificationsView notifications_view(const ViewContext& context, const app::Model& model) {
    const app::SettingsForm& form = model.own_settings.form;
    const domain::NotificationChoices& choices = form.draft.notifications;
    NotificationsView view;
    view.title = context.text("settings.notifications");
    if (!form.mail_available) view.no_mail = context.text("settings.no_mail");
    view.mail.words.label = context.text("settings.mail");
    const auto add = [&](domain::MailRhythm rhythm, i18n::MessageId label, std::string hint = {}) {
        view.mail.choices.push_back({std::string(domain::name_of(rhythm)), context.text(label),
                                     std::move(hint), rhythm == choices.mail});
    };
    add(domain::MailRhythm::never, "settings.mail_never");
    add(domain::MailRhythm::daily, "settings.mail_daily", context.text("settings.mail_daily_hint"));
    add(domain::MailRhythm::immediately, "settings.mail_immediately");
    view.events_title = context.text("settings.events");
    add_events(context, choices, view);
    view.quiet_title = context.text("settings.quiet");
    view.quiet_hint = context.text("settings.quiet_hint");
    view.from = field(context.text("settings.quiet_from"), time_of(choices.quiet_from), {},
                      error_words(context, form, SettingsField::quiet_from));
    view.until = field(context.text("settings.quiet_until"), time_of(choices.quiet_until), {},
                       error_words(context, form, SettingsField::quiet_until));
    view.no_time = context.text("settings.quiet_none");
    return view;
}

DeviceView device_view(const ViewContext& context, const app::Preferences& preferences) {
    DeviceView view;
    view.title = context.text("settings.device");
    view.hint = context.text("settings.device_hint");
    view.theme.words.label = context.text("account.theme");
    const auto add_theme = [&](app::Theme theme, i18n::MessageId label) {
        view.theme.choices.push_back(
            {std::string(app::name_of(theme)), context.text(label), {}, theme == preferences.theme});
    };
    add_theme(app::Theme::system, "theme.system");
    add_theme(app::Theme::light, "theme.light");
    add_theme(app::Theme::dark, "theme.dark");
    view.text_scale.words.label = context.text("account.text_size");
    const auto add_scale = [&](app::TextScale scale, i18n::MessageId label) {
        view.text_scale.choices.push_back(
            {std::string(app::name_of(scale)), context.text(label), {}, scale == preferences.text_scale});
    };
    add_scale(app::TextScale::normal, "text_size.normal");
    add_scale(app::TextScale::large, "text_size.large");
    add_scale(app::TextScale::largest, "text_size.largest");
    return view;
}

} // namespace orderdeck::client::screens
