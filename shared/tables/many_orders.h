#pragma once

#include "shared/tables/order_records.h"

#include <span>

namespace orderdeck::tables {

/// The goods' side of many orders at once: what load_order_records gives without invoices, payments and documents, by
/// one statement a table instead of one a table and order. Orders that the scope does not have are left out, the others
/// come in the order in which they are asked for.
base::Result<std::vector<domain::OrderRecords>> load_many_orders(storage::Database& database,
                                                                 std::span<const domain::OrderId> orders,
                                                                 const RowScope& scope = {});

/// The same with invoices, payments and documents: all that load_order_records gives.
base::Result<std::vector<domain::OrderRecords>> load_whole_orders(storage::Database& database,
                                                                  std::span<const domain::OrderId> orders,
                                                                  const RowScope& scope = {});

/// The items with these ids that the scope has; in no certain order.
base::Result<std::vector<domain::Item>>
load_items(storage::Database& database, std::span<const domain::ItemId> items, const RowScope& scope = {});

/// The statement that reads the rows of `table` whose `key` is among the ids bound to its first parameter; the scope's
/// parameters follow. For the tests that read query plans.
std::string rows_of_many_sql(std::string_view table, std::string_view key, const RowScope& scope);

} // namespace orderdeck::tables
