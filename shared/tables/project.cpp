#include "shared/tables/project.h"

#include "shared/tables/many_orders.h"
#include "shared/tables/scoped_reader.h"

#include <algorithm>

namespace orderdeck::tables {
namespace {

using domain::OrderId;

constexpr auto kProject = static_cast<std::int64_t>(domain::RelationKind::part_of_project);
constexpr auto kContract = static_cast<std::int64_t>(domain::OrderKind::framework_contract);

} // namespace

base::Result<std::vector<OrderId>> project_orders(storage::Database& database, std::string_view project,
                                                  const RowScope& scope) {
    std::vector<OrderId> orders;
    if (project.empty()) return orders;
    ScopedReader reader(database, scope);
    TRY(reader.add_ids(reader.select("id", kOrdersByProject, "project = ? AND project <> ''", project),
                       orders));
    TRY(reader.add_ids(
        reader.select("order_id", kRelationsByOther, "other_order = ? AND kind = ?", project, kProject),
        orders));
    std::sort(orders.begin(), orders.end());
    orders.erase(std::unique(orders.begin(), orders.end()), orders.end());
    return orders;
}

std::string project_standing_sql(const RowScope& scope) {
    std::string sql =
        "SELECT x.id, x.complete, x.delivered_on, (SELECT o.kind FROM sales_order o WHERE o.id = x.id) "
        "FROM carray(?) k CROSS JOIN order_summary x ON x.id = k.value";
    if (!scope.predicate.empty()) sql += " WHERE (" + scope.predicate + ")";
    return sql;
}

base::Result<std::optional<domain::ProjectOrders>>
load_project(storage::Database& database, std::string_view project, const RowScope& scope) {
    const std::vector<OrderId> ids = TRY(project_orders(database, project, scope));
    if (ids.size() < 2) return std::optional<domain::ProjectOrders>{};
    domain::ProjectOrders found;
    std::vector<OrderId> open;
    storage::Statement rows = TRY(database.statement(project_standing_sql(scope)));
    rows.bind_ids(1, std::span<const OrderId>(ids));
    if (scope.bind) scope.bind(rows, 2);
    while (TRY(rows.step())) {
        if (rows.int64(3) == kContract) continue;
        ++found.orders;
        if (rows.int64(1) == 0) {
            open.emplace_back(rows.int64(0));
            continue;
        }
        ++found.complete;
        if (rows.is_null(2)) continue;
        const auto day = base::LocalDate::from_days(static_cast<std::int32_t>(rows.int64(2)));
        found.delivered_on = std::max(found.delivered_on.value_or(day), day);
    }
    if (found.orders < 2) return std::optional<domain::ProjectOrders>{};
    open.resize(std::min(open.size(), domain::kMostRelatedOrders));
    found.open = TRY(load_many_orders(database, open, scope));
    return std::optional(std::move(found));
}

} // namespace orderdeck::tables
