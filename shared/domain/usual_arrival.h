#pragma once

#include "shared/base/local_date.h"
#include "shared/base/timestamp.h"

#include <cstdint>
#include <string_view>

namespace orderdeck::domain {

/// How closely the history that an estimate is made from fits its lane. Values are stored and sent: append only.
enum class LaneMatch : std::uint8_t {
    lane = 0,      ///< carrier and mode, city to city
    provinces = 1, ///< carrier and mode, province or country to province or country
    carrier = 2,   ///< carrier in this mode
    mode = 3,      ///< everybody in this mode
};
inline constexpr int kLaneMatchCount = 4;
std::string_view name_of(LaneMatch match);

/// When shipments that were as far as this one usually arrived, from all deliveries that are known: an aggregate of at
/// least kFewestSamples of them. Does not depend on the clock: it is made anew with each scan.
struct UsualArrival {
    base::Timestamp p50; ///< half were there by then
    base::Timestamp p90; ///< nine of ten were there by then
    std::int64_t samples = 0;
    LaneMatch match = LaneMatch::lane;
};

/// The same as days at the delivery place.
struct UsualDays {
    base::LocalDate half_on;
    base::LocalDate most_on;
    std::int64_t samples = 0;
    LaneMatch match = LaneMatch::lane;
};

} // namespace orderdeck::domain
