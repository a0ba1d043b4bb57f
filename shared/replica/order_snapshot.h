#pragma once

#include "shared/base/result.h"
#include "shared/domain/account.h"
#include "shared/domain/order_records.h"
#include "shared/domain/source.h"
#include "shared/domain/summary.h"
#include "shared/storage/database.h"

#include <optional>
#include <vector>

namespace orderdeck::replica {

/// Everything that the replica holds about one order, read at once.
struct OrderSnapshot {
    domain::OrderRecords records;
    domain::OrderSummary summary; ///< as stored by the server
    std::vector<domain::Item> items;
    std::vector<domain::Source> sources; ///< all of this customer
    std::optional<domain::Account> account;
};

/// not_found when the replica has no such order.
base::Result<OrderSnapshot> read_order(storage::Database& database, domain::OrderId order);

/// The nodes of the customer's tree that the user may see, by id.
base::Result<std::vector<domain::Account>> read_accounts(storage::Database& database);

/// Who told us, with the age of the last message, by id.
base::Result<std::vector<domain::Source>> read_sources(storage::Database& database);

} // namespace orderdeck::replica
