#pragma once

#include "shared/domain/tracking/transit_history.h"
#include "shared/domain/tracking/working_days.h"

#include <optional>

namespace orderdeck::domain {

/// Where an estimate comes from.
enum class EtaBasis : std::uint8_t { none, carrier, history };

/// When a parcel is expected. Does not depend on the clock: it is made anew at each scan, and shown with `eta_at`.
struct Eta {
    EtaBasis basis = EtaBasis::none;
    std::optional<Occurrence> stated;   ///< the carrier's own word
    std::optional<base::Timestamp> p50; ///< from history: half are there by then
    std::optional<base::Timestamp> p90; ///< nine of ten are there by then
    std::int64_t samples = 0;
    LaneMatch match = LaneMatch::lane;
    std::optional<base::Timestamp> late_from; ///< when it has not come by this instant, it is late
};

/// The carrier's date if there is one, else from what remained for earlier parcels at this status, counted from the first
/// scan that has it; no estimate without a zone, without history and for parcels at their end. Deliveries are made on
/// working days of the delivery place, whose clock `delivery` holds.
Eta estimate(const ParcelState& parcel, const std::optional<Occurrence>& stated,
             const TransitHistory& history, const Lane& lane, const WorkingDays& delivery);

/// An estimate as it is said at a moment: never a time that has passed.
struct EtaShown {
    enum class Kind : std::uint8_t {
        none,
        on_day,  ///< the carrier's day, or instant in `from`
        between, ///< from P50 to P90; `from` may be now
        late,    ///< say since when, and where the parcel was last seen
    } kind = Kind::none;
    std::optional<Occurrence> stated;
    base::Timestamp from;
    base::Timestamp until;
    const TrackingEvent* last_seen = nullptr;
};
EtaShown eta_at(const Eta& eta, const ParcelState& parcel, base::Timestamp now);

} // namespace orderdeck::domain
