#include "shared/replica/schema.h"

namespace orderdeck::replica {
namespace {

std::string column_names(const api::SyncTable& table) {
    std::string names;
    for (const api::SyncColumn& column : table.columns) {
        if (!names.empty()) names += ", ";
        names += column.name;
    }
    return names;
}

} // namespace

std::string create_table_sql(const api::SyncTable& table) {
    std::string sql = "CREATE TABLE " + std::string(table.name) + "(";
    for (const api::SyncColumn& column : table.columns) {
        const bool is_id = &column == table.columns.data();
        if (!is_id) sql += ", ";
        sql += column.name;
        sql += column.type == api::ColumnType::integer ? " INTEGER" : " TEXT";
        if (is_id)
            sql += " PRIMARY KEY";
        else if (column.null == api::Nullability::required)
            sql += " NOT NULL";
    }
    return sql + ")";
}

std::string upsert_sql(const api::SyncTable& table) {
    std::string parameters;
    std::string updates;
    for (const api::SyncColumn& column : table.columns) {
        const bool is_id = &column == table.columns.data();
        parameters += is_id ? "?" : ", ?";
        if (is_id) continue;
        if (!updates.empty()) updates += ", ";
        updates.append(column.name).append("=excluded.").append(column.name);
    }
    return "INSERT INTO " + std::string(table.name) + "(" + column_names(table) + ") VALUES(" + parameters +
           ") ON CONFLICT(id) DO UPDATE SET " + updates;
}

std::string delete_sql(const api::SyncTable& table) {
    return "DELETE FROM " + std::string(table.name) + " WHERE id = ?";
}

std::vector<std::string> create_index_sql() {
    return {
        // One order: everything that hangs on it.
        "CREATE INDEX order_line_by_order ON order_line(order_id)",
        "CREATE INDEX shipment_line_by_order ON shipment_line(order_id, shipment_id)",
        "CREATE INDEX milestone_by_order ON milestone(order_id) WHERE order_id IS NOT NULL",
        "CREATE INDEX milestone_by_shipment ON milestone(shipment_id) WHERE shipment_id IS NOT NULL",
        "CREATE INDEX promise_by_order ON promise(order_id)",
        "CREATE INDEX hold_by_order ON hold(order_id)",
        "CREATE INDEX parcel_by_shipment ON parcel(shipment_id)",
        "CREATE INDEX tracking_event_by_shipment ON tracking_event(shipment_id)",
        "CREATE INDEX invoice_line_by_order ON invoice_line(order_id, invoice_id)",
        "CREATE INDEX payment_by_order ON payment(order_id) WHERE order_id IS NOT NULL",
        "CREATE INDEX payment_by_invoice ON payment(invoice_id) WHERE invoice_id IS NOT NULL",
        "CREATE INDEX instalment_by_order ON instalment(order_id)",
        "CREATE INDEX operation_by_order ON operation(order_id)",
        "CREATE INDEX relation_by_order ON relation(order_id)",
        "CREATE INDEX relation_by_other ON relation(other_order)",
        "CREATE INDEX sales_order_by_project ON sales_order(project) WHERE project <> ''",
        "CREATE INDEX document_by_order ON document(order_id) WHERE order_id IS NOT NULL",
        "CREATE INDEX document_by_shipment ON document(shipment_id) WHERE shipment_id IS NOT NULL",
        "CREATE INDEX contradiction_by_order ON contradiction(order_id) WHERE order_id IS NOT NULL",
        "CREATE INDEX contradiction_by_shipment ON contradiction(shipment_id) WHERE shipment_id IS NOT NULL",
        // Search: from an item or parcel to its orders, newest first.
        "CREATE INDEX order_line_by_item ON order_line(item_id, order_id)",
        "CREATE INDEX shipment_line_by_shipment ON shipment_line(shipment_id, order_id)",
        // List and figures: everything that a filter or the order by attention reads, without the wide rows.
        "CREATE INDEX order_summary_list ON order_summary(complete, promised_on, late_at, at_risk, "
        "silent_at, stuck_at, trouble_at, next_arrival_on, turn, "
        "hold_reason, headline_stage, open_minor)",
        "CREATE INDEX sales_order_list ON sales_order(account_id, placed_on)",
    };
}

} // namespace orderdeck::replica
