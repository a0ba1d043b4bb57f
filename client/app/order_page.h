#pragma once

#include "shared/replica/order_snapshot.h"

namespace orderdeck::client::app {

/// Everything that the page of one order reads, taken from the replica at once.
using OrderDetails = replica::OrderSnapshot;

// Null when the order has no such row.
const domain::Item* item_of(const OrderDetails& details, domain::ItemId id);
const domain::Line* line_of(const OrderDetails& details, domain::LineId id);
const domain::Source* source_of(const OrderDetails& details, domain::SourceId id);

} // namespace orderdeck::client::app
