#include "server/cli/demo/order_planner.h"

#include "server/cli/demo/working_day.h"

#include <algorithm>

namespace orderdeck::server::cli::demo {
namespace {

using base::LocalDate;
using domain::Party;

struct Cause {
    std::string_view reason; ///< of assets/reasons/delay_reasons.json
    Party party;
    Slip slip;
    int longest;
};

constexpr Cause kCauses[] = {
    {"drawing_change", Party::customer, Slip::before_start, 6},
    {"supplier_late", Party::supplier, Slip::before_start, 9},
    {"material_late", Party::supplier, Slip::before_start, 7},
    {"capacity", Party::us, Slip::while_making, 8},
    {"quality_rework", Party::us, Slip::after_inspection, 5},
    {"customer_request", Party::customer, Slip::while_making, 10},
    {"payment_late", Party::customer, Slip::before_start, 8},
    {"AD011", Party::customer, Slip::before_start, 12},
    {"AD015", Party::customer, Slip::while_making, 9},
    {"AD020", Party::supplier, Slip::before_start, 14},
    {"SD016", Party::us, Slip::while_making, 6},
    {"UD070", Party::us, Slip::before_start, 7},
    {"UD080", Party::us, Slip::while_making, 3},
    {"UD100", Party::us, Slip::while_making, 4},
    {"UD150", Party::carrier, Slip::while_making, 5},
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

/// Projects of a year are named after the one that is ahead.
std::string of_its_year(std::string_view project, LocalDate on) {
    constexpr std::string_view kYear = "2027";
    constexpr int kNextYearsBudget = 9;
    std::string name(project);
    const std::size_t at = name.find(kYear);
    if (at == std::string::npos) return name;
    return name.replace(at, kYear.size(),
                        std::to_string(on.year() + (on.month() >= kNextYearsBudget ? 1 : 0)));
}

int quantity_of(Dice& dice, const Product& product) {
    const int usual = product.usual_quantity;
    const int quantity = std::max(1, usual * dice.between(4, 18) / 10);
    return quantity >= 20 ? quantity / 4 * 4 : quantity;
}

} // namespace

void OrderPlanner::choose_head(const Customer& customer, LocalDate placed_on) {
    plan_.customer = &customer;
    plan_.placed_on = placed_on;
    plan_.place = &dice_.pick(customer.places);
    plan_.route = &choose_route();
    if (dice_.chance(35)) plan_.project = of_its_year(dice_.pick(customer.projects), placed_on);
    if (dice_.chance(4)) plan_.priority = domain::Priority::urgent;
    const bool is_urgent = plan_.priority == domain::Priority::urgent;
    plan_.reviewed_on = working_day(placed_on.plus_days(1));
    plan_.confirmed_on = working_day(plan_.reviewed_on.plus_days(is_urgent ? 0 : dice_.between(0, 2)));
    plan_.is_changed = dice_.chance(8);
    if (dice_.chance(5)) plan_.remedy = dice_.chance(50) ? Remedy::credit : Remedy::replacement;
}

void OrderPlanner::choose_lines() {
    const bool stock_only = dice_.chance(32);
    const int count = dice_.chance(30) ? 1 : dice_.between(2, dice_.chance(20) ? 7 : 3);
    std::vector<const Product*> products;
    while (static_cast<int>(products.size()) < count) {
        const Product& product = dice_.pick(all_products());
        const bool is_known = std::find(products.begin(), products.end(), &product) != products.end();
        if (is_known || (stock_only && product.making == Making::to_order)) continue;
        products.push_back(&product);
    }
    for (const Product* product : products)
        add_line(*product, quantity_of(dice_, *product));
    choose_flow();
}

void OrderPlanner::choose_line(const Wish& wish) {
    add_line(*wish.product, wish.quantity);
    choose_flow();
}

void OrderPlanner::choose_kit() {
    const int kits = dice_.between(1, 3);
    add_line(kit_product(), kits);
    plan_.lines.front().is_kit_head = true;
    for (const KitPart& part : kit_parts()) {
        plan_.relations.push_back({.kind = domain::RelationKind::kit_component_of,
                                   .line = plan_.lines.size(),
                                   .other_order = {},
                                   .other_line = plan_.lines.front().number,
                                   .quantity = part.quantity});
        add_line(product_named(part.sku), kits * part.quantity);
    }
    LinePlan& head = plan_.lines.front();
    for (const LinePlan& line : std::span(plan_.lines).subspan(1))
        head.planned_ready_on =
            std::max(head.planned_ready_on, working_day(line.planned_ready_on.plus_days(2)));
    head.planned_produced_on = head.planned_ready_on.plus_days(-1);
    choose_flow();
}

void OrderPlanner::choose_flow() {
    const bool is_made = std::any_of(plan_.lines.begin(), plan_.lines.end(), [](const LinePlan& line) {
        return line.product->making == Making::to_order;
    });
    plan_.flow = is_made ? domain::Flow::make_to_order : domain::Flow::stock;
    if (plan_.place->destination != Destination::near_by) plan_.flow = domain::Flow::export_order;
}

void OrderPlanner::choose_despatch() {
    LinePlan& first = plan_.lines.front();
    if (plan_.lines.size() > 1 && dice_.chance(45))
        plan_.despatch = Despatch::as_ready;
    else if (first.quantity >= 8 && dice_.chance(25))
        plan_.despatch = Despatch::split_line;
    else if (first.quantity >= 6 && dice_.chance(5))
        first.left_over = first.quantity / 3;
}

void OrderPlanner::choose_trouble() {
    for (LinePlan& line : plan_.lines) {
        if (line.product->making == Making::to_order && dice_.chance(26)) add_delay(line);
        if (!line.delays.empty() && dice_.chance(35)) add_delay(line);
        if (dice_.chance(4) && line.left_over == 0 && !line.is_kit_head) add_change(line);
    }
    if (dice_.chance(12)) add_hold();
    if (dice_.chance(3))
        plan_.cancelled_on = plan_.placed_on.plus_days(dice_.between(2, 12));
    else if (plan_.lines.size() > 1 && plan_.relations.empty() && dice_.chance(5))
        plan_.lines.back().cancelled_on = plan_.confirmed_on.plus_days(dice_.between(0, 6));
    forget_holds_of_cancelled();
    if (!plan_.cancelled_on) return;
    // Nothing is left to be ordered anew or sent back.
    plan_.lines.front().left_over = 0;
    plan_.remedy = Remedy::none;
}

/// A hold ends with what it holds up; delays of a line that nobody wants any more are not told.
void OrderPlanner::forget_holds_of_cancelled() {
    if (plan_.lines.back().cancelled_on) {
        plan_.lines.back().delays.clear();
        std::erase_if(plan_.holds,
                      [this](const HoldPlan& hold) { return hold.line == plan_.lines.size() - 1; });
    }
    if (!plan_.cancelled_on) return;
    for (LinePlan& line : plan_.lines)
        std::erase_if(line.delays,
                      [this](const Delay& delay) { return *plan_.cancelled_on <= delay.noticed_on; });
    std::erase_if(plan_.holds, [this](const HoldPlan& hold) { return *plan_.cancelled_on <= hold.since; });
    for (HoldPlan& hold : plan_.holds)
        hold.ended_by_cancelling = *plan_.cancelled_on < hold.until;
}

void OrderPlanner::wait_for(const OrderPlan& other) {
    LocalDate planned = other.lines.front().planned_ready_on;
    LocalDate ready = other.lines.front().ready_on;
    Delay wait{.slip = Slip::before_start, .reason = "customer_request", .party = Party::customer};
    const auto notice = [&wait](LocalDate on) { wait.noticed_on = std::max(wait.noticed_on, on); };
    for (const LinePlan& line : other.lines) {
        planned = std::max(planned, line.planned_ready_on);
        ready = std::max(ready, line.ready_on);
        for (const Delay& delay : line.delays) {
            wait.is_told = wait.is_told || delay.is_told;
            notice(delay.noticed_on);
        }
    }
    for (const HoldPlan& hold : other.holds) {
        wait.is_told = true;
        notice(hold.until);
    }
    for (LinePlan& line : plan_.lines)
        line.planned_ready_on = std::max(line.planned_ready_on, planned);
    wait.days = ready - planned;
    if (wait.days <= 0) return;
    const auto from_stock = std::find_if(plan_.lines.begin(), plan_.lines.end(), [](const LinePlan& line) {
        return line.product->making == Making::from_stock;
    });
    (from_stock == plan_.lines.end() ? plan_.lines.front() : *from_stock).delays.push_back(wait);
}

void OrderPlanner::settle_dates() {
    for (std::size_t i = 0; i < plan_.lines.size(); ++i)
        settle_line(i);
    LinePlan& head = plan_.lines.front();
    if (!head.is_kit_head) return;
    for (const LinePlan& line : std::span(plan_.lines).subspan(1))
        head.produced_on = std::max(head.produced_on, line.ready_on.plus_days(1));
    head.ready_on = std::max(head.ready_on, working_day(head.produced_on.plus_days(1)));
}

const Route& OrderPlanner::choose_route() {
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

void OrderPlanner::add_line(const Product& product, int quantity) {
    LinePlan line;
    line.number = std::to_string((plan_.lines.size() + 1) * 10);
    if (dice_.chance(40)) line.customer_reference = "M-" + std::to_string(dice_.between(1000, 9999));
    line.product = &product;
    line.quantity = quantity;
    line.scheduled_on = working_day(plan_.confirmed_on.plus_days(dice_.between(1, 3)));
    const bool is_made = product.making == Making::to_order;
    line.planned_start_on = working_day(line.scheduled_on.plus_days(is_made ? dice_.between(3, 12) : 0));
    line.planned_produced_on =
        working_day(line.planned_start_on.plus_days(is_made ? dice_.between(7, 20) : 0));
    line.planned_ready_on =
        working_day(line.planned_produced_on.plus_days(is_made ? dice_.between(1, 2) : dice_.between(0, 2)));
    plan_.lines.push_back(std::move(line));
}

void OrderPlanner::add_delay(LinePlan& line) {
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

void OrderPlanner::add_hold() {
    const HoldCause& cause = dice_.pick(std::span<const HoldCause>(kHoldCauses));
    HoldPlan hold;
    hold.reason = cause.reason;
    hold.owner = cause.owner;
    if (cause.is_about_line)
        hold.line = static_cast<std::size_t>(dice_.between(1, static_cast<int>(plan_.lines.size()))) - 1;
    const bool is_stock = hold.line && plan_.lines[*hold.line].product->making == Making::from_stock;
    if (is_stock && hold.reason == domain::HoldReason::drawing)
        hold.reason = domain::HoldReason::customer_request;
    hold.since = plan_.confirmed_on.plus_days(dice_.between(0, 4));
    hold.until = hold.since.plus_days(dice_.between(4, 30));
    plan_.holds.push_back(hold);
}

void OrderPlanner::add_change(LinePlan& line) {
    line.first_quantity = dice_.chance(60) ? line.quantity * 2 : std::max(1, line.quantity * 3 / 4);
    line.changed_on = plan_.confirmed_on.plus_days(dice_.between(1, 3));
    if (line.first_quantity == line.quantity) line.first_quantity = 0;
}

int OrderPlanner::held_days(std::size_t line) const {
    int days = 0;
    for (const HoldPlan& hold : plan_.holds) {
        if (!hold.line || *hold.line == line) days += hold.until - hold.since;
    }
    return days;
}

void OrderPlanner::settle_line(std::size_t position) {
    LinePlan& line = plan_.lines[position];
    int slipped[3] = {held_days(position), 0, 0};
    for (const Delay& delay : line.delays)
        slipped[static_cast<std::size_t>(delay.slip)] += delay.days;
    line.start_on = line.planned_start_on.plus_days(slipped[0]);
    line.produced_on = line.planned_produced_on.plus_days(slipped[0] + slipped[1]);
    line.ready_on = working_day(line.planned_ready_on.plus_days(slipped[0] + slipped[1] + slipped[2]));
}

} // namespace orderdeck::server::cli::demo
