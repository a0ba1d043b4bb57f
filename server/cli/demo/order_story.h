#pragma once

#include "server/cli/demo/fact_sink.h"
#include "server/cli/demo/order_plan.h"
#include "server/cli/demo/shipment_plan.h"

#include <string>
#include <vector>

namespace orderdeck::server::cli::demo {

/// What the systems say about one order, as far as it has happened. `self` is its position in the shipments' loads.
void tell_order(FactSink& sink, Dice& dice, const OrderPlan& order, std::size_t self,
                const std::vector<ShipmentPlan>& shipments);

/// What finance, the customer and the returns desk say once goods have left.
void tell_aftermath(FactSink& sink, Dice& dice, const OrderPlan& order, std::size_t self,
                    const std::vector<ShipmentPlan>& shipments);

/// The statements of promised dates of all lines with their moves.
void tell_promises(FactSink& sink, const OrderPlan& order);

} // namespace orderdeck::server::cli::demo
