#pragma once

#include "shared/api/sync_schema.h"
#include "tests/server/persistence/temporary_store.h"

#include <string>

namespace orderdeck::test {

/// All projected rows by natural keys, without the ids that depend on the order of arrival.
inline std::string projected_rows(TemporaryStore& store) {
    return store.dump(
               "SELECT a.code, o.number, o.customer_reference, o.placed_on, o.currency, y.headline_kind, "
               "y.headline_stage, y.lines_delivered, y.promised_first_on, y.promised_on, y.promise_moves, "
               "y.delivered_on, y.late_at, y.total_minor, y.lines_at FROM sales_order o "
               "JOIN account a ON a.id = o.account_id JOIN order_summary y ON y.id = o.id ORDER BY 1, 2") +
           store.dump("SELECT o.number, l.number, i.sku, i.name, l.ordered_micro, l.amount_minor, "
                      "l.cancelled_micro, "
                      "l.produced_micro, l.hs_code FROM order_line l JOIN sales_order o ON o.id = l.order_id "
                      "JOIN item i ON i.id = l.item_id ORDER BY 1, 2") +
           store.dump(
               "SELECT s.number, s.carrier, s.mode, o.number, l.number, x.quantity_micro FROM shipment s "
               "LEFT JOIN shipment_line x ON x.shipment_id = s.id LEFT JOIN sales_order o ON o.id = "
               "x.order_id "
               "LEFT JOIN order_line l ON l.id = x.line_id ORDER BY 1, 4, 5") +
           store.dump(
               "SELECT o.number, l.number, s.number, m.code, m.actual_on, m.note, r.name, m.received_at "
               "FROM milestone m LEFT JOIN sales_order o ON o.id = m.order_id "
               "LEFT JOIN order_line l ON l.id = m.line_id LEFT JOIN shipment s ON s.id = m.shipment_id "
               "JOIN source r ON r.id = m.source_id ORDER BY 1, 2, 3, 4, 5, 6, 7") +
           store.dump("SELECT o.number, l.number, p.promised_on, p.stated_at, p.received_at FROM promise p "
                      "JOIN sales_order o ON o.id = p.order_id JOIN order_line l ON l.id = p.line_id ORDER "
                      "BY 1, 2, 3");
}

/// What is projected of parcels, bills, relations and papers, likewise.
inline std::string projected_extras(TemporaryStore& store) {
    return store.dump("SELECT s.number, p.number, p.carrier, p.master_number, p.sscc FROM parcel p "
                      "JOIN shipment s ON s.id = p.shipment_id ORDER BY 1, 2") +
           store.dump("SELECT s.number, e.parcel, e.status, e.reason, e.actual_on, e.text, r.name, "
                      "e.received_at FROM tracking_event e JOIN shipment s ON s.id = e.shipment_id "
                      "JOIN source r ON r.id = e.source_id ORDER BY 1, 2, 5, 3, 6, 7") +
           store.dump("SELECT number, kind, state, corrects, currency, total_minor, issued_on FROM invoice "
                      "ORDER BY 1") +
           store.dump("SELECT v.number, o.number, l.number, x.quantity_micro, x.amount_minor "
                      "FROM invoice_line x JOIN invoice v ON v.id = x.invoice_id "
                      "JOIN sales_order o ON o.id = x.order_id LEFT JOIN order_line l ON l.id = x.line_id "
                      "ORDER BY 1, 2, 3, 4") +
           store.dump("SELECT v.number, o.number, p.amount_minor, p.currency, p.paid_on, r.name "
                      "FROM payment p JOIN source r ON r.id = p.source_id LEFT JOIN invoice v ON v.id = "
                      "p.invoice_id LEFT JOIN sales_order o ON o.id = p.order_id ORDER BY 1, 2, 5, 3") +
           store.dump("SELECT o.number, i.number, i.share_permille, i.trigger_code, i.days FROM instalment i "
                      "JOIN sales_order o ON o.id = i.order_id ORDER BY 1, 2") +
           store.dump("SELECT o.number, l.number, x.kind, x.other_order, x.other_line, x.quantity_micro "
                      "FROM relation x JOIN sales_order o ON o.id = x.order_id "
                      "LEFT JOIN order_line l ON l.id = x.line_id ORDER BY 1, 2, 3, 4, 5") +
           store.dump("SELECT o.number, l.number, x.work_order, x.number, x.name, x.planned_minutes_micro, "
                      "x.quantity_micro, x.good_micro, x.started_on, x.finished_on FROM operation x "
                      "JOIN sales_order o ON o.id = x.order_id JOIN order_line l ON l.id = x.line_id "
                      "ORDER BY 1, 2, 3, 4") +
           store.dump(
               "SELECT o.number, s.number, d.kind, d.number, d.required, d.received_on FROM document d "
               "LEFT JOIN sales_order o ON o.id = d.order_id "
               "LEFT JOIN shipment s ON s.id = d.shipment_id ORDER BY 1, 2, 3, 4");
}

/// Every synced table, row by row with its ids.
inline std::string synced_rows(TemporaryStore& store) {
    std::string rows;
    for (const api::SyncTable& table : api::kSyncTables) {
        const std::string name(table.name);
        rows += name + "\n" + store.dump("SELECT * FROM " + name + " ORDER BY root_id, id");
    }
    return rows;
}

} // namespace orderdeck::test
