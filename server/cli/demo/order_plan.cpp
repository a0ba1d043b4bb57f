#include "server/cli/demo/order_plan.h"

#include "server/cli/demo/working_day.h"

#include <algorithm>

namespace orderdeck::server::cli::demo {
namespace {

using base::LocalDate;
using domain::Party;

struct Cause {
    std::string_view reason;
    Party party;
    Slip slip;
    int longest;
};

constexpr Cause kCauses[] = {
    {"drawing_change", Party::customer, Slip::before_start, 6},
    {"supplier_late", Party::supplier, Slip::before_start, 9},
    {"material_late", Party::us, Slip::before_start, 7},
    {"capacity", Party::us, Slip::while_making, 8},
    {"quality_rework", Party::us, Slip::after_inspection, 5},
    {"customer_request", Party::customer, Slip::while_making, 10},
    {"payment_late", Party::customer, Slip::before_start, 8},
};

struct HoldCause {
    domain::HoldReason reason;
    Party owner;
    bool is_about_line;
};

constexpr HoldCause kHoldCauses[] = {
    {domain::HoldReason::drawing, Party::customer, true},
    {domain::HoldReason::credit, Party::customer, false},
    {domain::HoldReason::quality, Party::us, true},
    {domain::HoldReason::document, Party::customer, false},
    {domain::HoldReason::payment, Party::customer, false},
};

int quantity_of(Dice& dice, const Product& product) {
    const int usual = product.usual_quantity;
    const int quantity = std::max(1, usual * dice.between(4, 18) / 10);
    return quantity >= 20 ? quantity / 4 * 4 : quantity;
}

class OrderPlanner {
public:
    OrderPlanner(Dice& dice, OrderPlan& plan) : dice_(dice), plan_(plan) {}

    void choose_head(const Customer& customer, LocalDate placed_on) {
        plan_.customer = &customer;
        plan_.placed_on = placed_on;
        plan_.place = &dice_.pick(customer.places);
        plan_.route = &choose_route();
        plan_.reference =
            std::string(customer.reference_prefix) + std::to_string(dice_.between(180'000, 189'999));
        if (dice_.chance(35)) plan_.project = std::string(dice_.pick(customer.projects));
        plan_.reviewed_on = working_day(placed_on.plus_days(1));
        plan_.confirmed_on = working_day(plan_.reviewed_on.plus_days(dice_.between(0, 2)));
        plan_.is_changed = dice_.chance(8);
        plan_.has_return = dice_.chance(5);
    }

    void choose_lines() {
        const bool stock_only = dice_.chance(32);
        const int count = dice_.chance(30) ? 1 : dice_.between(2, dice_.chance(20) ? 7 : 4);
        std::vector<const Product*> products;
        while (static_cast<int>(products.size()) < count) {
            const Product& product = dice_.pick(all_products());
            const bool is_known = std::find(products.begin(), products.end(), &product) != products.end();
            if (is_known || (stock_only && product.making == Making::to_order)) continue;
            products.push_back(&product);
        }
        for (const Product* product : products)
            add_line(*product);
        const bool is_made = std::any_of(products.begin(), products.end(), [](const Product* product) {
            return product->making == Making::to_order;
        });
        plan_.flow = is_made ? domain::Flow::make_to_order : domain::Flow::stock;
        if (plan_.place->destination != Destination::near_by) plan_.flow = domain::Flow::export_order;
    }

    void choose_despatch() {
        if (plan_.lines.size() > 1 && dice_.chance(45))
            plan_.despatch = Despatch::as_ready;
        else if (plan_.lines.front().quantity >= 8 && dice_.chance(25))
            plan_.despatch = Despatch::split_line;
    }

    void choose_trouble() {
        for (LinePlan& line : plan_.lines) {
            if (line.product->making == Making::to_order && dice_.chance(26)) add_delay(line);
            if (!line.delays.empty() && dice_.chance(35)) add_delay(line);
        }
        if (dice_.chance(12)) add_hold();
        if (dice_.chance(3))
            plan_.cancelled_on = plan_.placed_on.plus_days(dice_.between(2, 12));
        else if (plan_.lines.size() > 1 && dice_.chance(5)) {
            plan_.lines.back().cancelled_on = plan_.confirmed_on.plus_days(dice_.between(0, 6));
        }
    }

