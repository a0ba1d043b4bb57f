#include "server/ingest/carriers/clock_text.h"

#include "shared/base/parse_number.h"
#include "shared/base/text.h"

#include <algorithm>
#include <array>

namespace orderdeck::server::ingest::carriers {
namespace {

/// "2026-11-22T10:00:00.250+08:00" is tried from the front; what may be missing stands in its own format.
constexpr std::array<std::string_view, 6> kIso{"%Y-%m-%dT%H:%M:%S%f%z",
                                               "%Y-%m-%d %H:%M:%S%f%z",
                                               "%Y-%m-%dT%H:%M%z",
                                               "%Y-%m-%d %H:%M%z",
                                               "%Y-%m-%d%z",
                                               "%Y-%m-%d"};

struct Parts {
    int year = 0, month = 0, day = 0;
    std::optional<int> hour;
    int minute = 0, second = 0, millisecond = 0;
    std::optional<bool> afternoon;
    std::optional<int> offset;
};

/// Consumes text by directives.
class ClockParser {
public:
    explicit ClockParser(std::string_view text) : rest_(text) {}

    bool read(std::string_view format) {
        for (std::size_t i = 0; i < format.size(); ++i) {
            if (format[i] == '%' && i + 1 < format.size()) {
                if (!read_directive(format[++i])) return false;
            } else if (format[i] == ' ') {
                skip_blanks();
            } else if (!take(format[i])) {
                return false;
            }
        }
        return rest_.empty();
    }

    Parts parts;

private:
    bool read_directive(char directive) {
        switch (directive) {
        case 'Y': return number(4, parts.year);
        case 'm': return number(2, parts.month);
        case 'd': return number(2, parts.day);
        case 'H':
        case 'I': return number(2, parts.hour.emplace());
        case 'M': return number(2, parts.minute);
        case 'S': return number(2, parts.second);
        case 'p': return half_day();
        case 'f': return fraction();
        case 'z': return zone();
        default: return false;
        }
    }

    bool take(char expected) {
        if (rest_.empty() || rest_.front() != expected) return false;
        rest_.remove_prefix(1);
        return true;
    }

    void skip_blanks() {
        while (!rest_.empty() && rest_.front() == ' ')
            rest_.remove_prefix(1);
    }

    bool number(std::size_t digits, int& value) {
        if (rest_.size() < digits) return false;
        value = 0;
        for (const char c : rest_.substr(0, digits)) {
            if (!base::is_digit(c)) return false;
            value = value * 10 + (c - '0');
        }
        rest_.remove_prefix(digits);
        return true;
    }

    bool half_day() {
        const std::string word = base::to_lower_ascii(rest_.substr(0, 2));
        if (word != "am" && word != "pm") return false;
        parts.afternoon = word == "pm";
        rest_.remove_prefix(2);
        return true;
    }

    /// Nothing, or a point and digits of which three count.
    bool fraction() {
        if (!take('.')) return true;
        int digits = 0;
        for (; !rest_.empty() && base::is_digit(rest_.front()); rest_.remove_prefix(1), ++digits) {
            if (digits < 3) parts.millisecond = parts.millisecond * 10 + (rest_.front() - '0');
        }
        for (int i = digits; i < 3; ++i)
            parts.millisecond *= 10;
        return digits > 0;
    }

    /// Nothing, "Z", "+08:00", "+0800", each perhaps after a blank and "GMT" or "UTC".
    bool zone() {
        skip_blanks();
        if (rest_.empty()) return true;
        if (rest_ == "Z" || rest_ == "GMT" || rest_ == "UTC") {
            parts.offset = 0;
            rest_ = {};
            return true;
        }
        if (rest_.starts_with("GMT") || rest_.starts_with("UTC")) rest_.remove_prefix(3);
        const bool west = take('-');
        if (!west && !take('+')) return false;
        int hours = 0;
        int minutes = 0;
        if (!number(2, hours)) return false;
        if (take(':') ? !number(2, minutes) : (!rest_.empty() && !number(2, minutes))) return false;
        if (hours > 18 || minutes > 59) return false;
        parts.offset = (west ? -1 : 1) * (hours * 60 + minutes);
        return true;
    }

    std::string_view rest_;
};

std::optional<ClockReading> checked(const Parts& parts) {
    const auto day = base::LocalDate::from_ymd(parts.year, parts.month, parts.day);
    if (!day) return std::nullopt;
    ClockReading reading{*day, std::nullopt, parts.offset};
    if (!parts.hour) return reading;
    int hour = *parts.hour;
    if (parts.afternoon) {
        if (hour < 1 || hour > 12) return std::nullopt;
        hour = hour % 12 + (*parts.afternoon ? 12 : 0);
    }
    // A leap second is the last second of its minute.
    if (hour > 23 || parts.minute > 59 || parts.second > 60) return std::nullopt;
    reading.time_of_day = base::Duration::minutes(hour * 60 + parts.minute) +
                          base::Duration::seconds(std::min(parts.second, 59)) +
                          base::Duration::milliseconds(parts.millisecond);
    return reading;
}

std::optional<ClockReading> try_format(std::string_view text, std::string_view format) {
    ClockParser parser(text);
    return parser.read(format) ? checked(parser.parts) : std::nullopt;
}

} // namespace

base::Result<void> check_clock_format(std::string_view format) {
    constexpr std::string_view kDirectives = "YmdHIpMSz";
    bool has_day = false;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%') continue;
        const char directive = ++i < format.size() ? format[i] : '%';
        if (kDirectives.find(directive) == kDirectives.npos)
            return base::fail(base::ErrorCode::invalid,
                              "unknown directive; known: %Y %m %d %H %I %p %M %S %z");
        has_day = has_day || directive == 'd';
    }
    if (!has_day) return base::fail(base::ErrorCode::invalid, "the format names no day");
    return {};
}

std::optional<ClockReading> read_clock(std::string_view text, const std::vector<std::string>& formats) {
    text = base::trim(text);
    for (const std::string& format : formats) {
        if (auto reading = try_format(text, format)) return reading;
    }
    for (const std::string_view format : kIso) {
        if (auto reading = try_format(text, format)) return reading;
    }
    return std::nullopt;
}

std::optional<base::Timestamp> read_utc(std::string_view text, const std::vector<std::string>& formats) {
    constexpr std::int64_t kFirstMilliseconds = 100'000'000'000; // seconds of the year 5138
    constexpr std::int64_t kLastMilliseconds = 100'000'000'000'000;
    const auto count = base::parse_int(base::trim(text));
    const auto reading = read_clock(text, formats);
    if (!reading) {
        if (!count || *count <= 0 || *count > kLastMilliseconds) return std::nullopt;
        return *count < kFirstMilliseconds ? base::Timestamp::from_seconds(*count)
                                           : base::Timestamp::from_milliseconds(*count);
    }
    if (!reading->time_of_day) return std::nullopt;
    return base::Timestamp::at_start_of(reading->day) + *reading->time_of_day -
           base::Duration::minutes(reading->utc_offset_minutes.value_or(0));
}

} // namespace orderdeck::server::ingest::carriers
