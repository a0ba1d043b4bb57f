#include "server/cli/demo/order_group.h"

#include "server/cli/demo/order_story.h"
#include "server/cli/demo/working_day.h"

#include <algorithm>

namespace orderdeck::server::cli::demo {
namespace {

/// When the first line of the group's first order has arrived in full.
std::optional<base::LocalDate> arrival_of_first_line(const OrderGroup& group) {
    std::optional<base::LocalDate> last;
    for (const ShipmentPlan& shipment : group.shipments) {
        for (const Load& load : shipment.loads) {
            if (load.order == 0 && load.line == 0)
                last = std::max(last.value_or(shipment.delivered.on), shipment.delivered.on);
        }
    }
    return last;
}

void append(Dice& dice, OrderGroup& group, OrderPlan follower, const RelationPlan& relation) {
    follower.relations.push_back(relation);
    follower.is_archived = group.orders.front().is_archived;
    const std::size_t position = group.orders.size();
    std::vector<OrderPlan> alone;
    alone.push_back(std::move(follower));
    for (ShipmentPlan& shipment : plan_shipments(dice, alone)) {
        for (Load& load : shipment.loads)
            load.order = position;
        group.shipments.push_back(std::move(shipment));
    }
    group.orders.push_back(std::move(alone.front()));
}

} // namespace

void Contracts::add(const OrderPlan& contract) {
    const LinePlan& line = contract.lines.front();
    contracts_[contract.customer].push_back({.number = contract.number,
                                             .line = line.number,
                                             .product = line.product,
                                             .from = contract.confirmed_on,
                                             .until = contract.valid_until.value_or(contract.placed_on),
                                             .left = line.quantity});
}

bool Contracts::has_one(const Customer& customer, base::LocalDate on) const {
    const auto known = contracts_.find(&customer);
    if (known == contracts_.end()) return false;
    return std::any_of(known->second.begin(), known->second.end(),
                       [on](const Contract& contract) { return on <= contract.until; });
}

Contracts::Contract* Contracts::find(const Customer& customer, base::LocalDate on) {
    for (Contract& contract : contracts_[&customer]) {
        if (contract.from < on && on <= contract.until && contract.left >= contract.product->usual_quantity)
            return &contract;
    }
    return nullptr;
}

void Contracts::call_off(Dice& dice, OrderPlan& order) {
    Contract* contract = find(*order.customer, order.placed_on);
    if (contract == nullptr) return;
    const int quantity = std::max(1, contract->product->usual_quantity * dice.between(5, 10) / 10);
    OrderPlan released = plan_single(dice, order, order.placed_on, {contract->product, quantity});
    contract->left -= quantity;
    released.relations.push_back({.kind = domain::RelationKind::call_off_of,
                                  .line = 0,
                                  .other_order = contract->number,
                                  .other_line = contract->line,
                                  .quantity = quantity});
    order = std::move(released);
}

void add_followers(Dice& dice, OrderGroup& group, base::LocalDate today) {
    // Copied, for orders are added below.
    const OrderPlan first = group.orders.front();
    const LinePlan& line = first.lines.front();
    if (first.cancelled_on || line.cancelled_on) return;
    if (line.left_over > 0 && line.ready_on < today)
        append(dice, group,
               plan_single(dice, first, working_day(line.ready_on), {line.product, line.left_over}),
               {domain::RelationKind::backorder_of, 0, first.number, line.number, line.left_over});
    const auto arrival = arrival_of_first_line(group);
    if (first.remedy != Remedy::replacement || !arrival) return;
    const base::LocalDate asked_on = working_day(arrival->plus_days(kReturnSettledDays));
    if (asked_on >= today) return;
    const int quantity = returned_quantity(line);
    OrderPlan replacement = plan_single(dice, first, asked_on, {line.product, quantity});
    replacement.kind = domain::OrderKind::replacement;
    replacement.is_free = true;
    replacement.remedy = Remedy::none;
    append(dice, group, std::move(replacement),
           {domain::RelationKind::replacement_for, 0, first.number, line.number, quantity});
}

} // namespace orderdeck::server::cli::demo
