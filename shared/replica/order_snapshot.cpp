#include "shared/replica/order_snapshot.h"

#include "shared/tables/columns.h"
#include "shared/tables/order_records.h"
#include "shared/tables/project.h"
#include "shared/tables/related_orders.h"
#include "shared/tables/rows.h"

#include <optional>

namespace orderdeck::replica {
namespace {

base::Result<domain::OrderSummary> read_stored_summary(storage::Database& database, domain::OrderId order) {
    auto row = TRY(database.query(
        "SELECT " + tables::columns_of("order_summary") + " FROM order_summary WHERE id = ?1", order));
    if (!TRY(row.step())) return base::fail(base::ErrorCode::not_found, "the order has no summary");
    return tables::read_summary(row, 0);
}

base::Result<std::optional<domain::Account>> read_account(storage::Database& database,
                                                          domain::AccountId account) {
    auto row = TRY(
        database.query("SELECT " + tables::columns_of("account") + " FROM account WHERE id = ?1", account));
    if (!TRY(row.step())) return std::optional<domain::Account>{};
    return std::optional<domain::Account>{tables::read_account(row, 0)};
}

} // namespace

base::Result<domain::OrderDetails> read_order(storage::Database& database, domain::OrderId order) {
    domain::OrderDetails snapshot;
    snapshot.records = TRY(tables::load_order_records(database, order));
    snapshot.summary = TRY(read_stored_summary(database, order));
    snapshot.items = TRY(tables::load_order_items(database, order));
    snapshot.sources = TRY(tables::load_sources(database));
    snapshot.related = TRY(tables::load_related_orders(database, order));
    snapshot.project = TRY(tables::load_project(database, snapshot.records.order.project));
    snapshot.account = TRY(read_account(database, snapshot.records.order.account));
    return snapshot;
}

base::Result<std::vector<domain::Account>> read_accounts(storage::Database& database) {
    auto rows = TRY(database.query("SELECT " + tables::columns_of("account") + " FROM account ORDER BY id"));
    std::vector<domain::Account> accounts;
    while (TRY(rows.step()))
        accounts.push_back(tables::read_account(rows, 0));
    return accounts;
}

base::Result<std::vector<domain::Source>> read_sources(storage::Database& database) {
    return tables::load_sources(database);
}

} // namespace orderdeck::replica
