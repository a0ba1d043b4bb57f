#include "shared/base/parse_number.h"

#include <charconv>

namespace orderdeck::base {
namespace {

constexpr std::size_t kMaxDigits = 18; // every number of 18 digits fits into int64

Failure<Error> not_a_number(std::string_view text, ErrorCode code, const char* why) {
    return fail(code, "\"" + std::string(text.substr(0, 40)) + "\" " + why);
}

} // namespace

Result<std::int64_t> parse_int(std::string_view text) {
    std::string_view digits = text;
    if (!digits.empty() && digits.front() == '+') digits.remove_prefix(1);
    if (digits.size() != text.size() && !digits.empty() && digits.front() == '-') digits = {};
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc::result_out_of_range)
        return not_a_number(text, ErrorCode::out_of_range, "is too large");
    if (error != std::errc{} || end != digits.data() + digits.size()) {
        return not_a_number(text, ErrorCode::invalid, "is not a whole number");
    }
    return value;
}

Result<Decimal> parse_decimal(std::string_view text, int max_scale) {
    std::string_view rest = text;
    const bool negative = !rest.empty() && rest.front() == '-';
    if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) rest.remove_prefix(1);
    Decimal decimal;
    std::size_t significant = 0;
    std::size_t digits = 0;
    bool after_point = false;
    for (const char c : rest) {
        if (c == '.' && !after_point) {
            after_point = true;
            continue;
        }
        if (!is_digit(c)) return not_a_number(text, ErrorCode::invalid, "is not a number");
        ++digits;
        if (significant > 0 || c != '0') ++significant;
        if (after_point) ++decimal.scale;
        if (significant > kMaxDigits)
            return not_a_number(text, ErrorCode::out_of_range, "has too many digits");
        if (decimal.scale > max_scale)
            return not_a_number(text, ErrorCode::out_of_range, "has too many decimals");
        decimal.units = decimal.units * 10 + (c - '0');
    }
    if (digits == 0 || rest.back() == '.') return not_a_number(text, ErrorCode::invalid, "is not a number");
    if (negative) decimal.units = -decimal.units;
    return decimal;
}

std::string to_string(Decimal decimal) {
    const bool negative = decimal.units < 0;
    // Unsigned negation is defined for the smallest int64 too.
    const auto magnitude =
        negative ? 0 - static_cast<std::uint64_t>(decimal.units) : static_cast<std::uint64_t>(decimal.units);
    std::string digits = std::to_string(magnitude);
    if (decimal.scale > 0) {
        const auto scale = static_cast<std::size_t>(decimal.scale);
        if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
        digits.insert(digits.size() - scale, 1, '.');
    }
    return negative ? "-" + digits : digits;
}

} // namespace orderdeck::base
