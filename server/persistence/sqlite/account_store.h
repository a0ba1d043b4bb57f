#pragma once

#include "server/persistence/owner.h"
#include "server/persistence/scope.h"
#include "server/persistence/sqlite/change_writer.h"
#include "shared/domain/account.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::persistence::sqlite {

/// An account with its place in the tree; `owner.account` is its own id.
struct AccountNode {
    Owner owner;
    domain::Account account;
};

/// An account as the operator's console lists it, with how many orders and lines it owns itself.
struct AccountCount {
    AccountNode node;
    std::string parent_code; ///< empty for a root
    std::int64_t orders = 0;
    std::int64_t lines = 0;
};

/// The trees of customers. Codes are unique over all customers.
class AccountStore {
public:
    explicit AccountStore(storage::Database& database) : database_(database) {}

    /// For commands, grants and import, which name an account by its code; never answers a request.
    base::Result<std::optional<AccountNode>> find_by_code(std::string_view code);
    base::Result<std::optional<AccountNode>> find(domain::AccountId id);
    /// All accounts by code: for the operator's console only.
    base::Result<std::vector<AccountCount>> count_all();
    /// The accounts that a caller may see, parents before children.
    base::Result<std::vector<domain::Account>> list(const Scope& scope);

    /// Adds the account, or renames it where its code is known; `conflict` when it would move to another parent.
    /// Its id and its place in account_tree are made here, and a feed when it is a root.
    static base::Result<AccountNode> put(ChangeWriter& writer, std::string_view code,
                                         const domain::LocalizedText& name, std::string_view parent_code,
                                         base::Timestamp now);

private:
    storage::Database& database_;
};

} // namespace orderdeck::server::persistence::sqlite
