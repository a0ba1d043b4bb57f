#include "shared/replica/replica.h"
#include "shared/replica/search.h"
#include "tests/shared/replica/replica_builder.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using domain::OrderId;
using replica::SearchExtent;
using replica::SearchField;
using test::cell;
using test::PageBuilder;

namespace {

storage::Database shop() {
    PageBuilder builder;
    builder
        .put("item", {{"id", cell(1)},
                      {"sku", cell("SD-700")},
                      {"name", cell("Servo drive")},
                      {"name_names", cell("zh-CN=伺服驱动器")}})
        .put("item", {{"id", cell(2)}, {"sku", cell("PUMP-9")}, {"name", cell("Côte pump")}});
    builder
        .put("sales_order", {{"id", cell(10)},
                             {"number", cell("SO-2026-004718")},
                             {"customer_reference", cell("PO 4500187712")},
                             {"ship_to", cell("苏州二厂")}})
        .put("sales_order",
             {{"id", cell(11)}, {"number", cell("SO-2026-004719")}, {"project", cell("Line ４")}})
        .put("sales_order", {{"id", cell(12)}, {"number", cell("SO-2025-000471")}});
    builder.put("order_line", {{"id", cell(100)}, {"order_id", cell(10)}, {"item_id", cell(1)}})
        .put("order_line", {{"id", cell(101)}, {"order_id", cell(11)}, {"item_id", cell(1)}})
        .put("order_line", {{"id", cell(102)}, {"order_id", cell(12)}, {"item_id", cell(2)}});
    builder
        .put("shipment",
             {{"id", cell(5)}, {"number", cell("ASN-8")}, {"tracking_number", cell("SF1420339188")}})
        .put("shipment_line", {{"id", cell(6)}, {"shipment_id", cell(5)}, {"order_id", cell(11)}})
        .put("shipment_line", {{"id", cell(7)}, {"shipment_id", cell(5)}, {"order_id", cell(10)}});
    return test::booted(builder);
}

std::vector<std::int64_t> found(storage::Database& database, std::string_view text,
                                SearchExtent extent = SearchExtent::all) {
    const auto orders = replica::search_orders(database, text, extent);
    INFO(text);
    REQUIRE(orders);
    std::vector<std::int64_t> ids;
    for (const OrderId order : orders->orders)
        ids.push_back(order.value());
    return ids;
}

} // namespace

TEST_CASE("an order is found by any fragment of what belongs to it, newest first") {
    storage::Database database = shop();
    CHECK(found(database, "4718") == std::vector<std::int64_t>{10});
    CHECK(found(database, "471") == std::vector<std::int64_t>{12, 11, 10});
    CHECK(found(database, "so-2026-00471") == std::vector<std::int64_t>{11, 10});
    CHECK(found(database, "0187") == std::vector<std::int64_t>{10});
    CHECK(found(database, "line4").empty());
    CHECK(found(database, "ＬＩＮＥ 4") == std::vector<std::int64_t>{11});
    CHECK(found(database, "二厂") == std::vector<std::int64_t>{10});
    CHECK(found(database, "sd-7") == std::vector<std::int64_t>{11, 10});
    CHECK(found(database, "驱") == std::vector<std::int64_t>{11, 10});
    CHECK(found(database, "cote") == std::vector<std::int64_t>{12});
    CHECK(found(database, "20339") == std::vector<std::int64_t>{11, 10});
    CHECK(found(database, "asn-8") == std::vector<std::int64_t>{11, 10});
    CHECK(found(database, "9").size() == 3); // 004719, PUMP-9, SF...9...
}

TEST_CASE("words may stand in different fields and all must be there") {
    storage::Database database = shop();
    CHECK(found(database, "servo 4718") == std::vector<std::int64_t>{10});
    CHECK(found(database, "servo 苏州 SF14") == std::vector<std::int64_t>{10});
    CHECK(found(database, "servo pump").empty());
    CHECK(found(database, "servo 2026", SearchExtent::newest) == std::vector<std::int64_t>{11, 10});
}

