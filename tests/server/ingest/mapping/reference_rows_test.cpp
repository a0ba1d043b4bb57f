#include "server/ingest/csv/import_file.h"
#include "tests/server/ingest/fact_story.h"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>

using namespace orderdeck;
using namespace orderdeck::server::ingest;
using orderdeck::test::instant;
using orderdeck::test::TemporaryStore;

namespace {

constexpr std::string_view kOrders = R"json({
  "source": { "name": "erp", "kind": "sales" },
  "dates": { "formats": ["%Y-%m-%d"] },
  "account": { "code": "who", "name": "name", "name:zh-CN": "公司" },
  "order": { "number": "order", "currency": { "constant": "EUR" } },
  "line": { "number": "line", "sku": "sku", "item": "item", "item:zh-CN": "品名", "ordered": "qty" }
})json";

constexpr std::string_view kDespatches = R"json({
  "source": { "name": "wms", "kind": "warehouse" },
  "dates": { "formats": ["%Y-%m-%d"] },
  "account": { "code": "who" },
  "order": { "number": "order" },
  "line": { "number": "line" },
  "shipment": { "number": "delivery", "quantity": "qty" },
  "milestones": [{ "of": "shipment", "code": "shipped", "actual": "day", "text": "remark", "note": ["store"] }]
})json";

base::Result<ImportReport> import(TemporaryStore& store, std::string_view mapping, std::string_view rows) {
    const auto parsed = mapping::parse_mapping("reference", mapping);
    REQUIRE(parsed);
    return csv::import_file(*store, *parsed, {.name = "rows.csv", .bytes = rows}, instant(1));
}

constexpr std::string_view kOrderRows = "who,name,公司,order,line,sku,item,品名,qty\n"
                                        "A,Acme,顶峰,SO-1,10,P,Pump,泵,5\n";
constexpr std::string_view kDespatchRows = "who,order,line,delivery,qty,day,remark,store\n"
                                           "A,SO-1,10,DN-1,3,2026-01-02,first part,North\n"
                                           "A,SO-1,10,DN-2,2,2026-01-05,,\n"
                                           "A,SO-2,10,DN-2,1,2026-01-05,,\n";

} // namespace

TEST_CASE("a source may name customers and articles in two languages") {
    TemporaryStore store;
    REQUIRE(import(store, kOrders, kOrderRows));
    CHECK(store.dump("SELECT name, name_names FROM account") == "Acme|zh-CN=顶峰|\n");
    CHECK(store.dump("SELECT name, name_names FROM item") == "Pump|zh-CN=泵|\n");
}

TEST_CASE("rows that only refer to an account, an order and a line change nothing about these") {
    TemporaryStore store;
    REQUIRE(import(store, kOrders, kOrderRows));
    const auto report = import(store, kDespatches, kDespatchRows);
    REQUIRE(report);
    // One line in two shipments is no repetition.
    CHECK(report->findings.empty());
    CHECK(store.dump("SELECT name, name_names FROM account") == "Acme|zh-CN=顶峰|\n");
    CHECK(store.dump("SELECT number FROM order_line") == "10|\n");
    CHECK(store.number("SELECT count(*) FROM record WHERE kind IN ('order', 'line')") == 2);
    CHECK(store.number("SELECT count(*) FROM shipment_line") == 2);
    CHECK(store.dump("SELECT note FROM milestone WHERE note <> ''") == "first part; store: North|\n");
}

TEST_CASE("an account that nobody has named yet is told, and the file waits") {
    TemporaryStore store;
    const auto report = import(store, kDespatches, kDespatchRows);
    REQUIRE(report);
    CHECK(report->applied.waits_for == std::set<std::string>{"account:A"});
    CHECK(store.number("SELECT count(*) FROM account") == 0);
    REQUIRE(import(store, kOrders, kOrderRows));
    REQUIRE(import(store, kDespatches, kDespatchRows));
    CHECK(store.number("SELECT count(*) FROM shipment_line") == 2);
}
