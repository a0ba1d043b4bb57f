#include "server/persistence/sqlite/identity/settings_store.h"

#include "shared/base/text.h"

namespace orderdeck::server::persistence::sqlite::identity {
namespace {

using domain::NotificationEvent;
using Events = std::set<NotificationEvent>;

std::string joined(const Events& events) {
    std::vector<std::string> names;
    for (const NotificationEvent event : events)
        names.emplace_back(name_of(event));
    return base::join(names, ",");
}

base::Failure<base::Error> unknown_name(std::string_view column) {
    return base::fail(base::ErrorCode::corrupt, "unknown name in app_user." + std::string(column));
}

base::Result<Events> events_from(std::string_view names) {
    Events events;
    if (names.empty()) return events;
    for (const std::string_view name : base::split(names, ',')) {
        const auto event = domain::notification_event_from(name);
        if (!event) return unknown_name("mail_events");
        events.insert(*event);
    }
    return events;
}

std::optional<int> minute_in(const storage::Statement& row, int column) {
    const std::optional<std::int64_t> minute = row.optional_int64(column);
    return minute ? std::optional(static_cast<int>(*minute)) : std::nullopt;
}

} // namespace

base::Result<domain::OwnSettings> SettingsStore::find(domain::UserId user) {
    ReadLease lease = TRY(store_.read());
    storage::Statement row = TRY(
        lease->query("SELECT name, language, time_zone, mail_rhythm, mail_events, quiet_from, quiet_until "
                     "FROM app_user WHERE id = ?",
                     user));
    if (!TRY(row.step())) return base::fail(base::ErrorCode::not_found, "there is no such person");
    domain::OwnSettings settings{
        .name = row.string(0), .language = row.string(1), .time_zone = row.string(2)};
    const auto rhythm = domain::mail_rhythm_from(row.text(3));
    if (!rhythm) return unknown_name("mail_rhythm");
    settings.notifications.mail = *rhythm;
    settings.notifications.events = TRY(events_from(row.text(4)));
    settings.notifications.quiet_from = minute_in(row, 5);
    settings.notifications.quiet_until = minute_in(row, 6);
    return settings;
}

base::Result<void> SettingsStore::save(domain::UserId user, const domain::OwnSettings& settings) {
    const domain::NotificationChoices& choices = settings.notifications;
    WriteLease lease = TRY(store_.write());
    TRY(lease->execute(
        "UPDATE app_user SET name = ?, language = ?, time_zone = ?, mail_rhythm = ?, mail_events = ?, "
        "quiet_from = ?, quiet_until = ? WHERE id = ?",
        settings.name, settings.language, settings.time_zone, name_of(choices.mail), joined(choices.events),
        choices.quiet_from, choices.quiet_until, user));
    return lease.commit();
}

} // namespace orderdeck::server::persistence::sqlite::identity
