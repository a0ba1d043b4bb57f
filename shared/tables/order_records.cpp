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

/// Rows about the order itself, then those about what `link_table` links to it. A row that names both comes once.
template <typename Row>
base::Result<std::vector<Row>> own_and_linked(storage::Database& database, const RowScope& scope,
                                              std::string_view table, std::string_view key,
                                              std::string_view link_table, domain::OrderId order,
                                              Row (*read)(const storage::Statement&, int)) {
    auto own = TRY(rows_of(database, scope, table, "order_id = ?", order, read));
    auto linked = TRY(linked_rows(database, scope, table, key, key, link_table, order, read));
    for (Row& row : linked) {
        if (row.order != order) own.push_back(std::move(row));
    }
    return own;
}

base::Result<void> load_transport(storage::Database& database, const RowScope& scope, domain::OrderId order,
                                  domain::OrderRecords& into) {
    into.shipments = TRY(
        linked_rows(database, scope, "shipment", "id", "shipment_id", "shipment_line", order, read_shipment));
    into.shipment_lines =
        TRY(rows_of(database, scope, "shipment_line", "order_id = ?", order, read_shipment_line));
    into.parcels = TRY(linked_rows(database, scope, "parcel", "shipment_id", "shipment_id", "shipment_line",
                                   order, read_parcel));
    into.tracking_events = TRY(linked_rows(database, scope, "tracking_event", "shipment_id", "shipment_id",
                                           "shipment_line", order, read_tracking_event));
    return {};
}

base::Result<void> load_billing(storage::Database& database, const RowScope& scope, domain::OrderId order,
                                domain::OrderRecords& into) {
    into.invoices =
        TRY(linked_rows(database, scope, "invoice", "id", "invoice_id", "invoice_line", order, read_invoice));
    into.invoice_lines =
        TRY(rows_of(database, scope, "invoice_line", "order_id = ?", order, read_invoice_line));
    into.payments =
        TRY(own_and_linked(database, scope, "payment", "invoice_id", "invoice_line", order, read_payment));
    into.instalments = TRY(rows_of(database, scope, "instalment", "order_id = ?", order, read_instalment));
    return {};
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
    TRY(load_transport(database, scope, order, records));
    TRY(load_billing(database, scope, order, records));
    records.milestones = TRY(
        own_and_linked(database, scope, "milestone", "shipment_id", "shipment_line", order, read_milestone));
    records.promises = TRY(rows_of(database, scope, "promise", "order_id = ?", order, read_promise));
    records.holds = TRY(rows_of(database, scope, "hold", "order_id = ?", order, read_hold));
    records.operations = TRY(rows_of(database, scope, "operation", "order_id = ?", order, read_operation));
    records.relations = TRY(rows_of(database, scope, "relation", "order_id = ?", order, read_relation));
    records.documents = TRY(
        own_and_linked(database, scope, "document", "shipment_id", "shipment_line", order, read_document));
    records.contradictions = TRY(own_and_linked(database, scope, "contradiction", "shipment_id",
                                                "shipment_line", order, read_contradiction));
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
