#include "client/screens/settings/settings_view.h"

#include <algorithm>
#include <array>

namespace orderdeck::client::screens {
namespace {

using domain::FieldFault;
using domain::SettingsField;

std::string fault_words(const ViewContext& context, domain::FieldError error) {
    const bool is_quiet =
        error.field == SettingsField::quiet_from || error.field == SettingsField::quiet_until;
    if (is_quiet) {
        if (error.fault == FieldFault::empty) return context.text("settings.quiet_empty");
        if (error.fault == FieldFault::same) return context.text("settings.quiet_same");
        return context.text("settings.quiet_unknown");
    }
    if (error.field == SettingsField::language) return context.text("settings.language_unknown");
    if (error.field == SettingsField::time_zone) return context.text("settings.zone_unknown");
    if (error.fault == FieldFault::empty) return context.text("settings.name_empty");
    if (error.fault == FieldFault::too_long) return context.text("settings.name_too_long");
    return context.text("settings.name_unreadable");
}

bool is_offline(const app::Model& model) {
    return model.sync.phase == sync::SyncPhase::offline || model.sync.phase == sync::SyncPhase::unreachable;
}

std::string message_of(const ViewContext& context, const app::Model& model) {
    const app::SettingsForm& form = model.own_settings.form;
    switch (form.saving) {
    case app::Sending::running: return context.text("settings.saving");
    case app::Sending::unreachable: return context.text("settings.unreachable");
    case app::Sending::refused:
    case app::Sending::must_wait: return context.text("settings.refused");
    case app::Sending::invalid:
        return context.text("settings.wrong_fields", {{"count", app::shown_errors(form).size()}});
    case app::Sending::idle: break;
    }
    return context.text(is_offline(model) ? i18n::MessageId("settings.offline")
                                          : i18n::MessageId("settings.unsaved"));
}

ui::Tone tone_of(const app::Model& model) {
    switch (model.own_settings.form.saving) {
    case app::Sending::unreachable:
    case app::Sending::refused:
    case app::Sending::must_wait:
    case app::Sending::invalid: return ui::Tone::bad;
    case app::Sending::running: return ui::Tone::mute;
    case app::Sending::idle: break;
    }
    return is_offline(model) ? ui::Tone::warn : ui::Tone::mute;
}

std::optional<SaveBarView> save_bar_view(const ViewContext& context, const app::Model& model) {
    const app::SettingsForm& form = model.own_settings.form;
    if (!app::differs(form)) return std::nullopt;
    SaveBarView bar;
    bar.name = context.text("settings.changes");
    bar.message = message_of(context, model);
    bar.tone = tone_of(model);
    bar.save = context.text("settings.save");
    bar.discard = context.text("settings.discard");
    bar.running = form.saving == app::Sending::running;
    return bar;
}

/// Node keys of the fields, in their order.
constexpr std::array<std::string_view, domain::kSettingsFieldCount> kFieldKeys{
    "name", "language", "time-zone", "quiet-from", "quiet-until"};

void point_at_wrong(const ViewContext& context, const app::OwnSettingsState& state, SettingsView& view) {
    view.attempt = state.attempt;
    if (state.attempt == 0) return;
    if (state.wrong_part == app::SettingsPart::password) {
        const bool is_current = !view.password.current.words.error.empty();
        view.wrong_key = is_current ? "current-password" : "new-password";
        view.wrong_words = is_current ? view.password.current.words.error : view.password.next.words.error;
        return;
    }
    const auto errors = app::shown_errors(state.form);
    if (errors.empty()) return;
    view.wrong_key = kFieldKeys[static_cast<std::size_t>(errors.front().field)];
    view.wrong_words = context.text("settings.wrong_fields", {{"count", errors.size()}});
}

} // namespace

std::string error_words(const ViewContext& context, const app::SettingsForm& form, SettingsField field) {
    for (const domain::FieldError& error : app::shown_errors(form))
        if (error.field == field) return fault_words(context, error);
    return {};
}

SettingsView settings_view(const ViewContext& context, const app::Model& model) {
    const app::OwnSettingsState& state = model.own_settings;
    SettingsView view;
    view.title = context.text("settings.title");
    view.reading = state.form.reading;
    view.loading = context.text("settings.loading");
    view.failed_title = context.text("settings.failed_title");
    view.failed_text = context.text("settings.failed_text");
    view.retry = context.text("sync.retry");
    view.draft = state.form.draft;
    view.typed = state.password.typed;
    view.version = state.form.version;
    view.password_version = state.password.version;
    view.person = person_view(context, model);
    view.notifications = notifications_view(context, model);
    view.save_bar = save_bar_view(context, model);
    view.device = device_view(context, model.preferences);
    view.password = password_view(context, model);
    view.sessions = sessions_view(context, model);
    point_at_wrong(context, state, view);
    return view;
}

std::optional<QuestionView> question_view(const ViewContext& context, app::Asking asking) {
    switch (asking) {
    case app::Asking::nothing: return std::nullopt;
    case app::Asking::end_other_sessions:
        return QuestionView{context.text("sessions.ask_title"), context.text("sessions.ask_text"),
                            context.text("sessions.ask_confirm"), context.text("sessions.ask_cancel"),
                            context.text("settings.close")};
    case app::Asking::log_out_unsaved:
        return QuestionView{context.text("settings.leave_title"), context.text("settings.leave_text"),
                            context.text("settings.leave_confirm"), context.text("settings.leave_cancel"),
                            context.text("settings.close")};
    case app::Asking::withdraw_import: break; // says what it is about: withdraw_question_view
    }
    return std::nullopt;
}

std::optional<ToastView> toast_view(const ViewContext& context, const app::Model& model) {
    if (!model.toast) return std::nullopt;
    ToastView view;
    view.version = model.toast->version;
    view.close_name = context.text("settings.close_message");
    switch (model.toast->kind) {
    case app::ToastKind::settings_saved:
        view.text = context.text("settings.saved");
        if (model.own_settings.form.before) view.action = context.text("settings.undo");
        break;
    case app::ToastKind::settings_restored: view.text = context.text("settings.restored"); break;
    case app::ToastKind::password_changed: view.text = context.text("password.changed"); break;
    case app::ToastKind::session_ended: view.text = context.text("sessions.ended"); break;
    case app::ToastKind::others_ended: view.text = context.text("sessions.others_ended"); break;
    case app::ToastKind::import_repaired: view.text = context.text("import.repaired"); break;
    case app::ToastKind::import_read_again: view.text = context.text("import.read_again"); break;
    case app::ToastKind::import_ignored: view.text = context.text("import.ignored"); break;
    case app::ToastKind::import_withdrawn:
        view.text = context.text("import.withdrawn", {{"count", model.import_page.changed}});
        break;
    case app::ToastKind::word_explained:
        view.text = context.text("import.word_explained", {{"count", model.import_page.changed}});
        break;
    }
    return view;
}

} // namespace orderdeck::client::screens
