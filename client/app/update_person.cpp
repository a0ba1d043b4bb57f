#include "client/app/update.h"

namespace orderdeck::client::app {
namespace {

/// The person's zone when this browser knows it, else that of the device. A list that counts days is asked for anew.
Effects set_clock(Model& model) {
    const auto& chosen = model.zone_transitions.empty() ? model.device_transitions : model.zone_transitions;
    const base::LocalDate before = model.clock.today();
    model.clock.transitions = chosen;
    if (model.clock.today() == before || !model.orders.listing) return {};
    return {ListOrders{model.orders.query}};
}

void append(Effects& effects, Effects more) {
    for (Effect& effect : more)
        effects.push_back(std::move(effect));
}

} // namespace

Effects update_environment(Model& model, const EnvironmentRead& action) {
    model.browser_languages = action.languages;
    model.device_transitions = action.transitions;
    model.device_zone = action.zone;
    return set_clock(model);
}

Effects update_zone(Model& model, const ZoneRead& action) {
    // An answer about a zone that was chosen before comes too late.
    if (action.zone != model.preferences.time_zone) return {};
    model.zone_transitions = action.transitions;
    return set_clock(model);
}

Effects update_session(Model& model, const SessionRead& action) {
    const bool was_staff = is_staff(model);
    model.session = action.session;
    Effects effects = follow_person(model);
    append(effects, leave_empty_start(model));
    if (was_staff || !is_staff(model)) return effects;
    // Their pages waited for this.
    if (const auto* list = std::get_if<ImportsRoute>(&model.route))
        append(effects, enter_imports(model, list->query));
    if (const auto* page = std::get_if<ImportRoute>(&model.route))
        append(effects, enter_import(model, page->message));
    return effects;
}

Effects follow_person(Model& model) {
    Preferences preferences = model.preferences;
    preferences.language = model.session->language;
    preferences.time_zone = model.session->time_zone;
    const bool other_zone = preferences.time_zone != model.preferences.time_zone;
    Effects effects = update_preferences(model, std::move(preferences));
    if (!other_zone) return effects;
    if (!model.preferences.time_zone.empty()) {
        effects.emplace_back(ReadZone{model.preferences.time_zone});
        return effects;
    }
    model.zone_transitions.clear();
    append(effects, set_clock(model));
    return effects;
}

Effects log_out(Model& model) {
    // Without the session's token the server would refuse, and the copy would be wiped for nothing.
    if (!model.session) return {SyncNow{}};
    return {LogOut{model.session->csrf_token}};
}

Effects update_question(Model& model, const QuestionAnswered& action) {
    const Asking asked = model.own_settings.asking;
    model.own_settings.asking = Asking::nothing;
    if (action.reply == Reply::cancel) return {};
    switch (asked) {
    case Asking::nothing: break;
    case Asking::end_other_sessions: return end_other_sessions(model);
    case Asking::log_out_unsaved: return log_out(model);
    case Asking::withdraw_import: return repair(model, Repair::withdraw);
    }
    return {};
}

void show_toast(Model& model, ToastKind kind) {
    constexpr base::Duration kShown = base::Duration::seconds(10);
    model.toast = Toast{kind, ++model.toasts, model.clock.now + kShown};
}

} // namespace orderdeck::client::app
