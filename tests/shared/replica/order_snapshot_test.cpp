#include "shared/replica/order_snapshot.h"
#include "tests/shared/replica/replica_builder.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using base::ErrorCode;
using domain::OrderId;
using test::cell;
using test::PageBuilder;

TEST_CASE("one order comes with everything that hangs on it and nothing of its neighbours") {
    PageBuilder builder;
    builder
        .put("account", {{"id", cell(1)},
                         {"code", cell("HT")},
                         {"name", cell("Haiti")},
                         {"name_names", cell("fr=Haïti")}})
        .put("source", {{"id", cell(1)},
                        {"name", cell("WMS")},
                        {"kind", cell("warehouse")},
                        {"last_received_at", cell(5)}})
        .put("item", {{"id", cell(1)}, {"name", cell("Pump")}})
        .put("item", {{"id", cell(2)}, {"name", cell("Valve")}});
    for (const std::int64_t order : {7, 8}) {
        builder
            .put("sales_order", {{"id", cell(order)},
                                 {"account_id", cell(1)},
                                 {"number", cell("SO")},
                                 {"currency", cell("USD")}})
            .put("order_summary", {{"id", cell(order)},
                                   {"lines", cell(2)},
                                   {"promise_moves", cell(order)},
                                   {"lines_at", cell("2,0,0,0,0,0,0,0,0,0,0,0,0,0")}})
            .put("order_line", {{"id", cell(order * 10)},
                                {"order_id", cell(order)},
                                {"number", cell("10")},
                                {"item_id", cell(order - 6)}})
            .put("order_line", {{"id", cell(order * 10 + 1)},
                                {"order_id", cell(order)},
                                {"number", cell("2")},
                                {"item_id", cell(order - 6)}})
            .put("shipment_line", {{"id", cell(order)},
                                   {"shipment_id", cell(5)},
                                   {"order_id", cell(order)},
                                   {"line_id", cell(order * 10)}})
            .put("milestone", {{"id", cell(order)},
                               {"order_id", cell(order)},
                               {"line_id", cell(order * 10)},
                               {"code", cell(2)}})
            .put("promise", {{"id", cell(order)},
                             {"order_id", cell(order)},
                             {"line_id", cell(order * 10)},
                             {"promised_on", cell(9)}})
            .put(
                "hold",
                {{"id", cell(order)}, {"order_id", cell(order)}, {"reason", cell(3)}, {"since_on", cell(4)}});
    }
    builder.put("shipment", {{"id", cell(5)}, {"number", cell("ASN")}})
        .put("milestone",
             {{"id", cell(50)}, {"shipment_id", cell(5)}, {"code", cell(13)}, {"actual_on", cell(3)}});
    storage::Database database = test::booted(builder);

    const auto snapshot = replica::read_order(database, OrderId(7));
    REQUIRE(snapshot);
    const domain::OrderRecords& records = snapshot->records;
    CHECK(records.order.id == OrderId(7));
    REQUIRE(records.lines.size() == 2);
    CHECK(records.lines.front().number == "2"); // as people count
    CHECK(records.shipments.size() == 1);
    CHECK(records.shipment_lines.size() == 1);
    CHECK(records.milestones.size() == 2);
    CHECK(records.promises.size() == 1);
    REQUIRE(records.holds.size() == 1);
    CHECK(records.holds.front().reason == domain::HoldReason::customer_request);
    CHECK(snapshot->summary.promise_moves == 7);
    REQUIRE(snapshot->items.size() == 1);
    CHECK(snapshot->items.front().name.text == "Pump");
    CHECK(snapshot->sources.size() == 1);
    REQUIRE(snapshot->account);
    CHECK(snapshot->account->name.in("fr") == "Haïti");
    CHECK(replica::read_order(database, OrderId(9)).error().code == ErrorCode::not_found);
    CHECK(replica::read_accounts(database)->size() == 1);
    CHECK(replica::read_sources(database)->front().kind == "warehouse");
}
