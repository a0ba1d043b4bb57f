#include "shared/api/own_settings.h"

#include "shared/json/reader.h"
#include "shared/json/writer.h"

namespace orderdeck::api {
namespace {

using domain::NotificationChoices;
using domain::OwnSettings;

std::optional<std::string> clock_of(std::optional<int> minute_of_day) {
    return minute_of_day ? std::optional(domain::clock_text(*minute_of_day)) : std::nullopt;
}

void write_settings(json::Writer& writer, const OwnSettings& settings) {
    const NotificationChoices& choices = settings.notifications;
    writer.field("name", settings.name)
        .field("language", settings.language)
        .field("time_zone", settings.time_zone);
    writer.key("notifications").begin_object().field("mail", name_of(choices.mail));
    writer.key("events").begin_array();
    for (const domain::NotificationEvent event : choices.events)
        writer.value(name_of(event));
    writer.end_array();
    writer.field("quiet_from", clock_of(choices.quiet_from))
        .field("quiet_until", clock_of(choices.quiet_until))
        .end_object();
}

base::Result<std::optional<int>> read_clock(const json::Value& object, std::string_view name) {
    const std::optional<json::Value> time = TRY(object.optional_field(name));
    if (!time) return std::optional<int>{};
    const std::optional<int> minute = domain::minute_of_day_from(TRY(time->string()));
    if (!minute) return time->refuse("no time of the day");
    return minute;
}

base::Result<NotificationChoices> read_choices(const json::Value& object) {
    NotificationChoices choices;
    const json::Value mail = TRY(object.field("mail"));
    const auto rhythm = domain::mail_rhythm_from(TRY(mail.string()));
    if (!rhythm) return mail.refuse("unknown rhythm");
    choices.mail = *rhythm;
    choices.events.clear();
    const json::Value events = TRY(object.field("events"));
    for (const json::Value& element : TRY(events.elements())) {
        const auto event = domain::notification_event_from(TRY(element.string()));
        if (!event) return element.refuse("unknown event");
        choices.events.insert(*event);
    }
    choices.quiet_from = TRY(read_clock(object, "quiet_from"));
    choices.quiet_until = TRY(read_clock(object, "quiet_until"));
    return choices;
}

base::Result<OwnSettings> read_settings(const json::Value& object) {
    OwnSettings settings;
    settings.name = TRY(object.string_field("name"));
    settings.language = TRY(object.string_field("language"));
    settings.time_zone = TRY(object.string_field("time_zone"));
    settings.notifications = TRY(read_choices(TRY(object.field("notifications"))));
    return settings;
}

base::Result<base::Timestamp> read_instant(const json::Value& object, std::string_view name) {
    const json::Value value = TRY(object.field(name));
    const auto instant = base::Timestamp::parse(TRY(value.string()));
    if (!instant) return value.refuse("no instant");
    return *instant;
}

base::Result<SessionEntry> read_session(const json::Value& object) {
    SessionEntry entry;
    entry.id = TRY(object.string_field("id"));
    entry.browser = TRY(object.string_field("browser"));
    entry.system = TRY(object.string_field("system"));
    entry.created_at = TRY(read_instant(object, "created_at"));
    entry.seen_at = TRY(read_instant(object, "seen_at"));
    entry.current = TRY(object.boolean_field("current"));
    return entry;
}

} // namespace

std::string session_path(std::string_view session_id) {
    return std::string(kSessionsPath) + "/" + std::string(session_id);
}

std::string encode_own_settings_info(const OwnSettingsInfo& info) {
    json::Writer writer;
    writer.begin_object().field("email", info.email);
    write_settings(writer, info.settings);
    writer.field("mail_available", info.mail_available).end_object();
    return writer.take();
}

base::Result<OwnSettingsInfo> decode_own_settings_info(std::string_view text) {
    const json::Document document = TRY(json::Document::parse(text));
    const json::Value root = document.root();
    OwnSettingsInfo info;
    info.email = TRY(root.string_field("email"));
    info.settings = TRY(read_settings(root));
    info.mail_available = TRY(root.boolean_field("mail_available"));
    return info;
}

std::string encode_own_settings(const OwnSettings& settings) {
    json::Writer writer;
    writer.begin_object();
    write_settings(writer, settings);
    writer.end_object();
    return writer.take();
}

base::Result<OwnSettings> decode_own_settings(std::string_view text) {
    const json::Document document = TRY(json::Document::parse(text));
    return read_settings(document.root());
}

std::string encode_password_change(const PasswordChange& change) {
    json::Writer writer;
    writer.begin_object()
        .field(kCurrentPasswordField, change.current_password)
        .field(kNewPasswordField, change.new_password)
        .end_object();
    return writer.take();
}

base::Result<PasswordChange> decode_password_change(std::string_view text) {
    const json::Document document = TRY(json::Document::parse(text));
    PasswordChange change;
    change.current_password = TRY(document.root().string_field(kCurrentPasswordField));
    change.new_password = TRY(document.root().string_field(kNewPasswordField));
    return change;
}

std::string encode_sessions(const std::vector<SessionEntry>& sessions) {
    json::Writer writer;
    writer.begin_object().key("sessions").begin_array();
    for (const SessionEntry& entry : sessions) {
        writer.begin_object()
            .field("id", entry.id)
            .field("browser", entry.browser)
            .field("system", entry.system)
            .field("created_at", entry.created_at.to_string())
            .field("seen_at", entry.seen_at.to_string())
            .field("current", entry.current)
            .end_object();
    }
    writer.end_array().end_object();
    return writer.take();
}

base::Result<std::vector<SessionEntry>> decode_sessions(std::string_view text) {
    const json::Document document = TRY(json::Document::parse(text));
    const json::Value list = TRY(document.root().field("sessions"));
    std::vector<SessionEntry> sessions;
    for (const json::Value& element : TRY(list.elements()))
        sessions.push_back(TRY(read_session(element)));
    return sessions;
}

std::vector<FieldProblem> field_problems(const std::vector<domain::FieldError>& errors) {
    std::vector<FieldProblem> problems;
    problems.reserve(errors.size());
    for (const domain::FieldError& error : errors)
        problems.push_back({std::string(name_of(error.field)), std::string(name_of(error.fault))});
    return problems;
}

std::vector<domain::FieldError> settings_errors(const Problem& problem) {
    std::vector<domain::FieldError> errors;
    for (const FieldProblem& error : problem.errors) {
        const auto field = domain::settings_field_from(error.field);
        const auto fault = domain::field_fault_from(error.code);
        if (field && fault) errors.push_back({*field, *fault});
    }
    return errors;
}

} // namespace orderdeck::api
