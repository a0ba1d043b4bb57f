#pragma once

#include "shared/base/result.h"
#include "shared/domain/order_details.h"
#include "shared/storage/database.h"

#include <vector>

namespace orderdeck::replica {

/// not_found when the replica has no such order.
base::Result<domain::OrderDetails> read_order(storage::Database& database, domain::OrderId order);

/// The nodes of the customer's tree that the user may see, by id.
base::Result<std::vector<domain::Account>> read_accounts(storage::Database& database);

/// Who told us, with the age of the last message, by id.
base::Result<std::vector<domain::Source>> read_sources(storage::Database& database);

} // namespace orderdeck::replica
