#include "shared/tables/columns.h"

#include "shared/api/sync_schema.h"

#include <cstdlib>

namespace orderdeck::tables {
namespace {

const api::SyncTable& table_named(std::string_view name) {
    for (const api::SyncTable& table : api::kSyncTables) {
        if (table.name == name) return table;
    }
    std::abort();
}

} // namespace

std::string columns_of(std::string_view table, std::string_view alias) {
    std::string text;
    for (const api::SyncColumn& column : table_named(table).columns) {
        if (!text.empty()) text += ", ";
        if (!alias.empty()) text.append(alias).append(".");
        text += column.name;
    }
    return text;
}

std::string placeholders_of(std::string_view table) {
    std::string text = "?";
    for (int i = 1; i < column_count_of(table); ++i)
        text += ", ?";
    return text;
}

int column_count_of(std::string_view table) { return static_cast<int>(table_named(table).columns.size()); }

} // namespace orderdeck::tables
