#include "server/ingest/mapping/date_format.h"

#include "shared/base/parse_number.h"
#include "shared/base/text.h"

#include <array>

namespace orderdeck::server::ingest::mapping {
namespace {

constexpr std::string_view kDirectives = "dmyYbHMSfz";
constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

struct Fields {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = -1; ///< -1: the text has no time
    int minute = 0;
    int second = 0;
    std::optional<int> utc_offset_minutes; ///< stated by the text itself
};

/// Reads one text by one format, front to back.
class FormatReader {
public:
    FormatReader(std::string_view text, const DateRules& rules) : text_(text), rules_(rules) {}

    std::optional<Fields> read(std::string_view format) {
        for (std::size_t i = 0; i < format.size(); ++i) {
            const bool is_directive = format[i] == '%' && i + 1 < format.size();
            if (is_directive ? !take(format[++i]) : !take_literal(format[i])) return std::nullopt;
        }
        if (!text_.empty()) return std::nullopt;
        return fields_;
    }

private:
    bool take_literal(char expected) {
        if (text_.empty() || text_.front() != expected) return false;
        text_.remove_prefix(1);
        return true;
    }

    bool take_number(std::size_t min_digits, std::size_t max_digits, int limit, int& into) {
        std::size_t digits = 0;
        int value = 0;
        while (digits < max_digits && digits < text_.size() && base::is_digit(text_[digits]))
            value = value * 10 + (text_[digits++] - '0');
        if (digits < min_digits || value > limit) return false;
        text_.remove_prefix(digits);
        into = value;
        return true;
    }

    bool take_two_digit_year() {
        int year = 0;
        if (!take_number(2, 2, 99, year)) return false;
        const int first = rules_.two_digit_years_from;
        fields_.year = first - first % 100 + year;
        if (fields_.year < first) fields_.year += 100;
        return true;
    }

    /// Full names and their first three letters.
    bool take_month_name() {
        std::size_t letters = 0;
        const std::string lower = base::to_lower_ascii(text_);
        while (letters < lower.size() && lower[letters] >= 'a' && lower[letters] <= 'z')
            ++letters;
        const std::string_view name = std::string_view(lower).substr(0, letters);
        for (std::size_t i = 0; i < kMonths.size(); ++i) {
            if (name != kMonths[i] && name != kMonths[i].substr(0, 3)) continue;
            fields_.month = static_cast<int>(i) + 1;
            text_.remove_prefix(letters);
            return true;
        }
        return false;
    }

    /// Digits of a second's fraction, which no fact needs.
    bool take_fraction() {
        std::size_t digits = 0;
        while (digits < text_.size() && base::is_digit(text_[digits]))
            ++digits;
        text_.remove_prefix(digits);
        return digits > 0;
    }

    /// "Z", "+08:00", "+0800" or "+08" (ISO 8601).
    bool take_offset() {
        if (take_literal('Z')) {
            fields_.utc_offset_minutes = 0;
            return true;
        }
        if (text_.empty() || (text_.front() != '+' && text_.front() != '-')) return false;
        const int sign = text_.front() == '-' ? -1 : 1;
        text_.remove_prefix(1);
        int hours = 0;
        int minutes = 0;
        if (!take_number(2, 2, 18, hours)) return false;
        const bool has_colon = take_literal(':');
        if (!take_number(2, 2, 59, minutes) && has_colon) return false;
        fields_.utc_offset_minutes = sign * (hours * 60 + minutes);
        return true;
    }

    bool take(char directive) {
        switch (directive) {
        case 'd': return take_number(1, 2, 31, fields_.day);
        case 'm': return take_number(1, 2, 12, fields_.month);
        case 'Y': return take_number(4, 4, 9999, fields_.year);
        case 'y': return take_two_digit_year();
        case 'b': return take_month_name();
        case 'H': return take_number(1, 2, 23, fields_.hour);
        case 'M': return take_number(1, 2, 59, fields_.minute);
        case 'S': return take_number(1, 2, 59, fields_.second);
        case 'f': return take_fraction();
        case 'z': return take_offset();
        default: return false;
        }
    }

    std::string_view text_;
    const DateRules& rules_;
    Fields fields_;
};

std::optional<domain::Occurrence> occurrence_of(const Fields& fields, const DateRules& rules) {
    const auto date = base::LocalDate::from_ymd(fields.year, fields.month, fields.day);
    if (!date) return std::nullopt;
    domain::Occurrence occurrence{.on = *date, .at = {}, .utc_offset_minutes = {}};
    const std::optional<int> offset =
        fields.utc_offset_minutes ? fields.utc_offset_minutes : rules.utc_offset_minutes;
    if (fields.hour < 0 || !offset) return occurrence;
    const auto time = base::Duration::hours(fields.hour) + base::Duration::minutes(fields.minute) +
                      base::Duration::seconds(fields.second);
    occurrence.at = base::Timestamp::at_start_of(*date) + time - base::Duration::minutes(*offset);
    occurrence.utc_offset_minutes = offset;
    return occurrence;
}

} // namespace

base::Result<void> check_format(std::string_view format) {
    std::string used;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%') continue;
        const char directive = ++i < format.size() ? format[i] : '\0';
        if (kDirectives.find(directive) == std::string_view::npos || directive == '\0')
            return base::fail(base::ErrorCode::invalid,
                              "only %d %m %y %Y %b %H %M %S %f %z may stand in a date format");
        used += directive;
    }
    const auto has = [&used](char directive) { return used.find(directive) != std::string::npos; };
    if (has('d') && (has('m') || has('b')) && (has('y') || has('Y'))) return {};
    return base::fail(base::ErrorCode::invalid, "a date format needs day, month and year");
}

std::optional<domain::Occurrence> parse_date(std::string_view text, const DateRules& rules) {
    for (const std::string& format : rules.formats) {
        if (const auto fields = FormatReader(text, rules).read(format)) {
            if (auto occurrence = occurrence_of(*fields, rules)) return occurrence;
        }
    }
    return std::nullopt;
}

} // namespace orderdeck::server::ingest::mapping
