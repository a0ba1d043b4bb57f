#include "server/persistence/sqlite/inbox/projection_rows.h"

#include "shared/tables/columns.h"
#include "shared/tables/rows.h"

namespace orderdeck::server::persistence::sqlite {
namespace {

base::Result<std::optional<std::int64_t>> first_int(storage::Statement rows) {
    if (!TRY(rows.step())) return std::optional<std::int64_t>{};
    return std::optional(rows.int64(0));
}

} // namespace

base::Result<IdsByKey> ProjectionRows::ids(std::string_view table, std::string_view key,
                                           std::string_view subject, domain::AccountId root,
                                           std::int64_t id) {
    std::string sql = "SELECT id, ";
    sql.append(key)
        .append(" FROM ")
        .append(table)
        .append(" WHERE root_id = ? AND ")
        .append(subject)
        .append(" = ?");
    storage::Statement rows = TRY(database_.query(sql, root, id));
    IdsByKey ids;
    while (TRY(rows.step()))
        ids.emplace(rows.string(1), rows.int64(0));
    return ids;
}

base::Result<std::optional<std::int64_t>> ProjectionRows::id_of(std::string_view table, Owner owner,
                                                                std::string_view number) {
    return first_int(TRY(database_.query("SELECT id FROM " + std::string(table) +
                                             " WHERE root_id = ? AND account_id = ? AND number = ?",
                                         owner.root, owner.account, number)));
}

base::Result<std::optional<StoredOrder>> ProjectionRows::order(Owner owner, std::string_view number) {
    const auto id = TRY(id_of("sales_order", owner, number));
    if (!id) return std::optional<StoredOrder>{};
    const auto keyed = [&](std::string_view table) {
        return ids(table, "natural_key", "order_id", owner.root, *id);
    };
    StoredOrder stored;
    stored.id = domain::OrderId{*id};
    stored.lines = TRY(ids("order_line", "number", "order_id", owner.root, *id));
    stored.milestones = TRY(keyed("milestone"));
    stored.promises = TRY(keyed("promise"));
    stored.holds = TRY(keyed("hold"));
    stored.invoice_lines = TRY(keyed("invoice_line"));
    stored.payments = TRY(keyed("payment"));
    stored.instalments = TRY(keyed("instalment"));
    stored.operations = TRY(keyed("operation"));
    stored.relations = TRY(keyed("relation"));
    stored.documents = TRY(keyed("document"));
    stored.contradictions = TRY(keyed("contradiction"));
    storage::Statement links = TRY(database_.query(
        "SELECT id, line_id, shipment_id FROM shipment_line WHERE root_id = ? AND order_id = ?", owner.root,
        *id));
    while (TRY(links.step()))
        stored.shipment_lines.emplace(std::pair(links.int64(1), links.int64(2)), links.int64(0));
    return std::optional(std::move(stored));
}

base::Result<std::optional<domain::ShipmentId>> ProjectionRows::shipment_id(Owner owner,
                                                                            std::string_view number) {
    const auto id = TRY(id_of("shipment", owner, number));
    if (!id) return std::optional<domain::ShipmentId>{};
    return std::optional(domain::ShipmentId{*id});
}

base::Result<std::optional<StoredShipment>> ProjectionRows::shipment(Owner owner, std::string_view number) {
    storage::Statement row = TRY(database_.query("SELECT " + tables::columns_of("shipment") +
                                                     " FROM shipment WHERE root_id = ? AND account_id = ? "
                                                     "AND number = ?",
                                                 owner.root, owner.account, number));
    if (!TRY(row.step())) return std::optional<StoredShipment>{};
    const domain::Shipment head = tables::read_shipment(row, 0);
    const auto keyed = [&](std::string_view table) {
        return ids(table, "natural_key", "shipment_id", owner.root, head.id.value());
    };
    return std::optional(StoredShipment{.id = head.id,
                                        .usual = head.usual,
                                        .usual_gap = head.usual_gap,
                                        .milestones = TRY(keyed("milestone")),
                                        .parcels = TRY(keyed("parcel")),
                                        .tracking_events = TRY(keyed("tracking_event")),
                                        .documents = TRY(keyed("document")),
                                        .contradictions = TRY(keyed("contradiction"))});
}

base::Result<std::optional<domain::InvoiceId>> ProjectionRows::invoice_id(Owner owner,
                                                                          std::string_view number) {
    const auto id = TRY(id_of("invoice", owner, number));
    if (!id) return std::optional<domain::InvoiceId>{};
    return std::optional(domain::InvoiceId{*id});
}

base::Result<std::optional<StoredInvoice>> ProjectionRows::invoice(Owner owner, std::string_view number) {
    const auto id = TRY(invoice_id(owner, number));
    if (!id) return std::optional<StoredInvoice>{};
    return std::optional(StoredInvoice{
        .id = *id, .payments = TRY(ids("payment", "natural_key", "invoice_id", owner.root, id->value()))});
}

base::Result<std::optional<StoredItem>> ProjectionRows::item(Owner owner, std::string_view sku,
                                                             std::string_view name) {
    storage::Statement row = TRY(database_.query(
        "SELECT id, name_names FROM item WHERE root_id = ? AND account_id = ? AND sku = ? AND name = ?",
        owner.root, owner.account, sku, name));
    if (!TRY(row.step())) return std::optional<StoredItem>{};
    return std::optional(StoredItem{.id = domain::ItemId{row.int64(0)}, .translations = row.string(1)});
}

base::Result<std::vector<std::int64_t>> ProjectionRows::unused_items(Owner owner) {
    storage::Statement rows = TRY(database_.query("SELECT id FROM item WHERE root_id = ?1 AND account_id = "
                                                  "?2 AND id NOT IN (SELECT item_id FROM order_line "
                                                  "WHERE root_id = ?1 AND account_id = ?2)",
                                                  owner.root, owner.account));
    std::vector<std::int64_t> items;
    while (TRY(rows.step()))
        items.push_back(rows.int64(0));
    return items;
}

base::Result<std::optional<StoredSource>> ProjectionRows::source(Owner owner, std::int64_t system) {
    storage::Statement row = TRY(database_.query(
        "SELECT id, last_received_at FROM source WHERE root_id = ? AND account_id = ? AND system_id = ?",
        owner.root, owner.account, system));
    if (!TRY(row.step())) return std::optional<StoredSource>{};
    return std::optional(StoredSource{.id = domain::SourceId{row.int64(0)},
                                      .last_received_at = base::Timestamp::from_milliseconds(row.int64(1))});
}

base::Result<std::vector<domain::OrderId>> ProjectionRows::orders_linked(std::string_view table,
                                                                         std::string_view key,
                                                                         domain::AccountId root,
                                                                         std::int64_t id) {
    std::string sql = "SELECT DISTINCT order_id FROM ";
    sql.append(table).append(" WHERE root_id = ? AND ").append(key).append(" = ?");
    storage::Statement rows = TRY(database_.query(sql, root, id));
    std::vector<domain::OrderId> orders;
    while (TRY(rows.step()))
        orders.emplace_back(rows.int64(0));
    return orders;
}

base::Result<std::vector<domain::OrderId>> ProjectionRows::orders_in(domain::AccountId root,
                                                                     domain::ShipmentId shipment) {
    return orders_linked("shipment_line", "shipment_id", root, shipment.value());
}

base::Result<std::vector<domain::OrderId>> ProjectionRows::orders_on(domain::AccountId root,
                                                                     domain::InvoiceId invoice) {
    return orders_linked("invoice_line", "invoice_id", root, invoice.value());
}

base::Result<std::vector<std::string>> ProjectionRows::shipments_tracked_by(Owner owner,
                                                                            std::string_view number) {
    // The condition on the empty text is that of the index.
    storage::Statement rows = TRY(database_.query(
        "SELECT number FROM shipment WHERE root_id = ?1 AND account_id = ?2 AND tracking_number = ?3 "
        "AND tracking_number <> '' "
        "UNION SELECT s.number FROM parcel p JOIN shipment s ON s.root_id = p.root_id AND s.id = "
        "p.shipment_id WHERE p.root_id = ?1 AND p.account_id = ?2 AND p.number = ?3",
        owner.root, owner.account, number));
    std::vector<std::string> shipments;
    while (TRY(rows.step()))
        shipments.push_back(rows.string(0));
    return shipments;
}

base::Result<std::vector<std::string>> ProjectionRows::accounts_tracking(std::string_view number) {
    // The condition on the empty text is that of the index.
    storage::Statement rows = TRY(database_.query(
        "SELECT DISTINCT a.code FROM account a WHERE a.id IN (SELECT account_id FROM shipment WHERE "
        "tracking_number = ?1 AND tracking_number <> '' UNION SELECT account_id FROM parcel WHERE number = "
        "?1) "
        "ORDER BY a.code",
        number));
    std::vector<std::string> codes;
    while (TRY(rows.step()))
        codes.push_back(rows.string(0));
    return codes;
}

base::Result<std::vector<TrackedShipment>> ProjectionRows::tracked(std::string_view number,
                                                                   std::string_view account) {
    storage::Statement rows = TRY(database_.query(
        "SELECT a.code, (SELECT min(m.actual_on) FROM milestone m WHERE m.root_id = s.root_id AND "
        "m.shipment_id = s.id AND m.code = ?3) FROM (SELECT root_id, account_id, id FROM shipment WHERE "
        "tracking_number = ?1 AND tracking_number <> '' UNION SELECT root_id, account_id, shipment_id FROM "
        "parcel WHERE number = ?1) s JOIN account a ON a.root_id = s.root_id AND a.id = s.account_id "
        "WHERE ?2 = '' OR a.code = ?2 ORDER BY 1, 2",
        number, account, domain::MilestoneCode::shipped));
    std::vector<TrackedShipment> shipments;
    while (TRY(rows.step())) {
        TrackedShipment& shipment = shipments.emplace_back();
        shipment.account = rows.string(0);
        if (const auto on = rows.optional_int64(1)) shipment.shipped_on = base::LocalDate::from_days(*on);
    }
    return shipments;
}

base::Result<std::optional<std::string>> ProjectionRows::number_of(std::string_view table,
                                                                   domain::AccountId root, std::int64_t id) {
    storage::Statement row = TRY(database_.query(
        "SELECT number FROM " + std::string(table) + " WHERE root_id = ? AND id = ?", root, id));
    if (!TRY(row.step())) return std::optional<std::string>{};
    return std::optional(row.string(0));
}

base::Result<std::vector<std::string>> ProjectionRows::numbers(std::string_view table, Owner owner) {
    storage::Statement rows = TRY(
        database_.query("SELECT number FROM " + std::string(table) + " WHERE root_id = ? AND account_id = ?",
                        owner.root, owner.account));
    std::vector<std::string> numbers;
    while (TRY(rows.step()))
        numbers.push_back(rows.string(0));
    return numbers;
}

base::Result<std::vector<std::string>> ProjectionRows::order_numbers(Owner owner) {
    return numbers("sales_order", owner);
}

base::Result<std::vector<std::string>> ProjectionRows::shipment_numbers(Owner owner) {
    return numbers("shipment", owner);
}

base::Result<std::vector<std::string>> ProjectionRows::invoice_numbers(Owner owner) {
    return numbers("invoice", owner);
}

} // namespace orderdeck::server::persistence::sqlite
