#include "server/cli/kpi/count_figures.h"

#include "server/cli/access/find_account.h"
#include "server/persistence/sqlite/order_store.h"
#include "server/persistence/system_scope.h"
#include "shared/tables/many_orders.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace orderdeck::server::cli::kpi {
namespace {

using persistence::Scope;
using persistence::SystemScope;
using persistence::sqlite::AccountDirectory;
using persistence::sqlite::OrderStore;

// Bounds the memory; more orders at once are no faster.
constexpr std::size_t kOrdersAtOnce = 1000;

using Visit = std::function<void(const domain::OrderRecords&)>;

/// The trees, or the one node of a tree, that the figures speak about.
base::Result<std::vector<Scope>> scopes_of(storage::Database& database, std::string_view account) {
    std::vector<Scope> scopes;
    if (account == "all") {
        for (const auto& count : TRY(AccountDirectory(database).count_all())) {
            if (!count.node.account.parent) scopes.push_back(SystemScope::whole(count.node.owner.root));
        }
        return scopes;
    }
    const auto node = TRY(access::find_account(database, account));
    scopes.push_back(SystemScope::below(node.owner.root, node.owner.account));
    return scopes;
}

base::Result<void> visit_scope(storage::Database& database, const Scope& scope, const Visit& visit) {
    const std::vector<domain::OrderId> ids = TRY(OrderStore(database).ids(scope));
    const tables::RowScope rows = scope.rows();
    for (std::size_t from = 0; from < ids.size(); from += kOrdersAtOnce) {
        const auto some = std::span(ids).subspan(from, std::min(kOrdersAtOnce, ids.size() - from));
        for (const domain::OrderRecords& records : TRY(tables::load_whole_orders(database, some, rows)))
            visit(records);
    }
    return {};
}

/// All orders of one moment.
base::Result<void> visit_orders(storage::Database& database, std::string_view account, const Visit& visit) {
    for (const Scope& scope : TRY(scopes_of(database, account)))
        TRY(visit_scope(database, scope, visit));
    return {};
}

} // namespace

base::Result<domain::FigureBook> count_figures(persistence::sqlite::Store& store,
                                               const AccountQuestion& question) {
    persistence::sqlite::ReadLease lease = TRY(store.read());
    const storage::Transaction snapshot = TRY(lease.snapshot());
    domain::FigureBook book(question.figures, domain::figures_for(question.figures));
    TRY(visit_orders(*lease, question.account,
                     [&book](const domain::OrderRecords& records) { book.add(records); }));
    return book;
}

base::Result<FigureRows> list_rows(persistence::sqlite::Store& store, const AccountQuestion& question,
                                   const domain::FigureDefinition& figure) {
    persistence::sqlite::ReadLease lease = TRY(store.read());
    const storage::Transaction snapshot = TRY(lease.snapshot());
    std::map<domain::AccountId, std::string> codes;
    for (const auto& count : TRY(AccountDirectory(*lease).count_all()))
        codes.emplace(count.node.account.id, count.node.account.code);
    FigureRows rows{.book =
                        domain::FigureBook(question.figures, std::span(&figure, 1), domain::KeepRows::yes),
                    .orders = {},
                    .lines = {}};
    TRY(visit_orders(*lease, question.account, [&](const domain::OrderRecords& records) {
        rows.book.add(records);
        rows.orders[records.order.id] = {.account_code = codes[records.order.account],
                                         .number = records.order.number,
                                         .currency = records.order.currency};
        for (const domain::Line& line : records.lines)
            rows.lines.emplace(line.id, line.number);
    }));
    return rows;
}

} // namespace orderdeck::server::cli::kpi
