#pragma once

#include "server/ingest/facts.h"

#include <cstdint>
#include <functional>

namespace orderdeck::server::cli::demo {

/// What the demo is to look like. The same three values give the same facts on every machine.
struct DemoRequest {
    std::uint64_t seed = 1;
    base::LocalDate today; ///< orders are open, late and on their way as seen on the morning of this day
    int orders = 400;
};

using BatchSink = std::function<base::Result<void>(const ingest::Batch&)>;

/// Tells the history of a machine maker with three customers, one of them a group of two companies, as facts of its
/// sales, production, warehouse, carrier and finance systems. Hands them over in batches of some hundred orders.
base::Result<void> generate(const DemoRequest& request, const BatchSink& sink);

} // namespace orderdeck::server::cli::demo
