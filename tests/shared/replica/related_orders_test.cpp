#include "shared/api/sync_schema.h"
#include "shared/replica/schema.h"
#include "shared/tables/columns.h"
#include "shared/tables/many_orders.h"
#include "shared/tables/related_orders.h"
#include "shared/tables/rows.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;

namespace {

storage::Database replica_like() {
    storage::Database database = storage::Database::open_in_memory().value();
    for (const api::SyncTable& table : api::kSyncTables)
        REQUIRE(database.exec(replica::create_table_sql(table)));
    for (const std::string& index : replica::create_index_sql())
        REQUIRE(database.exec(index));
    return database;
}

void add_order(storage::Database& database, int id) {
    domain::Order order;
    order.id = domain::OrderId{id};
    order.account = domain::AccountId{1};
    order.number = "SO-" + std::to_string(id);
    auto row = database.statement("INSERT INTO sales_order(" + tables::columns_of("sales_order") +
                                  ") VALUES(" + tables::placeholders_of("sales_order") + ")");
    REQUIRE(row);
    tables::bind_order(*row, 1, order);
    REQUIRE(row->run());
}

void relate(storage::Database& database, int id, int order, const std::string& other) {
    domain::Relation relation;
    relation.id = domain::RelationId{id};
    relation.kind = domain::RelationKind::replacement_for;
    relation.order = domain::OrderId{order};
    relation.other_order = other;
    auto row = database.statement("INSERT INTO relation(" + tables::columns_of("relation") + ") VALUES(" +
                                  tables::placeholders_of("relation") + ")");
    REQUIRE(row);
    tables::bind_relation(*row, 1, relation);
    REQUIRE(row->run());
}

} // namespace

TEST_CASE("the browser finds and reads the orders around an order in its own copy") {
    storage::Database database = replica_like();
    for (const int id : {1, 2, 3, 4})
        add_order(database, id);
    relate(database, 1, 2, "SO-1");
    relate(database, 2, 3, "SO-2");
    const auto related = tables::related_orders(database, domain::OrderId{1});
    REQUIRE(related);
    CHECK(*related == std::vector{domain::OrderId{1}, domain::OrderId{2}, domain::OrderId{3}});
    const auto orders = tables::load_many_orders(database, *related);
    REQUIRE(orders);
    REQUIRE(orders->size() == 3);
    CHECK((*orders)[2].order.number == "SO-3");
    CHECK((*orders)[2].relations.size() == 1);
}
