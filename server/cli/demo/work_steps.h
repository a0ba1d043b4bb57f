#pragma once

#include "server/cli/demo/catalogue.h"

#include <span>
#include <string_view>

namespace orderdeck::server::cli::demo {

/// One step of making a product, as production plans it.
struct WorkStep {
    std::string_view english;
    std::string_view chinese;
    int setup_minutes = 0;    ///< once for a work order
    int minutes_per_unit = 0; ///< for each piece on top
};

/// The steps of a product that is made to order, in their sequence; never none.
std::span<const WorkStep> work_steps(const Product& product);

} // namespace orderdeck::server::cli::demo
