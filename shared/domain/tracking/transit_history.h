#pragma once

#include "shared/domain/tracking/parcel_state.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace orderdeck::domain {

/// Who carries from where to where. Empty parts are unknown.
struct Lane {
    std::string carrier;
    std::string service;
    std::string mode;
    std::string origin_city;
    std::string origin_province;
    std::string destination_city;
    std::string destination_province;
};

/// How closely the history that an estimate is made from fits its lane.
enum class LaneMatch : std::uint8_t {
    lane,      ///< carrier, service, city to city
    provinces, ///< carrier, province to province
    carrier,   ///< carrier in this mode
    mode,      ///< everybody in this mode
};
inline constexpr int kLaneMatchCount = 4;
std::string_view name_of(LaneMatch match);

/// What remained until delivery from the first scan with a status on.
struct RemainingTime {
    base::Duration p50;
    base::Duration p90;
    std::int64_t samples = 0;
    LaneMatch match = LaneMatch::lane;
};

/// How long deliveries took, from own history. Whole minutes; only where the zones of both ends are known.
class TransitHistory {
public:
    /// Adds a delivered parcel; others tell nothing yet.
    void add(const Lane& lane, const ParcelState& parcel);

    /// P50 and P90 of the time that remains at this status, for those that have already taken `elapsed` at it: the
    /// others are done. Falls back from the lane to its provinces, the carrier and the mode until `enough` samples fit.
    std::optional<RemainingTime> remaining(const Lane& lane, ParcelStatus status, base::Duration elapsed = {},
                                           std::int64_t enough = 5) const;

    /// P95 of the time between two scans on the lane, for the rule of silence.
    std::optional<base::Duration> usual_gap(const Lane& lane, std::int64_t enough = 20) const;

private:
    using Minutes = std::map<std::string, std::vector<std::int64_t>>; ///< sorted
    Minutes remaining_;
    Minutes gaps_;
};

} // namespace orderdeck::domain
