#include "client/app/update.h"

#include <algorithm>

namespace orderdeck::client::app {
namespace {

using domain::OwnSettings;
using domain::SettingsField;

platform::HttpRequest request_for(std::string_view path) {
    platform::HttpRequest request;
    request.path = path;
    return request;
}

bool same_in(const OwnSettings& left, const OwnSettings& right, SettingsField field) {
    switch (field) {
    case SettingsField::name: return left.name == right.name;
    case SettingsField::language: return left.language == right.language;
    case SettingsField::time_zone: return left.time_zone == right.time_zone;
    case SettingsField::quiet_from:
    case SettingsField::quiet_until:
        return left.notifications.quiet_from == right.notifications.quiet_from &&
               left.notifications.quiet_until == right.notifications.quiet_until;
    }
    return true;
}

void fill(SettingsForm& form, const OwnSettings& settings) {
    form.draft = settings;
    form.left.clear();
    form.answered.clear();
    form.saving = Sending::idle;
    ++form.version;
}

Effects send(Model& model, const OwnSettings& settings) {
    SettingsForm& form = model.own_settings.form;
    form.sent = settings;
    form.saving = Sending::running;
    return {SendRequest{Asked::save_settings,
                        proven_request(model, platform::HttpMethod::put, std::string(api::kOwnSettingsPath),
                                       api::encode_own_settings(settings))}};
}

/// All that is wrong is shown, and whoever looks is led there.
Effects show_faults(Model& model) {
    SettingsForm& form = model.own_settings.form;
    for (const domain::FieldError& error : faults_of(form.draft))
        form.left.insert(error.field);
    form.saving = Sending::invalid;
    model.own_settings.wrong_part = SettingsPart::form;
    ++model.own_settings.attempt;
    return {};
}

} // namespace

Effects enter_own_settings(Model& model) {
    OwnSettingsState& state = model.own_settings;
    if (state.form.reading != Reading::done) state.form.reading = Reading::running;
    if (state.sessions.reading != Reading::done) state.sessions.reading = Reading::running;
    return {SendRequest{Asked::own_settings, request_for(api::kOwnSettingsPath)},
            SendRequest{Asked::sessions, request_for(api::kSessionsPath)}};
}

Effects type_settings(Model& model, const SettingsTyped& action) {
    SettingsForm& form = model.own_settings.form;
    auto& answered = form.answered;
    answered.erase(std::remove_if(answered.begin(), answered.end(),
                                  [&](const domain::FieldError& error) {
                                      return !same_in(form.draft, action.draft, error.field);
                                  }),
                   answered.end());
    form.draft = action.draft;
    if (form.saving != Sending::running) form.saving = Sending::idle;
    return {};
}

Effects save_settings(Model& model) {
    SettingsForm& form = model.own_settings.form;
    if (form.saving == Sending::running || !differs(form)) return {};
    if (!faults_of(form.draft).empty()) return show_faults(model);
    return send(model, domain::tidied(form.draft));
}

Effects discard_settings(Model& model) {
    SettingsForm& form = model.own_settings.form;
    if (form.saving != Sending::running) fill(form, form.stored);
    return {};
}

Effects settings_read(Model& model, const platform::HttpResponse& response) {
    SettingsForm& form = model.own_settings.form;
    const auto info = api::decode_own_settings_info(response.body);
    if (response.status != 200 || !info) {
        if (form.reading != Reading::done) form.reading = Reading::failed;
        return effects_of_refusal(response);
    }
    // An answer that was on its way while something was saved may be older than that.
    if (form.saving == Sending::running) return {};
    const bool is_typed_in = differs(form);
    form.reading = Reading::done;
    form.email = info->email;
    form.mail_available = info->mail_available;
    const bool is_other = !(form.stored == info->settings);
    form.stored = info->settings;
    if (!is_typed_in && (is_other || form.version == 0)) fill(form, info->settings);
    return {};
}

Effects settings_saved(Model& model, const platform::HttpResponse& response) {
    SettingsForm& form = model.own_settings.form;
    const auto info = api::decode_own_settings_info(response.body);
    if (response.status != 200 || !info) {
        form.saving = failure_of(response);
        const auto problem = api::decode_problem(response.body);
        if (problem && form.saving == Sending::invalid) form.answered = api::settings_errors(*problem);
        if (form.saving == Sending::invalid && form.answered.empty()) form.saving = Sending::refused;
        model.own_settings.wrong_part = SettingsPart::form;
        if (form.saving == Sending::invalid) ++model.own_settings.attempt;
        return effects_of_refusal(response);
    }
    const bool typed_meanwhile = !(domain::tidied(form.draft) == form.sent);
    const bool taken_back = form.before && *form.before == form.sent;
    const OwnSettings typed = form.draft;
    form.before = form.stored;
    form.stored = info->settings;
    fill(form, typed_meanwhile ? typed : form.stored);
    if (taken_back) form.before.reset();
    show_toast(model, taken_back ? ToastKind::settings_restored : ToastKind::settings_saved);
    if (!model.session) return {};
    model.session->user_name = form.stored.name;
    model.session->language = form.stored.language;
    model.session->time_zone = form.stored.time_zone;
    return follow_person(model);
}

Effects update_toast(Model& model, const ToastUsed& action) {
    model.toast.reset();
    SettingsForm& form = model.own_settings.form;
    if (action.reply == Reply::cancel || !form.before || form.saving == Sending::running) return {};
    fill(form, *form.before);
    return send(model, *form.before);
}

} // namespace orderdeck::client::app
