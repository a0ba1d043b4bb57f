#include "shared/i18n/format_date.h"

#include <cstdlib>
#include <string_view>

namespace orderdeck::i18n {
namespace {

constexpr int kWeekdayDays = 14;

/// The n-th (from 1) word of a catalogue text whose words are separated by blanks.
std::string_view word(std::string_view words, int number) {
    for (int i = 1; i < number; ++i)
        words.remove_prefix(words.find(' ') + 1);
    return words.substr(0, words.find(' '));
}

std::string two_digits(std::int64_t value) {
    std::string text = std::to_string(value);
    return text.size() < 2 ? "0" + text : text;
}

std::string write_date(const Language& language, MessageId pattern, base::LocalDate date) {
    return language.text(pattern,
                         {{"day", std::to_string(date.day())},
                          {"month", word(language.raw("date.months"), date.month())},
                          {"weekday", word(language.raw("date.weekdays"), static_cast<int>(date.weekday()))},
                          {"year", std::to_string(date.year())}});
}

} // namespace

std::string format_date(const Language& language, base::LocalDate date, base::LocalDate today,
                        DateStyle date_style) {
    const bool near = date_style == DateStyle::with_weekday && std::abs(date - today) <= kWeekdayDays;
    if (date.year() != today.year())
        return write_date(language, near ? MessageId("date.weekday_year") : MessageId("date.year"), date);
    return write_date(language, near ? MessageId("date.weekday") : MessageId("date.short"), date);
}

std::string format_time(const Language& language, base::Timestamp at, base::Duration utc_offset) {
    constexpr std::int64_t kDay = 86'400'000;
    constexpr std::int64_t kHour = 3'600'000;
    constexpr std::int64_t kMinute = 60'000;
    const std::int64_t local = (at + utc_offset).milliseconds();
    const std::int64_t of_day = ((local % kDay) + kDay) % kDay;
    return language.text("date.time", {{"hour", two_digits(of_day / kHour)},
                                       {"minute", two_digits(of_day % kHour / kMinute)}});
}

std::string format_instant(const Language& language, base::Timestamp at, base::Duration utc_offset,
                           base::LocalDate today) {
    const base::LocalDate date = at.date_at(utc_offset);
    const std::string time = format_time(language, at, utc_offset);
    if (date == today) return language.text("date.today_time", {{"time", time}});
    if (date.plus_days(1) == today) return language.text("date.yesterday_time", {{"time", time}});
    return language.text("date.date_time", {{"date", format_date(language, date, today)}, {"time", time}});
}

std::string format_occurrence(const Language& language, const domain::Occurrence& occurrence,
                              const base::ViewerClock& clock) {
    if (!occurrence.at) return format_date(language, occurrence.on, clock.today());
    const base::Duration here = clock.offset_at(*occurrence.at);
    const std::string mine = format_instant(language, *occurrence.at, here, clock.today());
    if (!occurrence.utc_offset_minutes) return mine;
    const base::Duration there = base::Duration::minutes(*occurrence.utc_offset_minutes);
    if (there == here) return mine;
    const bool same_day = occurrence.at->date_at(there) == occurrence.at->date_at(here);
    const std::string local = same_day ? format_time(language, *occurrence.at, there)
                                       : format_instant(language, *occurrence.at, there, clock.today());
    return language.text("date.both_clocks",
                         {{"time", mine}, {"local", language.text("date.local", {{"time", local}})}});
}

std::string format_age(const Language& language, base::Duration age) {
    constexpr std::int64_t kMinutesPerHour = 60;
    constexpr std::int64_t kMinutesPerDay = 24 * kMinutesPerHour;
    constexpr std::int64_t kDaysPerMonth = 30;
    constexpr std::int64_t kDaysPerYear = 365;
    const std::int64_t minutes = age.whole_seconds() / 60;
    const std::int64_t days = minutes / kMinutesPerDay;
    if (minutes < 1) return language.text("age.now");
    if (minutes < kMinutesPerHour) return language.text("age.minutes", {{"count", minutes}});
    if (minutes < kMinutesPerDay) return language.text("age.hours", {{"count", minutes / kMinutesPerHour}});
    if (days < 2 * kDaysPerMonth) return language.text("age.days", {{"count", days}});
    if (days < 2 * kDaysPerYear) return language.text("age.months", {{"count", days / kDaysPerMonth}});
    return language.text("age.years", {{"count", days / kDaysPerYear}});
}

std::string format_list(const Language& language, std::span<const std::string> parts) {
    if (parts.empty()) return {};
    std::string out = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) {
        out += i + 1 == parts.size() ? language.raw("list.last") : language.raw("list.separator");
        out += parts[i];
    }
    return out;
}

} // namespace orderdeck::i18n
