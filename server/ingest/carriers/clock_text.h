#pragma once

#include "shared/domain/milestone.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest::carriers {

/// What a carrier writes for a time: a day, perhaps a time of day, perhaps the offset of its clock.
struct ClockReading {
    base::LocalDate day;
    std::optional<base::Duration> time_of_day;
    std::optional<int> utc_offset_minutes;
};

/// `invalid` for a format with an unknown directive. Directives: %Y %m %d %H %I %p %M %S and %z (+0100, +01:00, Z); a
/// blank stands for any white space, the rest for itself.
base::Result<void> check_clock_format(std::string_view format);

/// Reads the whole text by the first format that fits, else as ISO 8601 in its usual variants ("T" or blank between day and
/// time, no seconds, fractions, "Z", "+01:00", "+0100", " GMT-04:00", or a day alone). Nullopt for anything else and for
/// days and times that do not exist.
std::optional<ClockReading> read_clock(std::string_view text, const std::vector<std::string>& formats);

/// An instant in UTC: seconds or milliseconds since 1970, or a time as above that is UTC unless it says otherwise.
std::optional<base::Timestamp> read_utc(std::string_view text, const std::vector<std::string>& formats);

} // namespace orderdeck::server::ingest::carriers
