#include "server/cli/kpi/on_time.h"

#include "server/cli/access/find_account.h"
#include "server/persistence/sqlite/order_store.h"
#include "server/persistence/system_scope.h"
#include "shared/tables/order_records.h"

#include <vector>

namespace orderdeck::server::cli::kpi {
namespace {

using persistence::Scope;
using persistence::SystemScope;
using persistence::sqlite::AccountDirectory;
using persistence::sqlite::OrderStore;

/// The trees, or the one node of a tree, that the figure speaks about.
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

base::Result<void> count_orders(storage::Database& database, const Scope& scope,
                                const OnTimeQuestion& question, OnTimeAnswer& answer) {
    for (const domain::OrderId order : TRY(OrderStore(database).ids(scope))) {
        const domain::OrderRecords records = TRY(tables::load_order_records(database, order, scope.rows()));
        ++answer.orders;
        for (const domain::LineDelivery& line : domain::line_deliveries(records)) {
            ++answer.lines;
            domain::add(answer.figure, line, question.window, question.today);
        }
    }
    return {};
}

} // namespace

base::Result<OnTimeAnswer> count_on_time(persistence::sqlite::Store& store, const OnTimeQuestion& question) {
    persistence::sqlite::ReadLease lease = TRY(store.read());
    const storage::Transaction snapshot = TRY(lease.snapshot());
    OnTimeAnswer answer;
    for (const Scope& scope : TRY(scopes_of(*lease, question.account))) {
        TRY(count_orders(*lease, scope, question, answer));
    }
    return answer;
}

} // namespace orderdeck::server::cli::kpi
