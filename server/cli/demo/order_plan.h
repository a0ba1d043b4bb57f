#pragma once

#include "server/cli/demo/catalogue.h"
#include "server/cli/demo/customers.h"
#include "server/cli/demo/dice.h"
#include "shared/base/local_date.h"
#include "shared/domain/order.h"
#include "shared/domain/relation.h"

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
    int left_over = 0; ///< cannot be had: cancelled when the rest is ready, and ordered anew as a backorder
    int first_quantity = 0; ///< what was ordered before the customer changed it; 0: never changed
    base::LocalDate changed_on;
    bool is_kit_head = false;

    int leaving() const { return quantity - left_over; }
};

struct HoldPlan {
    std::optional<std::size_t> line;
    domain::HoldReason reason = domain::HoldReason::other;
    domain::Party owner = domain::Party::us;
    base::LocalDate since;
    base::LocalDate until; ///< may lie in the future: then it is not released yet
    bool ended_by_cancelling = false;
};

struct RelationPlan {
    domain::RelationKind kind = domain::RelationKind::follow_up_of;
    std::optional<std::size_t> line;
    std::string other_order; ///< empty: the order itself
    std::string other_line;
    int quantity = 0; ///< 0: none is stated
};

/// The second part of a split line follows this many days after the first.
inline constexpr int kSplitWaitDays = 7;

/// How the lines of an order leave the house; those of a framework contract never do.
enum class Despatch : std::uint8_t { complete, as_ready, split_line, never };

/// What becomes of goods that the customer sends back.
enum class Remedy : std::uint8_t { none, credit, replacement };

struct OrderPlan {
    const Customer* customer = nullptr;
    const Place* place = nullptr;
    const Route* route = nullptr;
    std::string number;
    std::string reference;
    std::string project;
    domain::Flow flow = domain::Flow::stock;
    domain::OrderKind kind = domain::OrderKind::standard;
    domain::Priority priority = domain::Priority::normal;
    std::optional<base::LocalDate> valid_until;
    base::LocalDate placed_on;
    base::LocalDate reviewed_on;
    base::LocalDate confirmed_on;
    Despatch despatch = Despatch::complete;
    std::vector<LinePlan> lines;
    std::vector<HoldPlan> holds;
    std::vector<RelationPlan> relations;
    std::optional<base::LocalDate> cancelled_on;
    bool is_changed = false; ///< confirmed with a smaller quantity or another date than asked for
    Remedy remedy = Remedy::none;
    bool is_free = false;     ///< a replacement costs nothing
    bool is_archived = false; ///< so old that its systems tell the outcome alone

    /// When the line was first promised at its place, told at the confirmation.
    base::LocalDate first_promise(std::size_t line) const;
    /// Hundredths of the customer's currency for one unit.
    std::int64_t cents_per_unit(const LinePlan& line) const;
    bool has_deposit() const;
    /// CIF is for goods that go by sea; what flies instead goes on the terms that mean the same.
    std::string_view incoterm() const;
    /// What is sold from stock needs no deposit.
    std::string_view payment_terms() const;
};

/// Plans one order placed on the given day; everything else is left to the dice.
OrderPlan plan_order(Dice& dice, const Customer& customer, base::LocalDate placed_on);

/// Makes the order's slowest line later by so many days, which nobody tells the customer.
void delay_untold(OrderPlan& order, int days, base::LocalDate noticed_on);

/// Plans an order that travels with `previous`: same customer, address and way, ready when it is.
OrderPlan plan_companion(Dice& dice, const OrderPlan& previous);

/// What goods an order is about when it is not left to the dice.
struct Wish {
    const Product* product = nullptr;
    int quantity = 0;
};

/// Plans an order of one line for the address of `previous`.
OrderPlan plan_single(Dice& dice, const OrderPlan& previous, base::LocalDate placed_on, const Wish& wish);

/// A contract for a year's need of one or two products, which call-offs draw on.
OrderPlan plan_contract(Dice& dice, const Customer& customer, base::LocalDate placed_on);

} // namespace orderdeck::server::cli::demo
