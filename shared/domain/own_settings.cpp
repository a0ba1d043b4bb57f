#include "shared/domain/own_settings.h"

#include "shared/base/parse_number.h"
#include "shared/base/text.h"
#include "shared/base/utf8.h"
#include "shared/domain/name_table.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

using std::string_view;

constexpr std::array<string_view, kMailRhythmCount> kRhythms{"never", "daily", "immediately"};
constexpr std::array<string_view, kNotificationEventCount> kEvents{"promise_moved", "delay", "shipped",
                                                                   "delivered", "message"};
constexpr std::array<string_view, kSettingsFieldCount> kFields{"name", "language", "time_zone", "quiet_from",
                                                               "quiet_until"};
constexpr std::array<string_view, kFieldFaultCount> kFaults{"empty", "too_long", "unreadable", "unknown",
                                                            "same"};
constexpr char32_t kIdeographicSpace = 0x3000;

bool is_blank(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == kIdeographicSpace;
}

/// Control characters, line and paragraph separators, and what would turn the text around a name.
bool is_unwanted(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/// Runs of blanks become one: an ideographic one where it stands first, as between the parts of a Japanese name.
std::string with_single_blanks(string_view text) {
    std::string out;
    bool after_blank = false;
    while (!text.empty()) {
        const base::DecodedCodePoint next = base::decode_front(text);
        const bool blank = is_blank(next.code_point);
        if (blank && !after_blank)
            base::append_utf8(out, next.code_point == kIdeographicSpace ? kIdeographicSpace : U' ');
        // Byte for byte, so that what is not UTF-8 is found by the check and not mended in silence.
        if (!blank) out += text.substr(0, next.length);
        after_blank = blank;
        text.remove_prefix(next.length);
    }
    return out;
}

bool is_readable(string_view text) {
    if (!base::is_valid_utf8(text)) return false;
    while (const auto next = base::next_code_point(text)) {
        if (is_unwanted(*next)) return false;
    }
    return true;
}

std::optional<FieldFault> name_fault(const std::string& name) {
    if (name.empty()) return FieldFault::empty;
    if (!is_readable(name)) return FieldFault::unreadable;
    if (base::count_code_points(name) > kLongestPersonName) return FieldFault::too_long;
    return std::nullopt;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// One part of a zone's name; POSIX, 4.7 allows the same characters in file names, which these are.
bool is_zone_part(string_view part) {
    return !part.empty() && is_letter(part.front()) && std::all_of(part.begin(), part.end(), [](char c) {
        return is_letter(c) || base::is_digit(c) || c == '_' || c == '-' || c == '+';
    });
}

std::optional<FieldFault> quiet_fault(std::optional<int> time, std::optional<int> other) {
    if (!time) return other ? std::optional(FieldFault::empty) : std::nullopt;
    if (*time < 0 || *time >= kMinutesOfDay) return FieldFault::unknown;
    return std::nullopt;
}

} // namespace

string_view name_of(MailRhythm rhythm) { return name_in(kRhythms, rhythm); }
string_view name_of(NotificationEvent event) { return name_in(kEvents, event); }
string_view name_of(SettingsField field) { return name_in(kFields, field); }
string_view name_of(FieldFault fault) { return name_in(kFaults, fault); }
std::optional<MailRhythm> mail_rhythm_from(string_view name) { return value_in<MailRhythm>(kRhythms, name); }
std::optional<NotificationEvent> notification_event_from(string_view name) {
    return value_in<NotificationEvent>(kEvents, name);
}
std::optional<SettingsField> settings_field_from(string_view name) {
    return value_in<SettingsField>(kFields, name);
}
std::optional<FieldFault> field_fault_from(string_view name) { return value_in<FieldFault>(kFaults, name); }

std::set<NotificationEvent> all_notification_events() {
    std::set<NotificationEvent> all;
    for (int event = 0; event < kNotificationEventCount; ++event)
        all.insert(static_cast<NotificationEvent>(event));
    return all;
}

OwnSettings tidied(OwnSettings settings) {
    settings.name = with_single_blanks(base::trim(settings.name));
    settings.language = std::string(base::trim(settings.language));
    settings.time_zone = std::string(base::trim(settings.time_zone));
    return settings;
}

std::vector<FieldError> check(const OwnSettings& settings, std::span<const string_view> languages) {
    const NotificationChoices& choices = settings.notifications;
    std::vector<FieldError> errors;
    if (const auto fault = name_fault(settings.name)) errors.push_back({SettingsField::name, *fault});
    if (!settings.language.empty() &&
        std::find(languages.begin(), languages.end(), settings.language) == languages.end())
        errors.push_back({SettingsField::language, FieldFault::unknown});
    if (!settings.time_zone.empty() && !is_time_zone_form(settings.time_zone))
        errors.push_back({SettingsField::time_zone, FieldFault::unknown});
    if (const auto fault = quiet_fault(choices.quiet_from, choices.quiet_until))
        errors.push_back({SettingsField::quiet_from, *fault});
    if (const auto fault = quiet_fault(choices.quiet_until, choices.quiet_from))
        errors.push_back({SettingsField::quiet_until, *fault});
    else if (choices.quiet_until && choices.quiet_until == choices.quiet_from)
        errors.push_back({SettingsField::quiet_until, FieldFault::same});
    return errors;
}

bool is_time_zone_form(string_view text) {
    constexpr std::size_t kMostParts = 3; // "America/Argentina/Buenos_Aires"
    const auto parts = base::split(text, '/');
    return text.size() <= kLongestTimeZone && parts.size() <= kMostParts &&
           std::all_of(parts.begin(), parts.end(), is_zone_part);
}

std::string clock_text(int minute_of_day) {
    const auto two_digits = [](int number) {
        return std::string{static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
    };
    return two_digits(minute_of_day / 60) + ":" + two_digits(minute_of_day % 60);
}

std::optional<int> minute_of_day_from(string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    for (const std::size_t digit : {0U, 1U, 3U, 4U}) {
        if (!base::is_digit(text[digit])) return std::nullopt;
    }
    const int hours = (text[0] - '0') * 10 + (text[1] - '0');
    const int minutes = (text[3] - '0') * 10 + (text[4] - '0');
    if (hours > 23 || minutes > 59) return std::nullopt;
    return hours * 60 + minutes;
}

} // namespace orderdeck::domain
