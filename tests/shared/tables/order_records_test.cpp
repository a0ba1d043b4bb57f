#include "shared/tables/order_records.h"

#include "shared/api/sync_schema.h"
#include "shared/domain/summary.h"
#include "shared/tables/columns.h"
#include "shared/tables/rows.h"
#include "tests/support/order_builder.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using orderdeck::test::day;
using orderdeck::test::OrderBuilder;

namespace {

/// The server's shape: the synced columns and, in front, whose they are.
storage::Database server_like() {
    storage::Database database = storage::Database::open_in_memory().value();
    for (const api::SyncTable& table : api::kSyncTables) {
        const bool has_account =
            std::any_of(table.columns.begin(), table.columns.end(),
                        [](const api::SyncColumn& column) { return column.name == "account_id"; });
        const std::string owner = has_account ? "root_id, " : "root_id, account_id, ";
        REQUIRE(database.exec("CREATE TABLE " + std::string(table.name) + "(" + owner +
                              tables::columns_of(table.name) + ")"));
    }
    return database;
}

constexpr std::int64_t kRoot = 100;

template <typename Row>
void insert(storage::Database& database, std::string_view table, const Row& row, int account,
            int (*bind)(storage::Statement&, int, const Row&)) {
    const bool has_account = table == "sales_order" || table == "shipment";
    auto statement = database.statement("INSERT INTO " + std::string(table) + " VALUES (?, " +
                                        (has_account ? "" : "?, ") + tables::placeholders_of(table) + ")");
    REQUIRE(statement);
    statement->bind(1, kRoot);
    if (!has_account) statement->bind(2, account);
    bind(*statement, has_account ? 2 : 3, row);
    REQUIRE(statement->run());
}

void store(storage::Database& database, domain::OrderRecords records, int account) {
    records.order.account = domain::AccountId{account};
    for (domain::Shipment& shipment : records.shipments)
        shipment.account = domain::AccountId{account};
    insert(database, "sales_order", records.order, account, tables::bind_order);
    for (const auto& row : records.lines)
        insert(database, "order_line", row, account, tables::bind_line);
    for (const auto& row : records.shipments)
        insert(database, "shipment", row, account, tables::bind_shipment);
    for (const auto& row : records.shipment_lines) {
        insert(database, "shipment_line", row, account, tables::bind_shipment_line);
    }
    for (const auto& row : records.milestones)
        insert(database, "milestone", row, account, tables::bind_milestone);
    for (const auto& row : records.promises)
        insert(database, "promise", row, account, tables::bind_promise);
    for (const auto& row : records.holds)
        insert(database, "hold", row, account, tables::bind_hold);
}

tables::RowScope accounts(int first, int second) {
    return {.predicate = "root_id = ? AND account_id IN (?, ?)",
            .bind = [first, second](storage::Statement& statement, int index) {
                statement.bind(index, kRoot).bind(index + 1, first).bind(index + 2, second);
                return index + 3;
            }};
}

OrderBuilder sample() {
    OrderBuilder order;
    for (int i = 0; i < 11; ++i)
        order.line(2);
    const domain::ShipmentId shipment = order.shipment();
    order.carries(shipment, order.records.lines[0].id, 2);
    order.scan(shipment, domain::MilestoneCode::delivered, 5);
    order.scan(shipment, domain::MilestoneCode::shipped, 4);
    order.fact(order.records.lines[1].id, domain::MilestoneCode::produced, 3);
    order.fact(domain::MilestoneCode::confirmed, 2);
    order.promise(order.records.lines[1].id, 9);
    order.hold(std::nullopt, domain::HoldReason::credit, domain::Party::customer, 3);
    return order;
}

} // namespace

TEST_CASE("an order is loaded with all that belongs to it, lines in natural order") {
    storage::Database database = server_like();
    const OrderBuilder order = sample();
    store(database, order.records, 7);
    // A scan of a shipment that carries nothing of this order, and a line of another order.
    OrderBuilder other;
    other.records.order.id = domain::OrderId{2};
    other.at(other.line(1)).id = domain::LineId{900};
    const domain::ShipmentId foreign = domain::ShipmentId{901};
    other.scan(foreign, domain::MilestoneCode::shipped, 3).id = domain::MilestoneId{902};
    store(database, other.records, 7);
    const auto loaded = tables::load_order_records(database, domain::OrderId{1});
    REQUIRE(loaded);
    CHECK(loaded->order.number == "SO-1");
    REQUIRE(loaded->lines.size() == 11);
    CHECK(loaded->lines[1].number == "2");
    CHECK(loaded->lines[10].number == "11");
    CHECK(loaded->shipments.size() == 1);
    CHECK(loaded->shipment_lines.size() == 1);
    CHECK(loaded->milestones.size() == 4);
    CHECK(loaded->promises.size() == 1);
    CHECK(loaded->holds.size() == 1);
    CHECK(domain::summarise(*loaded).progress_permille == domain::summarise(order.records).progress_permille);
}

TEST_CASE("what lies outside the scope is not there") {
    storage::Database database = server_like();
    store(database, sample().records, 7);
    CHECK(tables::load_order_records(database, domain::OrderId{1}, accounts(7, 8)));
    const auto foreign = tables::load_order_records(database, domain::OrderId{1}, accounts(5, 6));
    REQUIRE_FALSE(foreign);
    CHECK(foreign.error().code == base::ErrorCode::not_found);
    CHECK_FALSE(tables::load_order_records(database, domain::OrderId{3}));
    // A row of another account inside the order stays out as well.
    REQUIRE(database.exec("UPDATE milestone SET account_id = 5 WHERE code = 11"));
    REQUIRE(database.exec("UPDATE shipment SET account_id = 5"));
    const auto partly = tables::load_order_records(database, domain::OrderId{1}, accounts(7, 8));
    REQUIRE(partly);
    CHECK(partly->shipments.empty());
    CHECK(partly->milestones.size() == 3);
}

TEST_CASE("a milestone that names the order and its shipment is loaded once") {
    storage::Database database = server_like();
    OrderBuilder order = sample();
    for (domain::Milestone& milestone : order.records.milestones)
        milestone.order = order.records.order.id;
    store(database, order.records, 7);
    CHECK(tables::load_order_records(database, domain::OrderId{1})->milestones.size() == 4);
}

TEST_CASE("the items that an order names and the sources in scope are loaded by id") {
    storage::Database database = server_like();
    const OrderBuilder order = sample();
    store(database, order.records, 7);
    for (const std::int64_t id : {2, 1, 77}) {
        insert(database, "item", domain::Item{domain::ItemId{id}, "SKU", {"Servo drive", {}}}, 7,
               tables::bind_item);
    }
    const auto items = tables::load_order_items(database, domain::OrderId{1}, accounts(7, 8));
    REQUIRE(items);
    REQUIRE(items->size() == 2);
    CHECK(items->front().id == domain::ItemId{1});
    CHECK(items->front().name.text == "Servo drive");
    insert(database, "source", domain::Source{domain::SourceId{4}, "ERP", "sales", {}}, 7,
           tables::bind_source);
    insert(database, "source", domain::Source{domain::SourceId{3}, "WMS", "warehouse", {}}, 5,
           tables::bind_source);
    CHECK(tables::load_sources(database, accounts(7, 8))->size() == 1);
    CHECK(tables::load_sources(database)->front().name == "WMS");
}
