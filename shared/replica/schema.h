#pragma once

#include "shared/api/sync_schema.h"

#include <string>
#include <vector>

namespace orderdeck::replica {

/// The SQL that follows from the declared columns of the synced tables. Not used outside this folder.

std::string create_table_sql(const api::SyncTable& table);
/// Inserts a row or overwrites the one with the same id; parameters in the order of the columns.
std::string upsert_sql(const api::SyncTable& table);
std::string delete_sql(const api::SyncTable& table);
/// Ordinary indexes that the queries of this folder need.
std::vector<std::string> create_index_sql();
/// For each searched table its full-text index, filled, and the triggers that keep it so.
std::vector<std::string> create_search_sql();

} // namespace orderdeck::replica
