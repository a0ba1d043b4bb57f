#include "server/cli/demo/showcase.h"

#include "server/cli/demo/place_clock.h"

#include <algorithm>

namespace orderdeck::server::cli::demo {
namespace {

using base::LocalDate;

const Customer& customer_named(std::string_view code) {
    const auto customers = all_customers();
    const auto found = std::find_if(customers.begin(), customers.end(),
                                    [code](const Customer& c) { return c.code == code; });
    return found == customers.end() ? customers.front() : *found;
}

struct LineScript {
    std::string_view sku;
    int quantity;
    int planned_ready_in; ///< days from today
    int ready_in;
};

constexpr LineScript kLines[] = {
    {"SD700-3P", 24, -16, -14}, {"MC-10", 24, -8, -6},   {"EC-05", 24, -8, -6},
    {"SM750-A", 24, 4, 10},     {"GX90-10", 12, -2, -1},
};

LinePlan line_of(const LineScript& script, std::size_t position, LocalDate today) {
    LinePlan line;
    line.number = std::to_string((position + 1) * 10);
    line.product = &product_named(script.sku);
    line.quantity = script.quantity;
    line.scheduled_on = today.plus_days(-38);
    line.planned_ready_on = today.plus_days(script.planned_ready_in);
    line.ready_on = today.plus_days(script.ready_in);
    line.planned_produced_on = line.planned_ready_on.plus_days(-1);
    line.produced_on = line.ready_on.plus_days(-1);
    line.planned_start_on = line.planned_produced_on.plus_days(-22);
    line.start_on = std::max(line.produced_on.plus_days(-26), line.scheduled_on.plus_days(3));
    return line;
}

ShipmentPlan shipment_of(const OrderPlan& order, std::vector<Load> loads, LocalDate shipped_on, int days,
                         std::string tracking_number) {
    ShipmentPlan plan;
    plan.place = order.place;
    plan.route = order.route;
    plan.tracking_number = std::move(tracking_number);
    plan.parcels = static_cast<int>(loads.size()) * 2;
    plan.packed = at_house(shipped_on, 11 * 60);
    plan.shipped = at_house(shipped_on, 16 * 60 + 5);
    plan.planned_arrival_on = shipped_on.plus_days(days);
    plan.place_offset = clock_offset(order.customer->utc_offset_minutes, plan.planned_arrival_on);
    plan.delivered = at_clock(plan.planned_arrival_on, 14 * 60 + 20, plan.place_offset);
    plan.loads = std::move(loads);
    return plan;
}

OrderPlan five_lines(LocalDate today) {
    OrderPlan plan;
    plan.customer = &customer_named("QH-SZ");
    plan.place = &plan.customer->places.front();
    plan.route = &routes_to(plan.place->destination).front();
    plan.reference = "4500187712";
    plan.project = std::string(plan.customer->projects.front());
    plan.flow = domain::Flow::make_to_order;
    plan.placed_on = today.plus_days(-41);
    plan.reviewed_on = plan.placed_on.plus_days(1);
    plan.confirmed_on = plan.placed_on.plus_days(2);
    plan.despatch = Despatch::as_ready;
    for (std::size_t i = 0; i < std::size(kLines); ++i)
        plan.lines.push_back(line_of(kLines[i], i, today));
    LinePlan& motor = plan.lines[3];
    motor.delays.push_back({.slip = Slip::before_start,
                            .days = 2,
                            .noticed_on = today.plus_days(-30),
                            .is_told = true,
                            .reason = "drawing_change",
                            .party = domain::Party::customer});
    motor.delays.push_back({.slip = Slip::while_making,
                            .days = 4,
                            .noticed_on = today.plus_days(-9),
                            .is_told = true,
                            .reason = "supplier_late",
                            .party = domain::Party::us});
    return plan;
}

std::vector<ShipmentPlan> five_lines_shipments(LocalDate today, const OrderPlan& order) {
    std::vector<ShipmentPlan> plans;
    plans.push_back(shipment_of(order, {{0, 0, 24}}, today.plus_days(-13), 2, "SF1420338641072"));
    plans.push_back(shipment_of(order, {{0, 1, 24}, {0, 2, 24}}, today.plus_days(-1), 2, "SF1420339022156"));
    plans.push_back(shipment_of(order, {{0, 4, 12}}, today.plus_days(3), 2, "SF1420339517704"));
    plans.push_back(
        shipment_of(order, {{0, 3, 24}}, order.lines[3].ready_on.plus_days(1), 2, "SF1420340260318"));
    return plans;
}

/// An order of one line at a stage; days are counted from today, and those after today have not come yet.
struct StageScript {
    std::string_view customer;
    std::string_view sku;
    int quantity;
    std::size_t route;
    int placed_in;
    int reviewed_in;
    int confirmed_in;
    int produced_in;
    int ready_in;
    int packed_in;
    int shipped_in;
    int arrives_in;
    std::string_view tracking_number;
};

constexpr StageScript kStages[] = {
    // With its second carrier; in inspection; on the courier's van for the second time; packed; handed over; reviewed; just placed.
    {"NORDKAI", "SD700-1P", 16, 1, -32, -31, -29, -16, -14, -9, -7, 1, "SF6088402177396"},
    {"QH-WX", "BS32-10", 8, 2, -30, -29, -28, -1, 1, 2, 3, 6, "DPK300418225917"},
    {"QH-SZ", "E6-2500", 40, 1, -12, -11, -10, -8, -6, -4, -3, 0, "SF1420338877215"},
    {"QH-SZ", "EC-05", 60, 2, -9, -8, -7, -3, -2, -1, 1, 4, "DPK300418231144"},
    {"VINAPACK", "CS-12", 200, 0, -8, -7, -6, -4, -3, -2, -1, 5, "770193442085"},
    {"NORDKAI", "E8-ABS", 24, 0, -2, -1, 1, 3, 4, 5, 6, 13, "4118820937"},
    {"QH-WX", "PS24-40", 20, 0, -1, 1, 2, 4, 5, 6, 7, 9, "SF1420340318862"},
};

Showcase at_stage(const StageScript& script, LocalDate today) {
    Showcase showcase;
    OrderPlan& plan = showcase.order;
    plan.customer = &customer_named(script.customer);
    plan.place = &plan.customer->places.front();
    plan.route = &routes_to(plan.place->destination)[script.route];
    plan.reference = std::string(plan.customer->reference_prefix) + std::to_string(187'800 + script.quantity);
    plan.placed_on = today.plus_days(script.placed_in);
    plan.reviewed_on = today.plus_days(script.reviewed_in);
    plan.confirmed_on = today.plus_days(script.confirmed_in);
    LinePlan line = line_of({script.sku, script.quantity, script.ready_in, script.ready_in}, 0, today);
    const bool is_made = line.product->making == Making::to_order;
    plan.flow = is_made ? domain::Flow::make_to_order : domain::Flow::stock;
    if (plan.place->destination != Destination::near_by) plan.flow = domain::Flow::export_order;
    line.scheduled_on = plan.confirmed_on.plus_days(1);
    line.planned_produced_on = line.produced_on = today.plus_days(script.produced_in);
    line.planned_start_on = line.start_on = line.produced_on.plus_days(-14);
    plan.lines.push_back(std::move(line));
    const int days = script.arrives_in - script.shipped_in;
    ShipmentPlan shipment = shipment_of(plan, {{0, 0, script.quantity}}, today.plus_days(script.shipped_in),
                                        days, std::string(script.tracking_number));
    shipment.packed = at_house(today.plus_days(script.packed_in), 11 * 60);
    add_further_numbers(shipment);
    shipment.has_piece_numbers = script.sku == "CS-12";
    // The morning's first stop.
    shipment.delivered = at_clock(today.plus_days(script.arrives_in), 10 * 60 + 40, shipment.place_offset);
    showcase.shipments.push_back(std::move(shipment));
    const bool is_packed = script.packed_in < 0 && script.shipped_in > 0;
    if (is_packed) {
        HoldPlan hold;
        hold.reason = domain::HoldReason::payment;
        hold.owner = domain::Party::customer;
        hold.since = today.plus_days(-1);
        hold.until = today.plus_days(script.shipped_in);
        plan.holds.push_back(hold);
    }
    return showcase;
}

} // namespace

std::vector<Showcase> showcases(LocalDate today) {
    std::vector<Showcase> all(1);
    all.front().order = five_lines(today);
    all.front().shipments = five_lines_shipments(today, all.front().order);
    for (const StageScript& script : kStages)
        all.push_back(at_stage(script, today));
    return all;
}

} // namespace orderdeck::server::cli::demo