TEST_CASE("pieces that are not in a row, language tags and empty texts find nothing") {
    storage::Database database = shop();
    CHECK(found(database, "so-2026-004x").empty());
    CHECK(found(database, "2026-2026").empty());
    CHECK(found(database, "zh-CN").empty());
    CHECK(found(database, "").empty());
    CHECK(found(database, "  ").empty());
    CHECK(found(database, "\" OR number:*").empty());
}

TEST_CASE("the newest hits are the first of all hits") {
    PageBuilder builder;
    for (std::int64_t id = 1; id <= 300; ++id) {
        builder.put("sales_order", {{"id", cell(id)}, {"number", cell("SO-" + std::to_string(id))}})
            .put("item", {{"id", cell(id)}, {"name", cell(id % 2 == 0 ? "even drive" : "odd pump")}})
            .put("order_line", {{"id", cell(id)}, {"order_id", cell(id)}, {"item_id", cell(id)}});
    }
    storage::Database database = test::booted(builder);
    for (const char* text : {"so-", "s", "drive", "1", "even driv", "so- 2", "2 even so"}) {
        std::vector<std::int64_t> all = found(database, text);
        CHECK(all.size() > replica::kNewestHits);
        all.resize(replica::kNewestHits);
        CHECK(found(database, text, SearchExtent::newest) == all);
    }
}

TEST_CASE("a search knows whether its newest hits are all") {
    PageBuilder builder;
    for (std::int64_t id = 1; id <= 120; ++id) {
        const std::string rare = id <= 20 ? " rare" : "";
        builder.put("sales_order", {{"id", cell(id)}, {"number", cell("SO-" + std::to_string(id) + rare)}});
    }
    storage::Database database = test::booted(builder);
    CHECK(replica::search_orders(database, "so-", SearchExtent::newest)->extent == SearchExtent::newest);
    for (const char* text : {"rare", "so- rare", "so-11", "nothing", ""}) {
        INFO(text);
        const auto newest = replica::search_orders(database, text, SearchExtent::newest);
        REQUIRE(newest);
        CHECK(newest->extent == SearchExtent::all);
        CHECK(newest->orders == replica::search_orders(database, text, SearchExtent::all)->orders);
    }
}

TEST_CASE("words that are rarely together are found though the newest orders hold one of them only") {
    PageBuilder builder;
    for (std::int64_t id = 1; id <= 400; ++id)
        builder.put("sales_order", {{"id", cell(id)}, {"number", cell(id == 3 ? "pumps xy" : "pumps")}});
    storage::Database database = test::booted(builder);
    CHECK(found(database, "pumps xy", SearchExtent::newest) == std::vector<std::int64_t>{3});
}

TEST_CASE("a hit is explained by the field that holds the word") {
    storage::Database database = shop();
    const std::vector<OrderId> orders{OrderId(11), OrderId(10)};
    const auto matches = replica::explain_matches(database, "驱动 SF142 0047", orders);
    REQUIRE(matches);
    REQUIRE(matches->size() == 6);
    CHECK(matches->at(0).order == OrderId(11));
    CHECK(matches->at(0).field == SearchField::item_name);
    CHECK(matches->at(0).text == "伺服驱动器");
    CHECK(matches->at(1).field == SearchField::tracking_number);
    CHECK(matches->at(2).field == SearchField::order_number);
    CHECK(replica::explain_matches(database, "", orders)->empty());
}

TEST_CASE("a changed or deleted row is searched as it is now") {
    storage::Database database = shop();
    PageBuilder builder;
    builder.put("item", {{"id", cell(1)}, {"sku", cell("SD-800")}, {"name", cell("Servo drive")}})
        .put("sales_order", {{"id", cell(12)}, {"number", cell("RENAMED")}})
        .remove("shipment", 5);
    REQUIRE(replica::apply_pull_pages(database, std::vector<std::string>{builder.pull_page(0, 1, "c1")}));
    CHECK(found(database, "sd-7").empty());
    CHECK(found(database, "驱动").empty());
    CHECK(found(database, "sd-8").size() == 2);
    CHECK(found(database, "renamed") == std::vector<std::int64_t>{12});
    CHECK(found(database, "0339").empty());
}
