#pragma once

#include "server/ingest/facts.h"

#include <cstdint>
#include <functional>

namespace orderdeck::server::cli::demo {

/// What the demo is to look like. The same three values give the same facts on every machine.
struct DemoRequest {
    std::uint64_t seed = 1;
    base::LocalDate today; ///< orders are open, late and on their way as seen on the morning of this day
    int orders = 400;      ///< of the group; two small customers have some on top
};

/// All orders of the demo, those of the small customers included.
int orders_in_all(const DemoRequest& request);

/// What the systems know about orders that belong together, in no order.
using StorySink = std::function<void(const std::vector<ingest::Fact>&)>;

/// Tells four years of a machine maker with three customers, one of them a group of three companies, as its sales,
/// production, warehouse, carrier and finance systems know them; each fact with the moment at which it was written.
void generate(const DemoRequest& request, const StorySink& sink);

} // namespace orderdeck::server::cli::demo
