#include "shared/tables/related_orders.h"

#include "shared/domain/order_details.h"
#include "shared/tables/many_orders.h"
#include "shared/tables/scoped_reader.h"

#include <set>

namespace orderdeck::tables {
namespace {

using domain::OrderId;

constexpr auto kProject = static_cast<std::int64_t>(domain::RelationKind::part_of_project);
/// Those that the order names, then those that name it; only of its own account, whose numbers they are.
base::Result<std::vector<OrderId>> neighbours_of(ScopedReader& reader, OrderId order) {
    std::vector<OrderId> found;
    storage::Statement head = TRY(reader.select("account_id, number", "sales_order", "id = ?", order));
    if (!TRY(head.step())) return found;
    const std::int64_t account = head.int64(0);
    storage::Statement named = TRY(
        reader.select("other_order", "relation", "order_id = ? AND kind <> ? ORDER BY id", order, kProject));
    while (TRY(named.step())) {
        TRY(reader.add_ids(
            reader.select("id", "sales_order", "account_id = ? AND number = ?", account, named.string(0)),
            found));
    }
    std::vector<OrderId> naming;
    TRY(reader.add_ids(reader.select("order_id", kRelationsByOther,
                                     "other_order = ? AND kind <> ? ORDER BY id", head.string(1), kProject),
                       naming));
    for (const OrderId other : naming) {
        TRY(reader.add_ids(reader.select("id", "sales_order", "id = ? AND account_id = ?", other, account),
                           found));
    }
    return found;
}

} // namespace

base::Result<std::vector<OrderId>> related_orders(storage::Database& database, OrderId order,
                                                  const RowScope& scope, std::size_t most) {
    ScopedReader reader(database, scope);
    std::vector<OrderId> orders;
    TRY(reader.add_ids(reader.select("id", "sales_order", "id = ?", order), orders));
    std::set<OrderId> seen(orders.begin(), orders.end());
    for (std::size_t at = 0; at < orders.size() && orders.size() < most; ++at) {
        for (const OrderId next : TRY(neighbours_of(reader, orders[at]))) {
            if (orders.size() < most && seen.insert(next).second) orders.push_back(next);
        }
    }
    return orders;
}

base::Result<std::vector<domain::OrderRecords>>
load_related_orders(storage::Database& database, domain::OrderId order, const RowScope& scope) {
    const auto orders = TRY(related_orders(database, order, scope, domain::kMostRelatedOrders));
    if (orders.size() < 2) return std::vector<domain::OrderRecords>{};
    return load_many_orders(database, orders, scope);
}

} // namespace orderdeck::tables
