#include "server/ingest/csv/import_file.h"
#include "server/ingest/files/bundle.h"
#include "tests/server/ingest/fact_story.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace orderdeck;
using namespace orderdeck::server::ingest;
using namespace orderdeck::server::ingest::csv;
using orderdeck::test::instant;
using orderdeck::test::TemporaryStore;

namespace {

constexpr std::string_view kFeed = R"json({
  "source": { "name": "shop", "kind": "sales" },
  "files": {
    "orders": { "name": "orders_*.csv", "unused": ["clerk"] },
    "customers": { "name": "customers.csv", "look_up_for": "orders", "by": { "id": "customer" } },
    "items": { "name": "items.csv", "rows_of": "orders", "by": "order", "delimiter": ";" },
    "parcels": { "name": "parcels.csv", "rows_of": "items", "by": ["order", "pos"], "optional": true }
  },
  "dates": { "formats": ["%Y-%m-%d"] },
  "account": { "code": "customers.code", "name": "customers.name" },
  "order": { "number": "orders.order", "placed": "orders.day", "currency": { "constant": "EUR" } },
  "line": { "number": "items.pos", "sku": "items.sku", "ordered": "items.qty", "amount": "items.value" },
  "milestones": [
    { "of": "order", "code": "reviewed", "actual": "orders.checked" },
    { "of": "line", "code": "delivered", "actual": "parcels.arrived", "quantity": "parcels.qty" }
  ]
})json";

constexpr std::string_view kOrders = "order,customer,day,checked,clerk\n"
                                     "A,1,2026-01-02,2026-01-03,Kim\n"
                                     "B,2,2026-01-04,,Lee\n"
                                     "C,1,2026-01-05,,Kim\n";
constexpr std::string_view kCustomers = "id,code,name\n2,bolt,Bolt\n1,acme,Acme\n";
constexpr std::string_view kItems = "order;pos;sku;qty;value\n"
                                    "B;1;nut;5;50\n"
                                    "A;1;nut;2;20\n"
                                    "A;2;\"a;b\";3;30.50\n";
constexpr std::string_view kParcels = "order,pos,arrived,qty\nA,1,2026-01-10,1\nA,1,2026-01-11,1\n";

const Mapping& feed() {
    static const Mapping mapping = mapping::parse_mapping("feed", kFeed).value();
    return mapping;
}

using Files = std::vector<BundledFile>;

Files whole_feed() {
    return {{.name = "orders_jan.csv", .bytes = kOrders},
            {.name = "customers.csv", .bytes = kCustomers},
            {.name = "items.csv", .bytes = kItems},
            {.name = "parcels.csv", .bytes = kParcels}};
}

/// The whole feed with one file replaced.
Files feed_with(std::string_view name, std::string_view bytes) {
    Files files = whole_feed();
    for (BundledFile& file : files) {
        if (file.name == name) file.bytes = bytes;
    }
    return files;
}

base::Result<ImportReport> import(TemporaryStore& store, const Files& files, int day = 1) {
    const std::string bytes = bundle(files).value();
    return import_file(*store, feed(), {.name = "feed.tar", .bytes = bytes}, instant(day));
}

ImportReport imported(TemporaryStore& store, const Files& files, int day = 1) {
    auto report = import(store, files, day);
    if (!report) FAIL(base::describe(report.error()));
    return std::move(*report);
}

/// "line column code message" of each finding.
std::string findings(const ImportReport& report) {
    std::string text;
    for (const Finding& finding : report.findings)
        text += std::to_string(finding.file_line) + " " + finding.column + " " + finding.code + " " +
                finding.message + "\n";
    return text;
}

} // namespace

TEST_CASE("Several files become the orders of one feed, whatever the order of their rows") {
    TemporaryStore store;
    const ImportReport report = imported(store, whole_feed());
    CHECK(findings(report) == "");
    CHECK(report.rows == 8);
    CHECK(report.rows_imported == 8);
    CHECK(report.orders == 3);
    CHECK(
        store.dump("SELECT a.code, o.number, o.placed_on - 20453 FROM sales_order o JOIN account a ON a.id = "
                   "o.account_id ORDER BY 2") == "acme|A|2|\nbolt|B|4|\nacme|C|5|\n");
    CHECK(store.dump(
              "SELECT o.number, l.number, i.sku, ordered_micro, amount_minor FROM order_line l JOIN item i "
              "ON i.id = l.item_id JOIN sales_order o ON o.id = l.order_id ORDER BY 1, 2") ==
          "A|1|nut|2000000|2000|\nA|2|a;b|3000000|3050|\nB|1|nut|5000000|5000|\n");
    CHECK(store.dump("SELECT code, actual_on - 20453, quantity_micro FROM milestone ORDER BY 1, 2") ==
          "1|3|-|\n18|10|1000000|\n18|11|1000000|\n");
}

