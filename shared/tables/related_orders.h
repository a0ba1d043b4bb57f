#pragma once

#include "shared/tables/order_records.h"

#include <vector>

namespace orderdeck::tables {

/// The order and those that relations link with it, in either direction and over any number of links, nearest first: at
/// most `most`, each once. Enough to build a domain::OrderSet around it. Empty when the scope has no such order.
base::Result<std::vector<domain::OrderId>> related_orders(storage::Database& database, domain::OrderId order,
                                                          const RowScope& scope = {}, std::size_t most = 50);

/// The same with their records, at most domain::kMostRelatedOrders; empty when nothing is related to the order.
base::Result<std::vector<domain::OrderRecords>>
load_related_orders(storage::Database& database, domain::OrderId order, const RowScope& scope = {});

} // namespace orderdeck::tables
