#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace orderdeck::base {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads a whole text as a decimal integer with optional sign; blanks, other characters and overflow are refused.
Result<std::int64_t> parse_int(std::string_view text);

/// An exact decimal number: `units` / 10^`scale`. 12.50 is {1250, 2}.
struct Decimal {
    std::int64_t units = 0;
    int scale = 0;
    friend constexpr bool operator==(const Decimal&, const Decimal&) = default;
};

/// Reads `-12.50` exactly (no exponent, no thousands separator, at most 18 digits and `max_scale` decimals).
Result<Decimal> parse_decimal(std::string_view text, int max_scale = 9);

/// The plain text of a decimal, keeping its scale: {1250, 2} is "12.50".
std::string to_string(Decimal decimal);

} // namespace orderdeck::base
