#include "server/persistence/sqlite/account_directory.h"

#include "shared/tables/columns.h"

namespace orderdeck::server::persistence::sqlite {
namespace {

AccountNode read_node(const storage::Statement& row) {
    AccountNode node{.owner = {.root = domain::AccountId{row.int64(0)}, .account = {}},
                     .account = tables::read_account(row, 1)};
    node.owner.account = node.account.id;
    return node;
}

std::string select_nodes() { return "SELECT root_id, " + tables::columns_of("account") + " FROM account"; }

base::Result<std::optional<AccountNode>> first_node(storage::Statement found) {
    if (!TRY(found.step())) return std::optional<AccountNode>{};
    return std::optional(read_node(found));
}

} // namespace

base::Result<std::optional<AccountNode>> AccountDirectory::find_by_code(std::string_view code) {
    return first_node(TRY(database_.query(select_nodes() + " WHERE code = ?", code)));
}

base::Result<std::vector<AccountCount>> AccountDirectory::count_all() {
    storage::Statement rows = TRY(database_.query(
        "SELECT a.root_id, " + tables::columns_of("account", "a") +
        ", coalesce((SELECT code FROM account p WHERE p.root_id = a.root_id AND p.id = a.parent_id), ''), "
        "(SELECT count(*) FROM sales_order o WHERE o.root_id = a.root_id AND o.account_id = a.id), "
        "(SELECT count(*) FROM order_line l WHERE l.root_id = a.root_id AND l.account_id = a.id) "
        "FROM account a ORDER BY a.code"));
    const int extra = 1 + tables::column_count_of("account");
    std::vector<AccountCount> counts;
    while (TRY(rows.step()))
        counts.push_back({.node = read_node(rows),
                          .parent_code = rows.string(extra),
                          .orders = rows.int64(extra + 1),
                          .lines = rows.int64(extra + 2)});
    return counts;
}

} // namespace orderdeck::server::persistence::sqlite
