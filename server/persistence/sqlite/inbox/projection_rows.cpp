#include "server/persistence/sqlite/inbox/projection_rows.h"

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

base::Result<std::optional<StoredOrder>> ProjectionRows::order(Owner owner, std::string_view number) {
    const auto id = TRY(first_int(
        TRY(database_.query("SELECT id FROM sales_order WHERE root_id = ? AND account_id = ? AND number = ?",
                            owner.root, owner.account, number))));
    if (!id) return std::optional<StoredOrder>{};
    StoredOrder stored;
    stored.id = domain::OrderId{*id};
    stored.lines = TRY(ids("order_line", "number", "order_id", owner.root, *id));
    stored.milestones = TRY(ids("milestone", "natural_key", "order_id", owner.root, *id));
    stored.promises = TRY(ids("promise", "natural_key", "order_id", owner.root, *id));
    stored.holds = TRY(ids("hold", "natural_key", "order_id", owner.root, *id));
    storage::Statement links = TRY(database_.query(
        "SELECT id, line_id, shipment_id FROM shipment_line WHERE root_id = ? AND order_id = ?", owner.root,
        *id));
    while (TRY(links.step()))
        stored.shipment_lines.emplace(std::pair(links.int64(1), links.int64(2)), links.int64(0));
    return std::optional(std::move(stored));
}

base::Result<std::optional<domain::ShipmentId>> ProjectionRows::shipment_id(Owner owner,
                                                                            std::string_view number) {
    const auto id = TRY(first_int(
        TRY(database_.query("SELECT id FROM shipment WHERE root_id = ? AND account_id = ? AND number = ?",
                            owner.root, owner.account, number))));
    if (!id) return std::optional<domain::ShipmentId>{};
    return std::optional(domain::ShipmentId{*id});
}

base::Result<std::optional<StoredShipment>> ProjectionRows::shipment(Owner owner, std::string_view number) {
    const auto id = TRY(shipment_id(owner, number));
    if (!id) return std::optional<StoredShipment>{};
    return std::optional(StoredShipment{
        .id = *id,
        .milestones = TRY(ids("milestone", "natural_key", "shipment_id", owner.root, id->value()))});
}

base::Result<std::optional<StoredItem>> ProjectionRows::item(Owner owner, std::string_view sku,
                                                             std::string_view name) {
    storage::Statement row = TRY(database_.query(
        "SELECT id, name_names FROM item WHERE root_id = ? AND account_id = ? AND sku = ? AND name = ?",
        owner.root, owner.account, sku, name));
    if (!TRY(row.step())) return std::optional<StoredItem>{};
    return std::optional(StoredItem{.id = domain::ItemId{row.int64(0)}, .translations = row.string(1)});
}

base::Result<std::optional<StoredSource>> ProjectionRows::source(Owner owner, std::int64_t system) {
    storage::Statement row = TRY(database_.query(
        "SELECT id, last_received_at FROM source WHERE root_id = ? AND account_id = ? AND system_id = ?",
        owner.root, owner.account, system));
    if (!TRY(row.step())) return std::optional<StoredSource>{};
    return std::optional(StoredSource{.id = domain::SourceId{row.int64(0)},
                                      .last_received_at = base::Timestamp::from_milliseconds(row.int64(1))});
}

base::Result<std::vector<domain::OrderId>> ProjectionRows::orders_in(domain::AccountId root,
                                                                     domain::ShipmentId shipment) {
    storage::Statement rows = TRY(database_.query(
        "SELECT DISTINCT order_id FROM shipment_line WHERE root_id = ? AND shipment_id = ?", root, shipment));
    std::vector<domain::OrderId> orders;
    while (TRY(rows.step()))
        orders.emplace_back(rows.int64(0));
    return orders;
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

} // namespace orderdeck::server::persistence::sqlite
