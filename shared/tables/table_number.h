#pragma once

#include "shared/api/sync_schema.h"

#include <cstdlib>
#include <iterator>
#include <string_view>

namespace orderdeck::tables {

/// The number under which the change feed knows a synced table; in a constant an unknown name does not compile.
/// (Not consteval: clang 14 refuses that in the initialiser of a variable template.)
constexpr int table_number(std::string_view table) {
    for (const api::SyncTable& each : api::kSyncTables) {
        if (each.name == table) return each.number;
    }
    std::abort();
}

/// The highest of these numbers.
constexpr int last_table_number() {
    int last = 0;
    for (const api::SyncTable& each : api::kSyncTables)
        last = each.number > last ? each.number : last;
    return last;
}

} // namespace orderdeck::tables
