#pragma once

#include "server/cli/demo/fact_sink.h"
#include "server/cli/demo/order_plan.h"

#include <optional>
#include <string>
#include <vector>

namespace orderdeck::server::cli::demo {

/// A part of a line on its way. `order` is a position in the list of orders that are planned together.
struct Load {
    std::size_t order = 0;
    std::size_t line = 0;
    int quantity = 0;
};

/// One despatch with the times at which it leaves and arrives.
struct ShipmentPlan {
    std::string number;
    std::string tracking_number;
    int parcels = 1;
    bool has_piece_numbers = false; ///< each parcel has a number of its own; the shipment's is their master's
    std::string next_number;        ///< under which another carrier delivers it
    const Place* place = nullptr;
    const Route* route = nullptr;
    int place_offset = 0;
    std::vector<Load> loads;
    domain::Occurrence packed;
    domain::Occurrence shipped;
    base::LocalDate planned_arrival_on;
    domain::Occurrence delivered;
    bool is_archived = false;      ///< only when it left and when it arrived is told
    std::string_view delay_reason; ///< empty when it is on its way as planned
};

/// What leaves the house for one order or, when the second joins the first, for both.
std::vector<ShipmentPlan> plan_shipments(Dice& dice, const std::vector<OrderPlan>& orders);

/// Which of the numbers there are beside the shipment's own follows from that one.
void add_further_numbers(ShipmentPlan& plan);
/// The number of one of its parcels, counted from 0.
std::string piece_number(const ShipmentPlan& plan, int piece);

/// Number, carrier, scans and the expected arrival, as far as they have happened.
void tell_shipment(FactSink& sink, const ShipmentPlan& shipment);

} // namespace orderdeck::server::cli::demo
