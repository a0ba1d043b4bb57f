#include "server/cli/demo/order_planner.h"
#include "server/cli/demo/working_day.h"

#include <algorithm>

namespace orderdeck::server::cli::demo {

using base::LocalDate;

LocalDate OrderPlan::first_promise(std::size_t position) const {
    LocalDate ready = lines[position].planned_ready_on;
    if (despatch != Despatch::as_ready) {
        for (const LinePlan& line : lines)
            ready = std::max(ready, line.planned_ready_on);
    }
    if (despatch == Despatch::split_line)
        ready = std::max(ready, lines.front().planned_ready_on.plus_days(kSplitWaitDays));
    // Packing, a week-end on the way, and for long ways what ships and customs usually take more.
    const int allowance = route->transit_days > 10 ? 7 : 5;
    return working_day(ready.plus_days(route->transit_days + allowance));
}

std::int64_t OrderPlan::cents_per_unit(const LinePlan& line) const {
    // Hundredths of CNY over hundredths of CNY per unit of the currency.
    return is_free ? 0 : line.product->price_fen * 100 / customer->fen_per_unit;
}

bool OrderPlan::has_deposit() const {
    return customer->payment_terms.starts_with("30") && flow != domain::Flow::stock && !is_free;
}

std::string_view OrderPlan::incoterm() const {
    return place->incoterm == "CIF" && route->mode != "ocean" ? "CIP" : place->incoterm;
}

std::string_view OrderPlan::payment_terms() const {
    const bool has_terms_of_stock = !customer->stock_terms.empty() && flow == domain::Flow::stock;
    return has_terms_of_stock ? customer->stock_terms : customer->payment_terms;
}

OrderPlan plan_order(Dice& dice, const Customer& customer, LocalDate placed_on) {
    OrderPlan plan;
    OrderPlanner planner(dice, plan);
    planner.choose_head(customer, placed_on);
    if (dice.chance(1))
        planner.choose_kit();
    else
        planner.choose_lines();
    planner.choose_despatch();
    planner.choose_trouble();
    planner.settle_dates();
    return plan;
}

void delay_untold(OrderPlan& order, int days, LocalDate noticed_on) {
    const auto slowest =
        std::max_element(order.lines.begin(), order.lines.end(),
                         [](const LinePlan& a, const LinePlan& b) { return a.ready_on < b.ready_on; });
    slowest->delays.push_back({.slip = Slip::before_start,
                               .days = days,
                               .noticed_on = noticed_on,
                               .is_told = false,
                               .reason = "material_late",
                               .party = domain::Party::us});
    slowest->start_on = slowest->start_on.plus_days(days);
    slowest->produced_on = slowest->produced_on.plus_days(days);
    slowest->ready_on = working_day(slowest->ready_on.plus_days(days));
}

OrderPlan plan_companion(Dice& dice, const OrderPlan& previous) {
    OrderPlan plan;
    OrderPlanner planner(dice, plan);
    planner.choose_head(*previous.customer, previous.placed_on);
    plan.place = previous.place;
    plan.route = previous.route;
    planner.choose_lines();
    planner.settle_dates();
    planner.wait_for(previous);
    return plan;
}

OrderPlan plan_single(Dice& dice, const OrderPlan& previous, LocalDate placed_on, const Wish& wish) {
    OrderPlan plan;
    OrderPlanner planner(dice, plan);
    planner.choose_head(*previous.customer, placed_on);
    plan.place = previous.place;
    plan.route = previous.route;
    plan.project = previous.project;
    planner.choose_line(wish);
    planner.settle_dates();
    return plan;
}

OrderPlan plan_contract(Dice& dice, const Customer& customer, LocalDate placed_on) {
    constexpr int kNeedsOfAYear = 40;
    OrderPlan plan;
    OrderPlanner planner(dice, plan);
    planner.choose_head(customer, placed_on);
    const Product& product = dice.pick(all_products());
    planner.choose_line({&product, product.usual_quantity * kNeedsOfAYear});
    planner.settle_dates();
    plan.kind = domain::OrderKind::framework_contract;
    plan.despatch = Despatch::never;
    plan.valid_until = LocalDate::from_ymd(placed_on.year(), 12, 31).value_or(placed_on);
    return plan;
}

} // namespace orderdeck::server::cli::demo
