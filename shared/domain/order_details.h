#pragma once

#include "shared/domain/account.h"
#include "shared/domain/order_records.h"
#include "shared/domain/relations/project.h"
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
    /// What its project consists of; nothing when it is in none or alone there.
    std::optional<ProjectOrders> project;
};

/// So many related orders are read with one: a contract of a year with a call-off a week.
inline constexpr std::size_t kMostRelatedOrders = 64;
/// Whether there may be more: nothing can then be said of all of them together.
bool is_related_cut(const OrderDetails& details);

// Null when the order has no such row.
const Item* item_of(const OrderDetails& details, ItemId id);
const Line* line_of(const OrderDetails& details, LineId id);
const Source* source_of(const OrderDetails& details, SourceId id);

} // namespace orderdeck::domain
