#pragma once

#include "server/cli/demo/catalogue.h"
#include "server/cli/demo/customers.h"
#include "server/cli/demo/dice.h"
#include "shared/base/local_date.h"
#include "shared/domain/order.h"

#include <optional>
#include <string>
#include <vector>

namespace orderdeck::server::cli::demo {

/// Where in the making of a line something took longer.
enum class Slip : std::uint8_t { before_start, while_making, after_inspection };

/// A delay of a line. Told ones move the promise on the day they are noticed; untold ones only show in a forecast.
struct Delay {
    Slip slip = Slip::while_making;
    int days = 0;
    base::LocalDate noticed_on;
    bool is_told = false;
    std::string_view reason; ///< reason code as in the catalogues
    domain::Party party = domain::Party::us;
};

/// A line on its way through the house: when things were meant to happen and when they do.
struct LinePlan {
    std::string number;
    std::string customer_reference;
    const Product* product = nullptr;
    int quantity = 0;
    base::LocalDate scheduled_on;
    base::LocalDate planned_start_on;
    base::LocalDate start_on;
    base::LocalDate planned_produced_on;
    base::LocalDate produced_on;
    base::LocalDate ready_on;
    base::LocalDate planned_ready_on;
    std::vector<Delay> delays;
    std::optional<base::LocalDate> cancelled_on;
};

struct HoldPlan {
    std::optional<std::size_t> line;
    domain::HoldReason reason = domain::HoldReason::other;
    domain::Party owner = domain::Party::us;
    base::LocalDate since;
    base::LocalDate until; ///< may lie in the future: then it is not released yet
};

/// The second part of a split line follows this many days after the first.
inline constexpr int kSplitWaitDays = 7;

/// How the lines of an order leave the house.
enum class Despatch : std::uint8_t { complete, as_ready, split_line };

struct OrderPlan {
    const Customer* customer = nullptr;
    const Place* place = nullptr;
    const Route* route = nullptr;
    std::string number;
    std::string reference;
    std::string project;
    domain::Flow flow = domain::Flow::stock;
    base::LocalDate placed_on;
    base::LocalDate reviewed_on;
    base::LocalDate confirmed_on;
    Despatch despatch = Despatch::complete;
    std::vector<LinePlan> lines;
    std::vector<HoldPlan> holds;
    std::optional<base::LocalDate> cancelled_on;
    bool is_changed = false; ///< confirmed with a smaller quantity or another date than asked for
    bool has_return = false;

    /// When the line was first promised at its place, told at the confirmation.
    base::LocalDate first_promise(std::size_t line) const;
};

/// Plans one order placed on the given day; everything else is left to the dice.
OrderPlan plan_order(Dice& dice, const Customer& customer, base::LocalDate placed_on);

/// Makes the order's slowest line later by so many days, which nobody tells the customer.
void delay_untold(OrderPlan& order, int days, base::LocalDate noticed_on);

/// Plans an order that travels with `previous`: same customer, address and way, ready when it is.
OrderPlan plan_companion(Dice& dice, const OrderPlan& previous);

} // namespace orderdeck::server::cli::demo
