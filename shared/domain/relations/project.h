#pragma once

#include "shared/domain/relations/delivery_set.h"

namespace orderdeck::domain {

/// The orders of a project but for its framework contracts, which are not delivered themselves.
struct ProjectOrders {
    int orders = 0;
    int complete = 0;
    std::optional<base::LocalDate> delivered_on; ///< when the last of the complete ones was
    std::vector<OrderRecords> open;              ///< perhaps not all of them
};

/// What the project waits for, and when all of it is there; nothing while not all open orders are known.
std::optional<SetForecast> forecast_of(const ProjectOrders& project);

} // namespace orderdeck::domain
