#pragma once

#include "server/persistence/sqlite/store.h"

#include <string>
#include <variant>
#include <vector>

namespace orderdeck::bench {

using Value = std::variant<std::nullptr_t, std::int64_t, std::string>;

struct BareTable {
    std::string name;
    std::vector<std::string> columns;
    std::vector<std::vector<Value>> rows;
};

/// All rows of all tables of a store, in memory.
base::Result<std::vector<BareTable>> read_rows(server::persistence::sqlite::Store& store);
/// Inserts them into an empty store by prepared statements in one transaction: the least that storing them costs.
base::Result<void> insert_rows(server::persistence::sqlite::Store& store,
                               const std::vector<BareTable>& tables);

} // namespace orderdeck::bench
