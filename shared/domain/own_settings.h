#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::domain {

/// How often mail is sent: never, one letter a day, or at once.
enum class MailRhythm : std::uint8_t { never, daily, immediately };
inline constexpr int kMailRhythmCount = 3;

/// What a person can be told about. Values are stored by name.
enum class NotificationEvent : std::uint8_t { promise_moved, delay, shipped, delivered, message };
inline constexpr int kNotificationEventCount = 5;

/// Stable lower-case names for JSON, the store and message ids, and the way back.
std::string_view name_of(MailRhythm rhythm);
std::string_view name_of(NotificationEvent event);
std::optional<MailRhythm> mail_rhythm_from(std::string_view name);
std::optional<NotificationEvent> notification_event_from(std::string_view name);

std::set<NotificationEvent> all_notification_events();

/// What a person wants to be told, and when not. Quiet hours are minutes of the day in the person's time zone, from
/// inclusive, until exclusive, and may go over midnight; either both are set or none.
struct NotificationChoices {
    MailRhythm mail = MailRhythm::daily;
    std::set<NotificationEvent> events = all_notification_events();
    std::optional<int> quiet_from = {};
    std::optional<int> quiet_until = {};

    friend bool operator==(const NotificationChoices&, const NotificationChoices&) = default;
};

/// What a person decides about themselves and every device follows. Theme and text size are the device's own.
struct OwnSettings {
    std::string name = {};
    std::string language = {};  ///< BCP 47; empty: as the browser
    std::string time_zone = {}; ///< IANA name; empty: as the device
    NotificationChoices notifications = {};

    friend bool operator==(const OwnSettings&, const OwnSettings&) = default;
};

inline constexpr std::size_t kLongestPersonName = 80; ///< in code points
inline constexpr std::size_t kLongestTimeZone = 64;   ///< in bytes
inline constexpr int kMinutesOfDay = 24 * 60;

enum class SettingsField : std::uint8_t { name, language, time_zone, quiet_from, quiet_until };
inline constexpr int kSettingsFieldCount = 5;

/// What is wrong with a field.
enum class FieldFault : std::uint8_t {
    empty,      ///< must be filled in; of quiet hours: the other half is set
    too_long,   ///< longer than kLongestPersonName
    unreadable, ///< not UTF-8, or with control characters or marks that turn the direction of writing
    unknown,    ///< a language that there is not, no zone's name, no time of the day
    same,       ///< quiet hours end when they begin
};
inline constexpr int kFieldFaultCount = 5;

std::string_view name_of(SettingsField field);
std::string_view name_of(FieldFault fault);
std::optional<SettingsField> settings_field_from(std::string_view name);
std::optional<FieldFault> field_fault_from(std::string_view name);

struct FieldError {
    SettingsField field;
    FieldFault fault;

    friend bool operator==(const FieldError&, const FieldError&) = default;
};

/// The settings as they are stored: no blanks around texts, one blank between the words of a name. Tidying twice is the
/// same as once.
OwnSettings tidied(OwnSettings settings);

/// What keeps tidied settings from being stored, at most one error a field, in the order of the fields; empty when they
/// can be. `languages` are the tags that there are.
std::vector<FieldError> check(const OwnSettings& settings, std::span<const std::string_view> languages);

/// Whether a text has the form of an IANA zone's name ("Asia/Shanghai", "UTC"). Which zones there are only the device knows.
bool is_time_zone_form(std::string_view text);

/// A minute of the day as "22:05", and back from exactly this form.
std::string clock_text(int minute_of_day);
std::optional<int> minute_of_day_from(std::string_view text);

} // namespace orderdeck::domain