    void settle_dates() {
        for (std::size_t i = 0; i < plan_.lines.size(); ++i)
            settle_line(i);
    }

private:
    const Route& choose_route() {
        const auto routes = routes_to(plan_.place->destination);
        int sum = 0;
        for (const Route& route : routes)
            sum += route.weight;
        int drawn = dice_.between(1, sum);
        for (const Route& route : routes) {
            drawn -= route.weight;
            if (drawn <= 0) return route;
        }
        return routes.back();
    }

    void add_line(const Product& product) {
        LinePlan line;
        line.number = std::to_string((plan_.lines.size() + 1) * 10);
        if (dice_.chance(40)) line.customer_reference = "M-" + std::to_string(dice_.between(1000, 9999));
        line.product = &product;
        line.quantity = quantity_of(dice_, product);
        line.scheduled_on = working_day(plan_.confirmed_on.plus_days(dice_.between(1, 3)));
        const bool is_made = product.making == Making::to_order;
        line.planned_start_on = working_day(line.scheduled_on.plus_days(is_made ? dice_.between(3, 12) : 0));
        line.planned_produced_on =
            working_day(line.planned_start_on.plus_days(is_made ? dice_.between(7, 20) : 0));
        line.planned_ready_on = working_day(
            line.planned_produced_on.plus_days(is_made ? dice_.between(1, 2) : dice_.between(0, 2)));
        plan_.lines.push_back(std::move(line));
    }

    void add_delay(LinePlan& line) {
        const Cause& cause = dice_.pick(std::span<const Cause>(kCauses));
        Delay delay;
        delay.slip = cause.slip;
        delay.days = dice_.between(2, cause.longest);
        delay.reason = cause.reason;
        delay.party = cause.party;
        delay.is_told = dice_.chance(58);
        const LocalDate begins =
            delay.slip == Slip::before_start ? line.planned_start_on : line.planned_produced_on;
        delay.noticed_on = std::max(plan_.confirmed_on.plus_days(1), begins.plus_days(-dice_.between(1, 6)));
        line.delays.push_back(delay);
    }

    void add_hold() {
        const HoldCause& cause = dice_.pick(std::span<const HoldCause>(kHoldCauses));
        HoldPlan hold;
        hold.reason = cause.reason;
        hold.owner = cause.owner;
        if (cause.is_about_line)
            hold.line = static_cast<std::size_t>(dice_.between(1, static_cast<int>(plan_.lines.size()))) - 1;
        hold.since = plan_.confirmed_on.plus_days(dice_.between(0, 4));
        hold.until = hold.since.plus_days(dice_.between(4, 30));
        plan_.holds.push_back(hold);
    }

    int held_days(std::size_t line) const {
        int days = 0;
        for (const HoldPlan& hold : plan_.holds) {
            if (!hold.line || *hold.line == line) days += hold.until - hold.since;
        }
        return days;
    }

    void settle_line(std::size_t position) {
        LinePlan& line = plan_.lines[position];
        int slipped[3] = {held_days(position), 0, 0};
        for (const Delay& delay : line.delays)
            slipped[static_cast<std::size_t>(delay.slip)] += delay.days;
        line.start_on = line.planned_start_on.plus_days(slipped[0]);
        line.produced_on = line.planned_produced_on.plus_days(slipped[0] + slipped[1]);
        line.ready_on = working_day(line.planned_ready_on.plus_days(slipped[0] + slipped[1] + slipped[2]));
    }

    Dice& dice_;
    OrderPlan& plan_;
};

} // namespace

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

OrderPlan plan_order(Dice& dice, const Customer& customer, LocalDate placed_on) {
    OrderPlan plan;
    OrderPlanner planner(dice, plan);
    planner.choose_head(customer, placed_on);
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
                               .party = Party::us});
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
    return plan;
}

} // namespace orderdeck::server::cli::demo
