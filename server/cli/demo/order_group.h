#pragma once

#include "server/cli/demo/order_plan.h"
#include "server/cli/demo/shipment_plan.h"

#include <map>
#include <string>
#include <vector>

namespace orderdeck::server::cli::demo {

/// Orders that have to do with each other, with their shipments: two that leave together, one and what follows from it.
struct OrderGroup {
    std::vector<OrderPlan> orders;
    std::vector<ShipmentPlan> shipments;
};

/// Framework contracts that can be drawn on.
class Contracts {
public:
    void add(const OrderPlan& contract);
    bool has_one(const Customer& customer, base::LocalDate on) const;

    /// Makes the order a call-off of the customer's contract, as much as is left.
    void call_off(Dice& dice, OrderPlan& order);

private:
    struct Contract {
        std::string number;
        std::string line;
        const Product* product = nullptr;
        base::LocalDate from;
        base::LocalDate until;
        int left = 0;
    };
    Contract* find(const Customer& customer, base::LocalDate on);

    std::map<const Customer*, std::vector<Contract>> contracts_;
};

/// What cannot be had at once comes as a backorder, what was sent back may be replaced: orders of their own, placed
/// when that is known. Their relations name the first order by its number.
void add_followers(Dice& dice, OrderGroup& group, base::LocalDate today);

} // namespace orderdeck::server::cli::demo
