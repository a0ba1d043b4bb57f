#include "shared/replica/order_list.h"
#include "shared/tables/columns.h"
#include "shared/tables/rows.h"

namespace orderdeck::replica {
namespace {

std::string rows_sql() {
    return "SELECT " + tables::columns_of("sales_order", "o") + ", " +
           tables::columns_of("order_summary", "s") + ", " + tables::columns_of("item", "i") +
           " FROM carray(?1) wanted JOIN sales_order o ON o.id = wanted.value JOIN order_summary s ON "
           "s.id = o.id "
           "LEFT JOIN item i ON i.id = s.lead_item_id ORDER BY wanted.rowid";
}

} // namespace

base::Result<std::vector<OrderListRow>> read_order_rows(storage::Database& database,
                                                        std::span<const domain::OrderId> orders) {
    storage::Statement statement = TRY(database.statement(rows_sql()));
    statement.bind_ids(1, orders);
    const int summary_column = tables::column_count_of("sales_order");
    const int item_column = summary_column + tables::column_count_of("order_summary");
    std::vector<OrderListRow> rows;
    rows.reserve(orders.size());
    while (TRY(statement.step())) {
        OrderListRow& row = rows.emplace_back();
        row.order = tables::read_order(statement, 0);
        row.summary = tables::read_summary(statement, summary_column);
        if (!statement.is_null(item_column)) row.lead_item = tables::read_item(statement, item_column);
    }
    return rows;
}

} // namespace orderdeck::replica