TEST_CASE("The files of a feed stay in the inbox byte for byte, and the same feed again changes nothing") {
    TemporaryStore store;
    imported(store, whole_feed());
    auto reader = store->read();
    REQUIRE(reader.has_value());
    const auto body = server::persistence::sqlite::InboxStore(**reader).body(1);
    REQUIRE(body.has_value());
    const auto files = unbundle(*body);
    REQUIRE(files.has_value());
    REQUIRE(files->size() == 4);
    CHECK((*files)[2].name == "items.csv");
    CHECK((*files)[2].bytes == kItems);
    CHECK(imported(store, whole_feed(), 2).was_applied_before);
}

TEST_CASE("A row whose key nobody has is rejected with file, line, column and a way out") {
    TemporaryStore store;
    const ImportReport report = imported(
        store, feed_with("items.csv", "order;pos;sku;qty;value\nA;1;nut;2;20\nX;1;nut;1;10\n;2;nut;1;10\n"));
    CHECK(report.rows_rejected == 2);
    CHECK(report.rows == report.rows_imported + report.rows_rejected);
    CHECK(findings(report) ==
          "4  no_key items.csv: the row has no value in the columns by which \"items\" belongs "
          "to other rows: fill them in\n"
          "3 order unmatched_key items.csv: no row of orders_jan.csv has order \"X\": export "
          "both files together\n");
    CHECK(report.findings.back().severity == server::persistence::sqlite::Severity::error);
}

TEST_CASE("A row that a look-up does not know is imported as far as it goes") {
    TemporaryStore store;
    const ImportReport report = imported(store, feed_with("customers.csv", "id,code,name\n1,acme,Acme\n"));
    CHECK(findings(report).starts_with(
        "3 customer unmatched_key orders_jan.csv: no row of customers.csv has id "
        "\"2\"; what it would say is missing: export both files together\n"));
    // Without its customer the order has no account: it waits for repair with its item.
    CHECK(report.rows_rejected == 2);
    CHECK(store.dump("SELECT number FROM sales_order ORDER BY 1") == "A|\nC|\n");
}

TEST_CASE("A key that a look-up or the main file has twice is reported and the first counts") {
    TemporaryStore store;
    const ImportReport report = imported(
        store, feed_with("customers.csv", "id,code,name\n1,acme,Acme\n2,bolt,Bolt\n1,other,Other\n"));
    CHECK(findings(report) ==
          "4 id doubled_key customers.csv: line 2 has the same key; the first of them counts: "
          "remove the other one\n");
    CHECK(store.dump("SELECT code FROM account ORDER BY 1") == "acme|\nbolt|\n");
    TemporaryStore second;
    const ImportReport doubled =
        imported(second, feed_with("orders_jan.csv",
                                   "order,customer,day,checked,clerk\nA,1,2026-01-02,,\nA,1,2026-01-02,,\n"
                                   "B,2,2026-01-04,,\n"));
    CHECK(findings(doubled).starts_with(
        "3 order doubled_key orders_jan.csv: another row above has the same key "
        "order \"A\", and the rows of \"items\" count there"));
    CHECK(second.number("SELECT count(*) FROM order_line") == 3);
}

TEST_CASE("A feed without one of its files is refused by name, without an optional one it is read") {
    TemporaryStore store;
    Files files = whole_feed();
    files.pop_back();
    CHECK(imported(store, files).orders == 3);
    files.pop_back();
    const auto refused = import(store, files);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message.find("missing: items.csv") != std::string::npos);
    files = whole_feed();
    files.push_back({.name = "notes.csv", .bytes = "x\n"});
    CHECK(import(store, files).error().where == "notes.csv");
    files.back().name = "orders_feb.csv";
    CHECK(import(store, files).error().message.find("both orders_jan.csv and this file") !=
          std::string::npos);
}

TEST_CASE("From a folder the files of the feed are taken, named files must all belong to it") {
    const CsvAdapter adapter(feed());
    std::vector<OfferedFile> offered;
    for (const std::string_view name : {"readme.txt", "items.csv", "customers.csv.gz", "orders_1.csv"})
        offered.push_back({.name = std::string(name), .is_from_folder = true});
    const auto groups = adapter.group(offered);
    REQUIRE(groups.has_value());
    CHECK(*groups == std::vector<FileGroup>{{3, 2, 1}});
    for (OfferedFile& file : offered)
        file.is_from_folder = false;
    CHECK(adapter.group(offered).error().where == "readme.txt");
}

TEST_CASE("Columns of rows beside each other cannot be read together") {
    std::string text(kFeed);
    text.replace(text.find("\"rows_of\": \"items\""), 18, "\"rows_of\": \"orders\"");
    text.replace(text.find("[\"order\", \"pos\"]"), 16, "\"order\"");
    const auto refused = mapping::parse_mapping("feed", text);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().where == "/milestones/1");
    CHECK(refused.error().message.find("stands in other rows than") != std::string::npos);
}
