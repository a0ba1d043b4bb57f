#pragma once

#include "server/persistence/owner.h"
#include "server/persistence/scope.h"
#include "server/persistence/sqlite/change_writer.h"
#include "shared/domain/account.h"

#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::persistence::sqlite {

/// An account with its place in the tree; `owner.account` is its own id.
struct AccountNode {
    Owner owner;
    domain::Account account;
};

/// The trees of customers, as callers see them and as import writes them. Codes are unique over all customers.
class AccountStore {
public:
    explicit AccountStore(storage::Database& database) : database_(database) {}

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
