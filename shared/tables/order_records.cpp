#include "shared/tables/order_records.h"

#include "shared/domain/line_number.h"
#include "shared/tables/columns.h"
#include "shared/tables/rows.h"

#include <algorithm>

namespace orderdeck::tables {
namespace {

std::string limited(const RowScope& scope, std::string_view condition) {
    if (scope.predicate.empty()) return std::string(condition);
    return "(" + scope.predicate + ") AND " + std::string(condition);
}

int bind_scope(const RowScope& scope, storage::Statement& statement, int index) {
    return scope.bind ? scope.bind(statement, index) : index;
}

/// Rows of one table that belong to the order by `condition`, which has one parameter for its id.
template <typename Row>
base::Result<std::vector<Row>> rows_of(storage::Database& database, const RowScope& scope,
                                       std::string_view table, std::string_view condition,
                                       domain::OrderId order, Row (*read)(const storage::Statement&, int)) {
    storage::Statement statement =
        TRY(database.statement("SELECT " + columns_of(table) + " FROM " + std::string(table) + " WHERE " +
                               limited(scope, condition) + " ORDER BY id"));
    statement.bind(bind_scope(scope, statement, 1), order);
    std::vector<Row> rows;
    while (TRY(statement.step()))
        rows.push_back(read(statement, 0));
    return rows;
}

/// Rows whose `key` is among the values that `column` of `link_table` has for the order.
template <typename Row>
base::Result<std::vector<Row>>
linked_rows(storage::Database& database, const RowScope& scope, std::string_view table, std::string_view key,
            std::string_view column, std::string_view link_table, domain::OrderId order,
            Row (*read)(const storage::Statement&, int)) {
    const std::string links = "SELECT " + std::string(column) + " FROM " + std::string(link_table) +
                              " WHERE " + limited(scope, "order_id = ?");
    const std::string condition = std::string(key) + " IN (" + links + ")";
    storage::Statement statement =
        TRY(database.statement("SELECT " + columns_of(table) + " FROM " + std::string(table) + " WHERE " +
                               limited(scope, condition) + " ORDER BY id"));
    const int inner = bind_scope(scope, statement, 1);
    statement.bind(bind_scope(scope, statement, inner), order);
    std::vector<Row> rows;
    while (TRY(statement.step()))
        rows.push_back(read(statement, 0));
    return rows;
}

base::Result<std::vector<domain::Milestone>> milestones_of(storage::Database& database, const RowScope& scope,
                                                           domain::OrderId order) {
    auto milestones = TRY(rows_of(database, scope, "milestone", "order_id = ?", order, read_milestone));
    auto scans = TRY(linked_rows(database, scope, "milestone", "shipment_id", "shipment_id", "shipment_line",
                                 order, read_milestone));
    for (domain::Milestone& scan : scans) {
        // A row that names both was already read with the order.
        if (scan.order != order) milestones.push_back(std::move(scan));
    }
    return milestones;
}

} // namespace

base::Result<domain::OrderRecords> load_order_records(storage::Database& database, domain::OrderId order,
                                                      const RowScope& scope) {
    auto heads = TRY(rows_of(database, scope, "sales_order", "id = ?", order, read_order));
    if (heads.empty()) return base::fail(base::ErrorCode::not_found, "no such order");
    domain::OrderRecords records;
    records.order = std::move(heads.front());
    records.lines = TRY(rows_of(database, scope, "order_line", "order_id = ?", order, read_line));
    std::stable_sort(records.lines.begin(), records.lines.end(),
                     [](const domain::Line& left, const domain::Line& right) {
                         return domain::line_number_before(left.number, right.number);
                     });
    records.shipments = TRY(
        linked_rows(database, scope, "shipment", "id", "shipment_id", "shipment_line", order, read_shipment));
    records.shipment_lines =
        TRY(rows_of(database, scope, "shipment_line", "order_id = ?", order, read_shipment_line));
    records.milestones = TRY(milestones_of(database, scope, order));
    records.promises = TRY(rows_of(database, scope, "promise", "order_id = ?", order, read_promise));
    records.holds = TRY(rows_of(database, scope, "hold", "order_id = ?", order, read_hold));
    return records;
}

base::Result<std::vector<domain::Item>> load_order_items(storage::Database& database, domain::OrderId order,
                                                         const RowScope& scope) {
    return linked_rows(database, scope, "item", "id", "item_id", "order_line", order, read_item);
}

base::Result<std::vector<domain::Source>> load_sources(storage::Database& database, const RowScope& scope) {
    const std::string where = scope.predicate.empty() ? "" : " WHERE " + scope.predicate;
    storage::Statement statement =
        TRY(database.statement("SELECT " + columns_of("source") + " FROM source" + where + " ORDER BY id"));
    bind_scope(scope, statement, 1);
    std::vector<domain::Source> sources;
    while (TRY(statement.step()))
        sources.push_back(read_source(statement, 0));
    return sources;
}

} // namespace orderdeck::tables
