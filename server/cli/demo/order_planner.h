#pragma once

#include "server/cli/demo/order_plan.h"

namespace orderdeck::server::cli::demo {

/// Fills an order step by step with what the dice say.
class OrderPlanner {
public:
    OrderPlanner(Dice& dice, OrderPlan& plan) : dice_(dice), plan_(plan) {}

    void choose_head(const Customer& customer, base::LocalDate placed_on);
    void choose_lines();
    void choose_kit();
    void choose_line(const Wish& wish);
    void choose_despatch();
    void choose_trouble();
    void settle_dates();
    /// The order leaves together with another one, and is promised so.
    void wait_for(const OrderPlan& other);

private:
    const Route& choose_route();
    void choose_flow();
    void add_line(const Product& product, int quantity);
    void add_delay(LinePlan& line);
    void add_hold();
    void forget_holds_of_cancelled();
    void add_change(LinePlan& line);
    int held_days(std::size_t line) const;
    void settle_line(std::size_t position);

    Dice& dice_;
    OrderPlan& plan_;
};

} // namespace orderdeck::server::cli::demo
