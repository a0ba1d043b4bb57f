#pragma once

#include "shared/domain/account.h"
#include "shared/domain/order_records.h"
#include "shared/domain/source.h"
#include "shared/domain/summary.h"

#include <optional>
#include <vector>

namespace orderdeck::domain {

/// Everything that is stored about one order, read at once: what its page tells, on a screen and on paper.
struct OrderDetails {
    OrderRecords records;
    OrderSummary summary; ///< as stored
    std::vector<Item> items;
    std::vector<Source> sources; ///< all of this customer
    std::optional<Account> account;
    /// The orders that relations link with this one, itself among them; empty when there are none.
    std::vector<OrderRecords> related;
};

/// So many related orders are read with one.
inline constexpr std::size_t kMostRelatedOrders = 24;

// Null when the order has no such row.
const Item* item_of(const OrderDetails& details, ItemId id);
const Line* line_of(const OrderDetails& details, LineId id);
const Source* source_of(const OrderDetails& details, SourceId id);

} // namespace orderdeck::domain
