#pragma once

#include "server/persistence/sqlite/account_store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::persistence::sqlite {

/// An account as the operator's console lists it, with how many orders and lines it owns itself.
struct AccountCount {
    AccountNode node;
    std::string parent_code; ///< empty for a root
    std::int64_t orders = 0;
    std::int64_t lines = 0;
};

/// The accounts of ALL customers, without a scope: for import, rebuild and the operator's commands, which name an account
/// by its code. Never used while serving a request: scripts/check_layers keeps this header out of server/http,
/// server/sync and server/auth.
class AccountDirectory {
public:
    explicit AccountDirectory(storage::Database& database) : database_(database) {}

    base::Result<std::optional<AccountNode>> find_by_code(std::string_view code);
    /// All accounts by code.
    base::Result<std::vector<AccountCount>> count_all();

private:
    storage::Database& database_;
};

} // namespace orderdeck::server::persistence::sqlite
