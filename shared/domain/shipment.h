#pragma once

#include "shared/domain/ids.h"
#include "shared/domain/quantity.h"
#include "shared/domain/usual_arrival.h"

#include <cstdint>
#include <optional>
#include <string>

namespace orderdeck::domain {

/// A despatch of goods under one delivery note. It may carry lines of several orders (merged), and a line may
/// travel in several shipments (split): the quantities are on ShipmentLine.
struct Shipment {
    ShipmentId id;
    AccountId account;
    std::string number; ///< delivery note / ASN number
    std::string carrier;
    std::string tracking_number;
    std::string mode;         ///< air, ocean, truck, rail, courier; as the source says
    std::int64_t parcels = 0; ///< 0 = not stated
    std::string origin;
    std::string destination;
    std::optional<UsualArrival> usual;       ///< only on its way, where history tells
    std::optional<base::Duration> usual_gap; ///< P95 of the time between two scans; likewise
};

/// How much of a line travels in a shipment.
struct ShipmentLine {
    ShipmentLineId id;
    ShipmentId shipment;
    OrderId order;
    LineId line;
    Quantity quantity;
};

} // namespace orderdeck::domain
