#pragma once

#include "server/cli/demo/dice.h"
#include "server/cli/demo/generate.h"

#include <vector>

namespace orderdeck::server::cli::demo {

/// A day on which an order is placed.
struct OrderDay {
    base::LocalDate on;
    bool is_of_group = true;
};

/// The days of all orders of four years, oldest first; recent weeks are denser, so that enough is open.
std::vector<OrderDay> order_days(Dice& dice, const DemoRequest& request);

} // namespace orderdeck::server::cli::demo
