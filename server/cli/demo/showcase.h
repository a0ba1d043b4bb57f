#pragma once

#include "server/cli/demo/shipment_plan.h"

namespace orderdeck::server::cli::demo {

/// How long ago the showcase was ordered.
inline constexpr int kShowcaseAgeDays = 41;

/// One order that shows what the order page can explain: five lines, three of them shipped, one ready, one in
/// production that holds up the rest, promised anew twice (drawing change by the customer, supplier late by us).
OrderPlan plan_showcase(base::LocalDate today);

std::vector<ShipmentPlan> plan_showcase_shipments(base::LocalDate today, const OrderPlan& order);

} // namespace orderdeck::server::cli::demo
