#pragma once

#include <string>
#include <string_view>

namespace orderdeck::tables {

/// The columns of a synced table in the order of api::kSyncTables, "id, order_id, ..."; with an alias "l.id,
/// l.order_id, ...". This is the order in which bind_* and read_* count. An unknown table name is a defect and aborts.
std::string columns_of(std::string_view table, std::string_view alias = {});

/// As many parameters as the table has columns: "?, ?, ?".
std::string placeholders_of(std::string_view table);

int column_count_of(std::string_view table);

} // namespace orderdeck::tables
