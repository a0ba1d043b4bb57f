#pragma once

#include "server/persistence/sqlite/account_directory.h"

#include <string_view>

namespace orderdeck::server::cli::access {

/// The account that a command names by its code; `not_found` with the nearest codes, for a code is easily mistyped or
/// taken for the name.
base::Result<persistence::sqlite::AccountNode> find_account(storage::Database& database,
                                                            std::string_view code);

} // namespace orderdeck::server::cli::access
