#include "client/screens/settings/settings_view.h"

#include "client/app/password_fault.h"
#include "shared/base/utf8.h"

#include <algorithm>

namespace orderdeck::client::screens {
namespace {

using app::PasswordField;
using domain::PasswordFault;

std::string fault_words(const ViewContext& context, PasswordFault fault) {
    switch (fault) {
    case PasswordFault::not_text: return context.text("password.not_text");
    case PasswordFault::too_short:
        return context.text("password.too_short", {{"count", domain::kMinPasswordLength}});
    case PasswordFault::too_long:
        return context.text("password.too_long", {{"count", domain::kMaxPasswordLength}});
    case PasswordFault::same_as_before: return context.text("password.same_as_before");
    case PasswordFault::well_known: return context.text("password.well_known");
    case PasswordFault::own_words: return context.text("password.own_words");
    }
    return {};
}

/// While somebody types, how far it is; faults that more letters would mend are no errors before the field is left.
void help_with_new(const ViewContext& context, const app::Model& model, FieldView& words) {
    const app::PasswordForm& form = model.own_settings.password;
    const std::string& typed = form.typed.new_password;
    const bool left = form.left.count(PasswordField::next) > 0;
    words.hint = context.text("password.hint", {{"count", domain::kMinPasswordLength}});
    if (form.answered) words.error = fault_words(context, *form.answered);
    if (form.answered) return;
    if (typed.empty()) {
        const bool asked_for = left && form.sending == app::Sending::invalid;
        if (asked_for) words.error = context.text("password.new_empty");
        return;
    }
    const auto fault = app::fault_of(model, form.typed);
    if (!fault) {
        words.hint = context.text("password.good");
    } else if (*fault == PasswordFault::too_short && !left) {
        const std::size_t missing = domain::kMinPasswordLength - base::count_code_points(typed);
        words.hint = context.text("password.more", {{"count", missing}});
    } else {
        words.error = fault_words(context, *fault);
    }
}

std::string failure_words(const ViewContext& context, app::Sending sending) {
    switch (sending) {
    case app::Sending::idle:
    case app::Sending::running:
    case app::Sending::invalid: return {};
    case app::Sending::unreachable: return context.text("password.unreachable");
    case app::Sending::refused: return context.text("password.refused");
    case app::Sending::must_wait: return context.text("password.must_wait");
    }
    return {};
}

std::string device_words(const ViewContext& context, const api::SessionEntry& entry) {
    if (entry.browser.empty() && entry.system.empty()) return context.text("sessions.unknown");
    if (entry.system.empty()) return entry.browser;
    if (entry.browser.empty()) return entry.system;
    return context.text("sessions.where", {{"browser", entry.browser}, {"system", entry.system}});
}

SessionView session_view(const ViewContext& context, const app::SessionList& list,
                         const api::SessionEntry& entry) {
    SessionView view;
    view.id = entry.id;
    view.device = device_words(context, entry);
    const std::string used = context.text("sessions.last_used", {{"time", context.instant(entry.seen_at)}});
    view.used =
        entry.current ? context.text("sessions.since", {{"time", context.instant(entry.created_at)}}) : used;
    if (entry.current) {
        view.badge = context.text("sessions.this_device");
        return view;
    }
    view.ending = list.ending_others || list.ending.count(entry.id) > 0;
    view.end =
        context.text(view.ending ? i18n::MessageId("sessions.ending") : i18n::MessageId("sessions.end"));
    view.end_name = context.text("sessions.end_named", {{"device", view.device}, {"time", used}});
    return view;
}

} // namespace

PasswordView password_view(const ViewContext& context, const app::Model& model) {
    const app::PasswordForm& form = model.own_settings.password;
    PasswordView view;
    view.title = context.text("password.title");
    view.text = context.text("password.others_end");
    view.running = form.sending == app::Sending::running;
    view.change = context.text(view.running ? i18n::MessageId("password.changing")
                                            : i18n::MessageId("password.change"));
    view.current.words.label = context.text("password.current");
    view.current.words.value = form.typed.current_password;
    const bool current_missing = form.typed.current_password.empty() && form.sending == app::Sending::invalid;
    if (current_missing) view.current.words.error = context.text("password.current_empty");
    if (form.current_is_wrong) view.current.words.error = context.text("password.current_wrong");
    view.current.revealed = form.revealed.count(PasswordField::current) > 0;
    view.current.reveal_name = context.text(view.current.revealed ? i18n::MessageId("password.hide_current")
                                                                  : i18n::MessageId("password.show_current"));
    view.next.words.label = context.text("password.new");
    view.next.words.value = form.typed.new_password;
    help_with_new(context, model, view.next.words);
    view.next.revealed = form.revealed.count(PasswordField::next) > 0;
    view.next.reveal_name = context.text(view.next.revealed ? i18n::MessageId("password.hide_new")
                                                            : i18n::MessageId("password.show_new"));
    view.failure = failure_words(context, form.sending);
    const bool typed = !form.typed.current_password.empty() || !form.typed.new_password.empty();
    view.ready = typed && !view.running;
    return view;
}

SessionsView sessions_view(const ViewContext& context, const app::Model& model) {
    const app::SessionList& list = model.own_settings.sessions;
    SessionsView view;
    view.title = context.text("sessions.title");
    view.text = context.text("sessions.text");
    const bool is_waiting = list.reading == app::Reading::not_asked || list.reading == app::Reading::running;
    if (is_waiting) view.loading = context.text("sessions.loading");
    if (list.reading == app::Reading::failed) view.failure = context.text("sessions.failed");
    if (list.sending == app::Sending::unreachable) view.failure = context.text("sessions.unreachable");
    if (list.sending == app::Sending::refused || list.sending == app::Sending::must_wait)
        view.failure = context.text("sessions.refused");
    if (list.reading != app::Reading::done) return view;
    // The device in one's hand comes first: the others are what one looks for below it.
    for (const bool current : {true, false})
        for (const api::SessionEntry& entry : list.entries)
            if (entry.current == current) view.sessions.push_back(session_view(context, list, entry));
    view.ending_others = list.ending_others;
    if (view.sessions.size() > 1)
        view.end_others = context.text("sessions.end_others");
    else
        view.only_this = context.text("sessions.only_this");
    return view;
}

} // namespace orderdeck::client::screens
