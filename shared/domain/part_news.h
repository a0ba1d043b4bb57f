#pragma once

#include "shared/domain/order_records.h"

#include <optional>
#include <string>
#include <vector>

namespace orderdeck::domain {

/// A part of an order that has left or has arrived: worth telling its reader once.
struct PartNews {
    /// The same for the same part however often, late or differently worded it is reported: what was told under a key
    /// is not told again.
    std::string key;
    Stage stage = Stage::shipped; ///< shipped or delivered
    std::optional<ShipmentId> shipment;
    std::optional<LineId> line; ///< where no shipment is known
    Quantity quantity;          ///< of this order's lines together; zero where no source says how much
    base::LocalDate on;
};

/// In the order of records: shipments, then what lines say for themselves.
std::vector<PartNews> part_news(const OrderRecords& records);

} // namespace orderdeck::domain
