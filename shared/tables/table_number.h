#pragma once

#include "shared/api/sync_schema.h"

#include <cstdlib>
#include <iterator>
#include <string_view>

namespace orderdeck::tables {

/// The number under which the change feed knows a synced table; an unknown name does not compile.
consteval int table_number(std::string_view table) {
    for (const api::SyncTable& each : api::kSyncTables) {
        if (each.name == table) return each.number;
    }
    std::abort();
}

/// The highest of these numbers.
consteval int last_table_number() {
    int last = 0;
    for (const api::SyncTable& each : api::kSyncTables)
        last = each.number > last ? each.number : last;
    return last;
}

} // namespace orderdeck::tables
