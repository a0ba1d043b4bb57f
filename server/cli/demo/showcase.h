#pragma once

#include "server/cli/demo/shipment_plan.h"

#include <vector>

namespace orderdeck::server::cli::demo {

/// An order whose story is written, not drawn.
struct Showcase {
    OrderPlan order;
    std::vector<ShipmentPlan> shipments;
};

/// Orders that every demo has, the oldest first. One shows what the order page can explain: five lines, three of them
/// shipped, one ready, one in production that holds up the rest, promised anew twice (drawing change by the customer,
/// supplier late by us). The others stand at stages that goods pass so quickly that chance may miss them.
std::vector<Showcase> showcases(base::LocalDate today);

} // namespace orderdeck::server::cli::demo
