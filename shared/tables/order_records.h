#pragma once

#include "shared/domain/order_records.h"
#include "shared/domain/source.h"
#include "shared/storage/database.h"

#include <functional>
#include <string>
#include <vector>

namespace orderdeck::tables {

/// Which rows a reader may see, as SQL over columns without table name ("root_id = ? AND account_id IN (?, ?)") and
/// the binding of its parameters from an index on, returning the index after the last. Every table read is limited
/// by it. The default is everything: the browser's replica holds only what its user may see.
struct RowScope {
    std::string predicate;
    std::function<int(storage::Statement&, int)> bind;
};

/// All records of one order, ready for domain::summarise; lines in natural order of their numbers.
/// ErrorCode::not_found when the scope has no such order.
base::Result<domain::OrderRecords> load_order_records(storage::Database& database, domain::OrderId order,
                                                      const RowScope& scope = {});

/// The items that the lines of an order name, by id.
base::Result<std::vector<domain::Item>> load_order_items(storage::Database& database, domain::OrderId order,
                                                         const RowScope& scope = {});

/// The sources in scope, by id.
base::Result<std::vector<domain::Source>> load_sources(storage::Database& database,
                                                       const RowScope& scope = {});

} // namespace orderdeck::tables
