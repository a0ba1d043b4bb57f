#pragma once

#include <span>
#include <string_view>

#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace orderdeck::storage {

/// One step of a schema, never edited after release. Numbers count up from 1 without gaps.
struct Migration {
    int number = 0;
    std::string_view name;
    std::string_view sql;
};

/// Brings a database up to the last migration, each step in its own transaction; PRAGMA user_version holds the level.
/// Returns how many steps ran. A database of a newer program is refused with `unsupported` and left untouched.
base::Result<int> migrate(Database& database, std::span<const Migration> migrations);

} // namespace orderdeck::storage
