#pragma once

#include "shared/domain/order.h"
#include "shared/domain/shipment.h"

#include <vector>

namespace orderdeck::domain {

/// Everything that is known about one order: the input of `summarise` and of the explanation. Shipments are
/// those that carry at least one of its lines; `shipment_lines` holds only this order's links, and
/// `milestones` those of the order, its lines and these shipments.
struct OrderRecords {
    Order order;
    std::vector<Line> lines;
    std::vector<Shipment> shipments;
    std::vector<ShipmentLine> shipment_lines;
    std::vector<Milestone> milestones;
    std::vector<PromiseRevision> promises;
    std::vector<Hold> holds;
};

} // namespace orderdeck::domain
