#include "shared/replica/own_copy.h"

#include "shared/api/sync_schema.h"
#include "tests/shared/replica/replica_builder.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::replica {
namespace {

using test::cell;

storage::Database copy_of(test::PageBuilder& rows) {
    storage::Database replica = test::booted(rows);
    auto copy = storage::Database::open_in_memory();
    REQUIRE(copy);
    const OwnCopyHead head{.account = "Acme",
                           .person = "Buyer",
                           .made_at = base::Timestamp::parse("2026-11-22T02:00:00Z").value(),
                           .as_of = base::Timestamp::parse("2026-11-22T01:59:00Z").value()};
    const auto written = write_own_copy(replica, head, *copy);
    REQUIRE(written);
    return std::move(*copy);
}

std::string value(storage::Database& database, std::string_view sql) {
    auto row = database.query(sql);
    REQUIRE(row);
    REQUIRE(row->step().value_or(false));
    return row->is_null(0) ? "NULL" : row->string(0);
}

test::PageBuilder one_order() {
    test::PageBuilder rows;
    rows.put("item", {{"id", cell(5)}, {"sku", cell("SD-700")}, {"name", cell("Servo drive")}});
    rows.put("sales_order", {{"id", cell(17)},
                             {"account_id", cell(1)},
                             {"number", cell("SO-17")},
                             {"placed_on", cell(20500)},
                             {"currency", cell("JPY")},
                             {"flow", cell(1)}});
    rows.put("order_summary", {{"id", cell(17)},
                               {"headline_stage", cell(4)},
                               {"lines_at", cell("0,0,0,0,1,0,0,0,0,0,0,0,0,0")},
                               {"late_at", cell(1763776800000)},
                               {"total_minor", cell(1250)},
                               {"lead_item_id", cell(5)}});
    rows.put("order_line", {{"id", cell(3)},
                            {"order_id", cell(17)},
                            {"number", cell("1")},
                            {"item_id", cell(5)},
                            {"ordered_micro", cell(2500000)},
                            {"amount_minor", cell(1250)}});
    return rows;
}

} // namespace

TEST_CASE("one's own copy tells dates, amounts, quantities and states as people write them") {
    test::PageBuilder rows = one_order();
    storage::Database copy = copy_of(rows);
    CHECK(value(copy, "SELECT placed_on FROM sales_order") == "2026-02-16");
    CHECK(value(copy, "SELECT flow FROM sales_order") == "make_to_order");
    CHECK(value(copy, "SELECT placed_at FROM sales_order") == "NULL");
    CHECK(value(copy, "SELECT headline_stage FROM order_summary") == "in_production");
    CHECK(value(copy, "SELECT late_at FROM order_summary") == "2025-11-22T02:00:00Z");
    CHECK(value(copy, "SELECT lines_at FROM order_summary") == "0,0,0,0,1,0,0,0,0,0,0,0,0,0");
    CHECK(value(copy, "SELECT total FROM order_summary") == "1250");
    CHECK(value(copy, "SELECT ordered FROM order_line") == "2.5");
    CHECK(value(copy, "SELECT amount FROM order_line") == "1250");
    CHECK(value(copy, "SELECT number || ' ' || lead_item || ' ' || stage FROM orders") ==
          "SO-17 Servo drive in_production");
    CHECK(value(copy, "SELECT value FROM about WHERE name = 'account'") == "Acme");
    CHECK(value(copy, "SELECT value FROM about WHERE name = 'as_of'") == "2026-11-22T01:59:00Z");
}

TEST_CASE("one's own copy has every row of every synced table and nothing else of the replica") {
    test::PageBuilder rows = one_order();
    for (std::int64_t id = 100; id < 400; ++id) {
        rows.put("sales_order", {{"id", cell(id)}, {"account_id", cell(1)}, {"currency", cell("CNY")}});
        rows.put("order_summary", {{"id", cell(id)}, {"lines_at", cell("0,0,0,0,0,0,0,0,0,0,0,0,0,0")}});
    }
    storage::Database copy = copy_of(rows);
    CHECK(copy.query_int("SELECT count(*) FROM sales_order").value() == 301);
    CHECK(copy.query_int("SELECT count(*) FROM orders").value() == 301);
    CHECK(copy.query_int("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").value() ==
          std::ssize(api::kSyncTables) + 1);
    CHECK(value(copy, "PRAGMA integrity_check") == "ok");
}

} // namespace orderdeck::replica
