#pragma once

#include "shared/domain/shipment.h"
#include "shared/domain/tracking/parcel_state.h"

#include <optional>
#include <span>
#include <vector>

namespace orderdeck::domain {

/// The parcels that these scans and parcel rows tell of, by the number of their first leg. A number that another one was
/// handed over to is a leg of it and no parcel of its own: its status comes from the last leg, its scans are those of all
/// legs. A master number without scans of its own is left out when its children are known.
std::vector<ParcelState> fold_parcels(std::span<const Parcel> parcels,
                                      std::span<const TrackingEvent* const> events);

/// Folds the scans of a parcel's legs, given in their order; scans of other numbers are ignored. The status is the last
/// leg's as soon as its carrier has seen the parcel, whatever an earlier leg is told afterwards.
ParcelState fold_journey(std::span<const std::string> legs, std::span<const TrackingEvent* const> events);

/// Where a shipment stands, from its parcels.
struct ShipmentTracking {
    ParcelStatus status =
        ParcelStatus::unknown; ///< of the parcel that is least well; delivered only when all are
    TrackingReason reason = TrackingReason::none;
    int parcels = 0; ///< known ones and those that a carrier counts under a master number
    int delivered = 0;
    int returned = 0;
    int unseen = 0; ///< counted by the carrier, but not known to us
    /// When the last parcel was delivered; only when all are.
    std::optional<Occurrence> delivered_on;
    std::vector<ParcelState> states;
};

/// Folds the parcels and scans of one shipment (others are ignored). Without parcel rows the numbers of its scans are its
/// parcels.
ShipmentTracking track_shipment(ShipmentId shipment, std::span<const Parcel> parcels,
                                std::span<const TrackingEvent> events);

} // namespace orderdeck::domain
