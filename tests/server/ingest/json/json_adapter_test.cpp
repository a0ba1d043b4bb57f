#include "server/ingest/files/import_file.h"
#include "server/ingest/json/json_adapter.h"
#include "tests/server/ingest/fact_story.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using namespace orderdeck::server::ingest;
using orderdeck::test::instant;
using orderdeck::test::TemporaryStore;

namespace {

constexpr std::string_view kMapping = R"json({
  "format": "json",
  "source": { "name": "hub", "kind": "sales" },
  "dates": { "formats": ["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%d"] },
  "columns": { "/data/orders/*/flow": { "words": { "MTO": "make_to_order" } } },
  "empty": ["n/a"],
  "account": { "code": "/data/orders/*/customer/code", "name": "/data/orders/*/customer/name" },
  "order": {
    "number": "/data/orders/*/no", "placed": "/data/orders/*/created", "flow": "/data/orders/*/flow",
    "currency": "/data/currency"
  },
  "line": {
    "number": "/data/orders/*/items/*/pos", "sku": "/data/orders/*/items/*/article/0/sku",
    "ordered": "/data/orders/*/items/*/qty", "amount": "/data/orders/*/items/*/value"
  },
  "milestones": [
    { "of": "order", "code": "reviewed", "actual": "/data/orders/*/events/*/day",
      "when": { "/data/orders/*/events/*/type": "approved" } },
    { "of": "line", "code": "delivered", "actual": "/data/orders/*/items/*/scans/*/day",
      "quantity": "/data/orders/*/items/*/scans/*/qty" }
  ]
})json";

constexpr std::string_view kDocument = R"json({ "data": { "currency": "EUR", "orders": [
  { "no": 4711, "created": "2026-01-02T23:30:00+01:00", "flow": "MTO",
    "customer": { "code": "acme", "name": "Acme" },
    "events": [ { "type": "seen", "day": "2026-01-02" }, { "type": "approved", "day": "2026-01-03" } ],
    "items": [
      { "pos": 1, "article": [ { "sku": "nut" } ], "qty": 2.5, "value": "10.00",
        "scans": [ { "day": "2026-01-10", "qty": 1 }, { "day": "2026-01-11", "qty": 1.5 } ] },
      { "pos": 2, "article": [], "qty": "n/a", "value": 3 } ] },
  { "no": "4712", "created": "2026-01-04", "customer": { "code": "acme", "name": "Acme" }, "items": null } ] } })json";

json::JsonAdapter adapter(std::string_view text = kMapping) {
    auto mapping = mapping::parse_mapping("hub", text);
    if (!mapping) FAIL(base::describe(mapping.error()));
    return json::JsonAdapter(std::move(*mapping));
}

base::Result<ImportReport> import(TemporaryStore& store, std::string_view document, int day = 1) {
    return import_file(*store, adapter(), {.name = "orders.json", .bytes = document}, instant(day));
}

std::string changed(std::string_view piece, std::string_view by) {
    std::string text(kDocument);
    return text.replace(text.find(piece), piece.size(), by);
}

std::string findings(const base::Result<ImportReport>& report) {
    if (!report) return base::describe(report.error());
    std::string text;
    for (const Finding& finding : report->findings)
        text += finding.column + " " + finding.code + "\n";
    return text;
}

} // namespace

TEST_CASE("Nested arrays of a document become orders with their lines") {
    TemporaryStore store;
    const auto report = import(store, kDocument);
    CHECK(findings(report) == "/data/orders/0/items/1/qty not_captured\n");
    REQUIRE(report.has_value());
    CHECK(report->orders == 2);
    CHECK(report->rows == 8);
    CHECK(report->rows_imported == 8);
    CHECK(store.dump("SELECT number, placed_on - 20453, currency, flow FROM sales_order ORDER BY 1") ==
          "4711|2|EUR|1|\n4712|4|EUR|0|\n");
    CHECK(store.dump(
              "SELECT l.number, i.sku, ordered_micro, amount_minor FROM order_line l LEFT JOIN item i ON "
              "i.id = l.item_id ORDER BY 1") == "1|nut|2500000|1000|\n2||0|300|\n");
    CHECK(store.dump("SELECT code, actual_on - 20453, quantity_micro FROM milestone ORDER BY 1, 2") ==
          "1|3|-|\n18|10|1000000|\n18|11|1500000|\n");
    CHECK(store.dump("SELECT placed_at FROM sales_order WHERE number = '4711'") ==
          std::to_string(base::Timestamp::parse("2026-01-02T22:30:00Z")->milliseconds()) + "|\n");
}

TEST_CASE("What is wrong in a document is told with the pointer of its place") {
    TemporaryStore store;
    CHECK(findings(import(store, changed("\"2026-01-11\"", "\"soon\""))) ==
          "/data/orders/0/items/0/scans/1/day bad_date\n/data/orders/0/items/1/qty not_captured\n");
    const auto rejected = import(store, changed("\"no\": 4711", "\"no\": null"));
    CHECK(findings(rejected) == "/data/orders/0/no no_key\n");
    CHECK(rejected->rows_rejected == 7);
    CHECK(rejected->rows == rejected->rows_imported + rejected->rows_rejected);
    CHECK(findings(import(store, changed("\"flow\": \"MTO\"", "\"flow\": {}")))
              .starts_with("/data/orders/0/flow not_plain\n"));
}

TEST_CASE("An object where an array is expected is an array of one") {
    TemporaryStore store;
    const auto report = import(store, R"({ "data": { "currency": "EUR", "orders":
        { "no": "1", "customer": { "code": "a", "name": "A" }, "items": { "pos": 1, "qty": 1 } } } })");
    REQUIRE(report.has_value());
    CHECK(store.number("SELECT count(*) FROM order_line") == 1);
}

TEST_CASE("A document without records, or that is none, is answered with its reason") {
    TemporaryStore store;
    CHECK(findings(import(store, R"({ "orders": [] })")) == " no_rows\n");
    const auto broken = import(store, R"({ "data": )");
    REQUIRE_FALSE(broken.has_value());
    CHECK(broken.error().where.starts_with("orders.json at "));
    CHECK(import(store, "").has_value() == false);
    const auto misfits =
        adapter().misfits({.name = "orders.json", .bytes = "{\n\"data\":\n?"}, broken.error());
    REQUIRE(misfits.size() == 1);
    CHECK(misfits[0].code == "bad_document");
    CHECK(misfits[0].file_line == 3);
}

TEST_CASE("A path that is none is refused with its place in the mapping") {
    const auto error_of = [](std::string_view piece, std::string_view by) {
        std::string text(kMapping);
        text.replace(text.find(piece), piece.size(), by);
        return mapping::parse_mapping("hub", text).error();
    };
    CHECK(error_of("\"/data/currency\"", "\"data/currency\"").where == "/order/currency");
    CHECK(error_of("/items/*/qty", "/items/*x/qty").where == "/line/ordered");
    CHECK(error_of("\"/data/orders/*/items/*/qty\"", "\"/data/orders/*/events/*/qty\"")
              .message.find("stands in other rows than") != std::string::npos);
}
