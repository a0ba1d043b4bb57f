#include "shared/replica/replica.h"
#include "shared/replica/search.h"
#include "tests/shared/replica/replica_builder.h"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <random>

using namespace orderdeck;
using base::ErrorCode;
using test::cell;
using test::PageBuilder;

namespace {

std::int64_t count(storage::Database& database, const std::string& table) {
    return database.query_int("SELECT count(*) FROM " + table).value_or(-1);
}

std::string integrity(storage::Database& database) {
    auto rows = database.query("PRAGMA integrity_check");
    REQUIRE(*rows->step());
    return rows->string(0);
}

} // namespace

TEST_CASE("boot pages fill the tables and the first one's cursor is where pulling begins") {
    storage::Database database = test::unbooted();
    CHECK(replica::read_sync_state(database).error().code == ErrorCode::not_found);
    PageBuilder builder;
    builder.put("account", {{"id", cell(1)}, {"name", cell("Haiti")}});
    const auto first = replica::apply_boot_page(database, builder.boot_page("account,1", "S0"));
    REQUIRE(first);
    CHECK(first->head.after == "account,1");
    CHECK(first->rows_put == 1);
    builder.put("sales_order", {{"id", cell(7)}, {"number", cell("SO-7")}});
    REQUIRE(replica::apply_boot_page(database, builder.boot_page({}, "")));
    CHECK_FALSE(replica::read_sync_state(database)->booted);
    REQUIRE(replica::finish_boot(database));
    const auto state = replica::read_sync_state(database);
    REQUIRE(state);
    CHECK(state->booted);
    CHECK(state->cursor == "S0");
    CHECK(count(database, "account") == 1);
    CHECK(count(database, "sales_order") == 1);
}

TEST_CASE("a boot page of another scope is refused, for the rights changed on the way") {
    storage::Database database = test::unbooted();
    PageBuilder builder;
    REQUIRE(replica::apply_boot_page(database, builder.boot_page("x,1", "S0")));
    builder.head.scope = "other";
    CHECK(replica::apply_boot_page(database, builder.boot_page({}, "")).error().code == ErrorCode::conflict);
}

TEST_CASE("a pull puts, overwrites and deletes, and moves the cursor in the same transaction") {
    PageBuilder builder;
    builder.put("account", {{"id", cell(1)}, {"code", cell("A")}})
        .put("account", {{"id", cell(2)}, {"code", cell("B")}});
    storage::Database database = test::booted(builder);
    builder.put("account", {{"id", cell(1)}, {"code", cell("A2")}, {"parent_id", cell(2)}})
        .remove("account", 2);
    const std::vector<std::string> pages{builder.pull_page(0, 5, "c5")};
    const auto outcome = replica::apply_pull_pages(database, pages);
    REQUIRE(outcome);
    CHECK(outcome->rows_put == 1);
    CHECK(outcome->rows_deleted == 1);
    CHECK(replica::read_sync_state(database)->cursor == "c5");
    CHECK(count(database, "account") == 1);
    CHECK(database.query_int("SELECT parent_id FROM account WHERE code = 'A2'").value_or(0) == 2);
    const auto again = replica::apply_pull_pages(database, pages);
    REQUIRE(again);
    CHECK(again->rows_deleted == 0);
    CHECK(count(database, "account") == 1);
}

TEST_CASE("a pull that fails in its second page leaves nothing of the first") {
    PageBuilder builder;
    storage::Database database = test::booted(builder);
    builder.put("account", {{"id", cell(1)}});
    const std::string good = builder.pull_page(0, 1, "c1");
    CHECK_FALSE(replica::apply_pull_pages(database, std::vector<std::string>{good, "{\"proto\":1}"}));
    builder.head.epoch = "restored";
    const auto other =
        replica::apply_pull_pages(database, std::vector<std::string>{good, builder.pull_page(1, 2, "c2")});
    REQUIRE_FALSE(other);
    CHECK(other.error().code == ErrorCode::conflict);
    CHECK(count(database, "account") == 0);
    CHECK(replica::read_sync_state(database)->cursor == "c0");
}

TEST_CASE("after random puts and deletes the search finds exactly what the tables hold") {
    std::mt19937 random(21);
    PageBuilder builder;
    storage::Database database = test::booted(builder);
    std::map<std::int64_t, std::string> orders;
    for (int pull = 1; pull <= 60; ++pull) {
        for (int n = 0; n < 6; ++n) {
            const auto id = static_cast<std::int64_t>(random() % 25 + 1);
            if (random() % 3 == 0) {
                builder.remove("sales_order", id);
                orders.erase(id);
            } else {
                const std::string number = "SO-" + std::to_string(random() % 50);
                // A later put of the same page wins, but a delete of the same page would come after it.
                builder.put("sales_order", {{"id", cell(id)}, {"number", cell(number)}});
                orders[id] = number;
            }
            const std::vector<std::string> page{builder.pull_page(pull, pull + 1, "c")};
            REQUIRE(replica::apply_pull_pages(database, page));
        }
        const std::string digit = std::to_string(random() % 50);
        std::vector<domain::OrderId> expected;
        for (auto order = orders.rbegin(); order != orders.rend(); ++order) {
            if (order->second.find(digit) != std::string::npos) expected.emplace_back(order->first);
        }
        const auto found = replica::search_orders(database, digit, replica::SearchExtent::all);
        REQUIRE(found);
        REQUIRE(found->orders == expected);
    }
    CHECK(integrity(database) == "ok");
    for (const char* index : {"order_search", "item_search", "shipment_search"}) {
        const std::string name(index);
        CHECK(database.exec("INSERT INTO " + name + "(" + name + ") VALUES('integrity-check')"));
    }
}
