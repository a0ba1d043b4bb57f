#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace orderdeck::base {

/// Monday is 1, Sunday is 7 (ISO 8601).
enum class Weekday : std::uint8_t { monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday };

/// Year and week of ISO 8601: weeks begin on Monday, week 1 holds the year's first Thursday.
struct IsoWeek {
    int year = 0;
    int week = 0;
    friend constexpr auto operator<=>(const IsoWeek&, const IsoWeek&) = default;
};

/// A calendar date without time or zone (proleptic Gregorian, years 0001 to 9999), such as a promised delivery date.
class LocalDate {
public:
    /// 1970-01-01.
    constexpr LocalDate() = default;

    /// From days since 1970-01-01, the form in which dates are stored. Clamped to the supported years.
    static LocalDate from_days(std::int64_t days);
    /// Refuses days that the calendar does not have, such as 2026-02-29.
    static Result<LocalDate> from_ymd(int year, int month, int day);
    /// Reads exactly `2026-11-22`; everything else is refused.
    static Result<LocalDate> parse(std::string_view text);

    constexpr std::int32_t days() const { return days_; }
    int year() const;
    int month() const;
    int day() const;
    Weekday weekday() const;
    IsoWeek iso_week() const;

    /// The Monday of this date's ISO week.
    LocalDate start_of_week() const;
    LocalDate plus_days(std::int64_t count) const;

    /// `2026-11-22`.
    std::string to_string() const;

    friend constexpr auto operator<=>(const LocalDate&, const LocalDate&) = default;
    /// Days from right to left; negative when left is earlier.
    friend constexpr std::int32_t operator-(LocalDate left, LocalDate right) {
        return left.days_ - right.days_;
    }

private:
    constexpr explicit LocalDate(std::int32_t days) : days_(days) {}

    std::int32_t days_ = 0;
};

/// Days in a month of the Gregorian calendar; 0 when the month is not 1 to 12.
int days_in_month(int year, int month);

} // namespace orderdeck::base
