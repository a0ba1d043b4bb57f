#include "shared/base/local_date.h"

#include <algorithm>

namespace orderdeck::base {
namespace {

constexpr std::int64_t kDaysPerEra = 146097; // 400 Gregorian years
constexpr std::int64_t kEpochShift = 719468; // 0000-03-01 to 1970-01-01
constexpr std::int64_t kMinDays = -719162;   // 0001-01-01
constexpr std::int64_t kMaxDays = 2932896;   // 9999-12-31

struct YearMonthDay {
    int year;
    int month;
    int day;
};

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March so that leap days come last.
std::int64_t days_of(YearMonthDay date) {
    const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t month_from_march = (date.month + 9) % 12;
    const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * kDaysPerEra + day_of_era - kEpochShift;
}

YearMonthDay date_of(std::int64_t days) {
    const std::int64_t shifted = days + kEpochShift;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - (kDaysPerEra - 1)) / kDaysPerEra;
    const std::int64_t day_of_era = shifted - era * kDaysPerEra;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / (kDaysPerEra - 1)) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
    const int day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
    const int month = static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
    return {static_cast<int>(year_of_era + era * 400) + (month <= 2 ? 1 : 0), month, day};
}

bool read_digits(std::string_view text, std::size_t from, std::size_t count, int& value) {
    value = 0;
    for (std::size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return false;
        value = value * 10 + (text[i] - '0');
    }
    return true;
}

void append_padded(std::string& out, int value, int width) {
    const std::string digits = std::to_string(value);
    out.append(static_cast<std::size_t>(std::max(0, width - static_cast<int>(digits.size()))), '0');
    out += digits;
}

Failure<Error> not_a_date(std::string_view text) {
    return fail(ErrorCode::invalid, "\"" + std::string(text.substr(0, 40)) + "\" is not a date (YYYY-MM-DD)");
}

} // namespace

int days_in_month(int year, int month) {
    static constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    return month == 2 && is_leap(year) ? 29 : kLengths[month - 1];
}

LocalDate LocalDate::from_days(std::int64_t days) {
    return LocalDate(static_cast<std::int32_t>(std::clamp(days, kMinDays, kMaxDays)));
}

Result<LocalDate> LocalDate::from_ymd(int year, int month, int day) {
    if (year < 1 || year > 9999 || day < 1 || day > days_in_month(year, month)) {
        return fail(ErrorCode::out_of_range, std::to_string(year) + "-" + std::to_string(month) + "-" +
                                                 std::to_string(day) + " is not a day of the calendar");
    }
    return LocalDate(static_cast<std::int32_t>(days_of({year, month, day})));
}

Result<LocalDate> LocalDate::parse(std::string_view text) {
    int year = 0;
    int month = 0;
    int day = 0;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !read_digits(text, 0, 4, year) ||
        !read_digits(text, 5, 2, month) || !read_digits(text, 8, 2, day)) {
        return not_a_date(text);
    }
    return from_ymd(year, month, day);
}

int LocalDate::year() const { return date_of(days_).year; }
int LocalDate::month() const { return date_of(days_).month; }
int LocalDate::day() const { return date_of(days_).day; }

Weekday LocalDate::weekday() const {
    // 1970-01-01 was a Thursday.
    const std::int32_t from_monday = ((days_ + 3) % 7 + 7) % 7;
    return static_cast<Weekday>(from_monday + 1);
}

LocalDate LocalDate::start_of_week() const { return plus_days(1 - static_cast<int>(weekday())); }

IsoWeek LocalDate::iso_week() const {
    // The week belongs to the year that holds its Thursday. Not start_of_week(): it is clamped at year 0001.
    const std::int64_t thursday = days_ + 4 - static_cast<int>(weekday());
    const int year = date_of(thursday).year;
    const std::int64_t first = days_of({year, 1, 1});
    return {year, static_cast<int>((thursday - first) / 7) + 1};
}

LocalDate LocalDate::plus_days(std::int64_t count) const {
    // Clamping first keeps the sum inside int64 for any count.
    return from_days(days_ + std::clamp(count, kMinDays - kMaxDays, kMaxDays - kMinDays));
}

std::string LocalDate::to_string() const {
    const YearMonthDay date = date_of(days_);
    std::string out;
    append_padded(out, date.year, 4);
    out += '-';
    append_padded(out, date.month, 2);
    out += '-';
    append_padded(out, date.day, 2);
    return out;
}

} // namespace orderdeck::base
