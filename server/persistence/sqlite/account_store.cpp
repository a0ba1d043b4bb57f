#include "server/persistence/sqlite/account_store.h"

#include "server/persistence/sqlite/account_directory.h"
#include "shared/tables/columns.h"

namespace orderdeck::server::persistence::sqlite {
namespace {

/// The new account is below itself and below everything that its parent is below.
base::Result<void> enter_tree(storage::Database& database, Owner owner,
                              std::optional<domain::AccountId> parent) {
    TRY(database.execute("INSERT INTO account_tree(root_id, ancestor_id, account_id) VALUES(?, ?, ?)",
                         owner.root, owner.account, owner.account));
    if (!parent) return {};
    return database.execute(
        "INSERT INTO account_tree(root_id, ancestor_id, account_id) "
        "SELECT root_id, ancestor_id, ? FROM account_tree WHERE root_id = ? AND account_id = ?",
        owner.account, owner.root, *parent);
}

base::Result<AccountNode> add(ChangeWriter& writer, AccountNode node, base::Timestamp now) {
    node.account.id = domain::AccountId{TRY(writer.next_id<domain::Account>())};
    node.owner.account = node.account.id;
    if (!node.account.parent) node.owner.root = node.account.id;
    TRY(writer.put(node.owner, node.account, now));
    TRY(enter_tree(writer.database(), node.owner, node.account.parent));
    return node;
}

base::Result<AccountNode> rename(ChangeWriter& writer, AccountNode known, const domain::LocalizedText& name) {
    if (known.account.name == name) return known;
    const std::int64_t created =
        TRY(writer.database().query_int("SELECT created_at FROM account WHERE root_id = ? AND id = ?",
                                        known.owner.root, known.owner.account));
    known.account.name = name;
    TRY(writer.put(known.owner, known.account, created));
    return known;
}

} // namespace

base::Result<std::vector<domain::Account>> AccountStore::list(const Scope& scope) {
    storage::Statement rows =
        TRY(database_.statement("SELECT " + tables::columns_of("account") + " FROM account WHERE " +
                                scope.predicate() + " ORDER BY id"));
    scope.bind(rows, 1);
    std::vector<domain::Account> accounts;
    while (TRY(rows.step()))
        accounts.push_back(tables::read_account(rows, 0));
    return accounts;
}

base::Result<AccountNode> AccountStore::put(ChangeWriter& writer, std::string_view code,
                                            const domain::LocalizedText& name, std::string_view parent_code,
                                            base::Timestamp now) {
    AccountDirectory accounts(writer.database());
    AccountNode node{.owner = {},
                     .account = {.id = {}, .parent = {}, .code = std::string(code), .name = name}};
    if (!parent_code.empty()) {
        const auto parent = TRY(accounts.find_by_code(parent_code));
        if (!parent)
            return base::fail(base::ErrorCode::not_found,
                              "the parent account \"" + std::string(parent_code) + "\" is unknown",
                              std::string(code));
        node.account.parent = parent->account.id;
        node.owner.root = parent->owner.root;
    }
    const auto known = TRY(accounts.find_by_code(code));
    if (!known) return add(writer, std::move(node), now);
    if (known->account.parent != node.account.parent)
        return base::fail(base::ErrorCode::conflict, "the account \"" + std::string(code) +
                                                         "\" already stands elsewhere in the account tree");
    return rename(writer, *known, name);
}

} // namespace orderdeck::server::persistence::sqlite
