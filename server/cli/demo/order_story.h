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

/// What production says about a line that is made for the order; what the store says about one that is late.
void tell_making(FactSink& sink, Dice& dice, const OrderPlan& order, std::size_t self,
                 const std::vector<ShipmentPlan>& shipments, std::size_t line);

/// The operations of the work on such a line, as far as they are planned, begun and done.
void tell_work(FactSink& sink, const OrderPlan& order, const LinePlan& line);

/// What the customer and the returns desk say once goods have arrived.
void tell_aftermath(FactSink& sink, Dice& dice, const OrderPlan& order, std::size_t self,
                    const std::vector<ShipmentPlan>& shipments);

/// Bills, credit notes, money received and the parts in which it is owed.
void tell_billing(FactSink& sink, Dice& dice, const OrderPlan& order, std::size_t self,
                  const std::vector<ShipmentPlan>& shipments);

/// The papers that go with an export.
void tell_papers(FactSink& sink, Dice& dice, const OrderPlan& order, const ShipmentPlan& shipment);

/// Days after the delivery on which a return is asked for, comes back, and is credited or replaced.
inline constexpr int kReturnAskedDays = 6;
inline constexpr int kReturnedDays = 17;
inline constexpr int kReturnSettledDays = 20;
/// How much of the line that goes wrong is sent back.
int returned_quantity(const LinePlan& line);

/// The statements of promised dates of all lines with their moves.
void tell_promises(FactSink& sink, const OrderPlan& order);

} // namespace orderdeck::server::cli::demo
