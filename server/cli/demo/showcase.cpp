#include "server/cli/demo/showcase.h"

#include <algorithm>

namespace orderdeck::server::cli::demo {
namespace {

using base::LocalDate;

const Product& product_named(std::string_view sku) {
    const auto products = all_products();
    const auto found =
        std::find_if(products.begin(), products.end(), [sku](const Product& p) { return p.sku == sku; });
    return found == products.end() ? products.front() : *found;
}

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
    line.start_on = line.produced_on.plus_days(-26);
    return line;
}

ShipmentPlan shipment_of(const OrderPlan& order, std::vector<Load> loads, LocalDate shipped_on, int days,
                         std::string tracking_number) {
    ShipmentPlan plan;
    plan.place = order.place;
    plan.route = order.route;
    plan.place_offset = order.customer->utc_offset_minutes;
    plan.tracking_number = std::move(tracking_number);
    plan.parcels = static_cast<int>(loads.size()) * 2;
    plan.packed = at_house(shipped_on, 11 * 60);
    plan.shipped = at_house(shipped_on, 16 * 60 + 5);
    plan.planned_arrival_on = shipped_on.plus_days(days);
    plan.delivered = at_clock(plan.planned_arrival_on, 14 * 60 + 20, plan.place_offset);
    plan.loads = std::move(loads);
    return plan;
}

} // namespace

OrderPlan plan_showcase(LocalDate today) {
    OrderPlan plan;
    plan.is_showcase = true;
    plan.customer = &customer_named("QH-SZ");
    plan.place = &plan.customer->places.front();
    plan.route = &routes_to(plan.place->destination).front();
    plan.reference = "4500187712";
    plan.project = std::string(plan.customer->projects.front());
    plan.flow = domain::Flow::make_to_order;
    plan.placed_on = today.plus_days(-kShowcaseAgeDays);
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

std::vector<ShipmentPlan> plan_showcase_shipments(LocalDate today, const OrderPlan& order) {
    std::vector<ShipmentPlan> plans;
    plans.push_back(shipment_of(order, {{0, 0, 24}}, today.plus_days(-13), 2, "SF1420338641072"));
    plans.push_back(shipment_of(order, {{0, 1, 24}, {0, 2, 24}}, today.plus_days(-1), 2, "SF1420339022156"));
    plans.push_back(shipment_of(order, {{0, 4, 12}}, today.plus_days(3), 2, "SF1420339517704"));
    plans.push_back(
        shipment_of(order, {{0, 3, 24}}, order.lines[3].ready_on.plus_days(1), 2, "SF1420340260318"));
    return plans;
}

} // namespace orderdeck::server::cli::demo
