#pragma once

#include "shared/base/result.h"
#include "shared/domain/milestone.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest::mapping {

/// How dates are written in a file. Formats hold %d %m %y %Y %b (English month name), %H %M %S, %f (digits
/// of a fraction) and %z (an offset from UTC); other characters stand for themselves.
struct DateRules {
    std::vector<std::string> formats;
    int two_digit_years_from = 1970; ///< "06" is the year ending in 06 among the hundred that begin here
    std::optional<int>
        utc_offset_minutes; ///< of times that state none; without it only the day of such a time is known
};

/// `invalid` when a format has an unknown directive or does not name day, month and year.
base::Result<void> check_format(std::string_view format);

/// Reads the whole text by the first format that fits; nullopt when none does or the day does not exist.
std::optional<domain::Occurrence> parse_date(std::string_view text, const DateRules& rules);

} // namespace orderdeck::server::ingest::mapping
