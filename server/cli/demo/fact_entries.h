#pragma once

#include "server/cli/demo/entry.h"
#include "server/ingest/facts.h"

#include <vector>

namespace orderdeck::server::cli::demo {

/// The customers as they were known from the start.
std::vector<Entry> customer_entries(base::Timestamp written);

/// Writes the facts of some orders and shipments into the tables of the systems that know them.
std::vector<Entry> entries_of(const std::vector<ingest::Fact>& facts);

} // namespace orderdeck::server::cli::demo
