#pragma once

#include "shared/domain/tracking/journey.h"

#include <vector>

namespace orderdeck::domain {

/// What the scans of a shipment's parcels prove about the shipment as a whole, as milestones without an id: each step from
/// the parcel that took it last, up to the step of the parcel that is least well; the delivery only when all are there,
/// the return only when all have come back. Scans after the delivery are added, so that they can be found. When the
/// instant of one step is unknown all of them are days, for days and instants of different clocks have no order.
std::vector<Milestone> scan_milestones(ShipmentId shipment, const ShipmentTracking& tracking);

/// The same for all shipments that have scans.
std::vector<Milestone> scan_milestones(std::span<const Parcel> parcels,
                                       std::span<const TrackingEvent> events);

} // namespace orderdeck::domain
