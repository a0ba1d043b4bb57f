#include "shared/base/timestamp.h"

#include "shared/base/parse_number.h"

namespace orderdeck::base {
namespace {

constexpr std::int64_t kMillisecondsPerDay = 86'400'000;
constexpr std::size_t kDateLength = 10;

std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

/// Consumes what it reads from the front of a text; `ok` stays false once something did not fit.
struct Cursor {
    std::string_view rest;
    bool ok = true;

    bool take(char expected) {
        if (rest.empty() || rest.front() != expected) return false;
        rest.remove_prefix(1);
        return true;
    }
    int two_digits() {
        if (rest.size() < 2 || !is_digit(rest[0]) || !is_digit(rest[1])) {
            ok = false;
            return 0;
        }
        const int value = (rest[0] - '0') * 10 + (rest[1] - '0');
        rest.remove_prefix(2);
        return value;
    }
    /// Digits after the point, cut to milliseconds.
    int fraction() {
        int value = 0;
        int digits = 0;
        while (!rest.empty() && is_digit(rest.front())) {
            if (digits < 3) value = value * 10 + (rest.front() - '0');
            ++digits;
            rest.remove_prefix(1);
        }
        if (digits == 0 || digits > 9) ok = false;
        for (; digits < 3; ++digits)
            value *= 10;
        return value;
    }
};

Failure<Error> not_an_instant(std::string_view text) {
    return fail(ErrorCode::invalid,
                "\"" + std::string(text.substr(0, 40)) + "\" is not a time with zone (2026-11-22T10:00:00Z)");
}

std::int64_t read_time_of_day(Cursor& cursor) {
    const int hour = cursor.two_digits();
    if (!cursor.take(':')) cursor.ok = false;
    const int minute = cursor.two_digits();
    int second = 0;
    int millisecond = 0;
    if (cursor.take(':')) {
        second = cursor.two_digits();
        if (cursor.take('.')) millisecond = cursor.fraction();
    }
    if (hour > 23 || minute > 59 || second > 59) cursor.ok = false;
    return ((std::int64_t{hour} * 60 + minute) * 60 + second) * 1000 + millisecond;
}

Duration read_offset(Cursor& cursor) {
    if (cursor.take('Z') || cursor.take('z')) return Duration{};
    const bool behind = cursor.take('-');
    if (!behind && !cursor.take('+')) cursor.ok = false;
    const int hour = cursor.two_digits();
    cursor.take(':');
    const int minute = cursor.two_digits();
    if (hour > 18 || minute > 59) cursor.ok = false;
    const Duration offset = Duration::minutes(std::int64_t{hour} * 60 + minute);
    return behind ? -offset : offset;
}

void append_padded(std::string& out, std::int64_t value, std::size_t width) {
    const std::string digits = std::to_string(value);
    if (digits.size() < width) out.append(width - digits.size(), '0');
    out += digits;
}

} // namespace

Result<OffsetTimestamp> OffsetTimestamp::parse(std::string_view text) {
    if (text.size() < kDateLength + 1) return not_an_instant(text);
    const auto date = LocalDate::parse(text.substr(0, kDateLength));
    const char separator = text[kDateLength];
    if (!date || (separator != 'T' && separator != 't' && separator != ' ')) return not_an_instant(text);
    Cursor cursor{text.substr(kDateLength + 1)};
    const std::int64_t time_of_day = read_time_of_day(cursor);
    const Duration offset = read_offset(cursor);
    if (!cursor.ok || !cursor.rest.empty()) return not_an_instant(text);
    const Timestamp local = Timestamp::at_start_of(*date) + Duration::milliseconds(time_of_day);
    return OffsetTimestamp{local - offset, offset};
}

Result<Timestamp> Timestamp::parse(std::string_view text) {
    return TRY(OffsetTimestamp::parse(text)).instant;
}

LocalDate Timestamp::date_at(Duration utc_offset) const {
    return LocalDate::from_days(floor_divide(milliseconds_ + utc_offset.count(), kMillisecondsPerDay));
}

std::string Timestamp::to_string() const {
    const std::int64_t day = floor_divide(milliseconds_, kMillisecondsPerDay);
    const std::int64_t in_day = milliseconds_ - day * kMillisecondsPerDay;
    std::string out = LocalDate::from_days(day).to_string();
    out += 'T';
    append_padded(out, in_day / 3'600'000, 2);
    out += ':';
    append_padded(out, in_day / 60'000 % 60, 2);
    out += ':';
    append_padded(out, in_day / 1000 % 60, 2);
    if (in_day % 1000 != 0) {
        out += '.';
        append_padded(out, in_day % 1000, 3);
    }
    out += 'Z';
    return out;
}

} // namespace orderdeck::base
