#pragma once

#include "server/persistence/sqlite/store.h"

#include <cstdint>

namespace orderdeck::server::ingest {

/// Adds to the findings of a message what can be seen only when all of it is applied: orders without a line, and order
/// numbers that its source seems to have used before for another order. Findings of other messages about orders without
/// lines go when lines have come.
base::Result<void> check_orders(storage::Database& writer, std::int64_t inbox);

} // namespace orderdeck::server::ingest
