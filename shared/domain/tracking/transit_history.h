#pragma once

#include "shared/domain/order_records.h"
#include "shared/domain/progress/shipment_facts.h"
#include "shared/domain/tracking/journey.h"
#include "shared/domain/tracking/transit_counts.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::domain {

/// Fewer than these are no aggregate: nothing is said from them.
inline constexpr std::int64_t kFewestSamples = 5;
inline constexpr std::int64_t kFewestGaps = 20;

/// Who carries from where to where, folded for comparing. Empty parts are unknown.
struct Lane {
    std::string carrier;
    std::string mode;
    std::string origin_city;
    std::string origin_province; ///< or country: what stands behind the last comma, else the city
    std::string destination_city;
    std::string destination_province;
    friend bool operator==(const Lane&, const Lane&) = default;
};
Lane lane_of(const Shipment& shipment);
/// One line of text each, and back.
std::string encode_lane(const Lane& lane);
Lane decode_lane(std::string_view text);
/// Under which its times are counted at this closeness; empty when the lane does not say enough for it.
std::string lane_key(const Lane& lane, LaneMatch match);

/// Months since year 0, by UTC.
using TransitMonth = std::int32_t;
TransitMonth transit_month(base::Timestamp at);
/// The months whose deliveries an estimate in this month is made from: two years, without its own month and the one
/// before it. So what is delivered now changes no estimate that was made, and one that was made can be made again.
struct TransitMonths {
    TransitMonth first = 0;
    TransitMonth last = 0;
};
TransitMonths months_before(TransitMonth month);

/// What a shipment tells the history, once it is delivered, or asks of it, while it is on its way.
struct TransitPart {
    Lane lane;
    TransitMonth month = 0; ///< of the delivery, or of the last thing that happened
    TransitCounts told;     ///< empty: it asks
    bool asks() const { return told.empty(); }
};
/// Nothing before it was handed over, after a return, and when its times are not known.
std::optional<TransitPart> transit_part(const Shipment& shipment, const ShipmentFacts& facts,
                                        const ShipmentTracking& tracking);

/// Finds what is counted under a key of a lane; nullptr when nothing is.
using FindCounts = std::function<const TransitCounts*(const std::string& key)>;

/// P50 and P90 of what remained for shipments at this stage, for those that had already taken as long at it: the others
/// are done. Where nothing is known of the stage, the one before counts. Falls back from the lane to its provinces, the
/// carrier and the mode until kFewestSamples fit.
std::optional<UsualArrival> usual_arrival(const ShipmentFacts& facts, const Lane& lane,
                                          const FindCounts& find);

/// P95 of the time between two scans on the lane, for the rule of silence; falls back likewise until kFewestGaps fit.
std::optional<base::Duration> usual_gap(const Lane& lane, const FindCounts& find);

} // namespace orderdeck::domain
