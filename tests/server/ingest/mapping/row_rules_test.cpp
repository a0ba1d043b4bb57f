#include "server/ingest/csv/import_file.h"
#include "server/ingest/fact_content.h"
#include "server/ingest/mapping/encoding.h"
#include "server/ingest/mapping/rows/cell_test.h"
#include "server/ingest/mapping/rows/plain_number.h"
#include "server/ingest/mapping/rows/unit_codes.h"
#include "tests/server/ingest/fact_story.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace orderdeck;
using namespace orderdeck::server::ingest;
using namespace orderdeck::server::ingest::mapping;
using orderdeck::test::instant;
using orderdeck::test::TemporaryStore;

namespace {

constexpr std::string_view kRules = R"json({
  "source": { "name": "shop", "kind": "sales" },
  "dates": { "formats": ["%Y-%m-%d"] },
  "numbers": { "decimal_point": ",", "grouping": " " },
  "ignore": { "kind": ["total", "subtotal"] },
  "checks": [
    { "when": { "qty": { "above": 100 }, "kind": { "not_is": "bulk" } }, "code": "large", "message": "is it right?" }
  ],
  "account": { "code": { "constant": "acme" }, "name": { "constant": "Acme" } },
  "order": { "number": "order", "currency": { "constant": "EUR" } },
  "line": {
    "number": { "ordinal": "order" },
    "when": { "kind": { "not_starts_with": "note" } },
    "sku": { "column": "code", "when": { "code": { "like": "##*" } } },
    "item": { "template": "{code} ({kind})" },
    "ordered": { "column": "qty", "sign": "absolute" },
    "unit": { "column": "unit", "words": { "Sack": "BG" } },
    "commercial": { "first_of": [
      { "constant": "cancelled", "when": [{ "qty": { "below": 0 } }, { "order": { "starts_with": "C" } }] },
      { "constant": "confirmed" }
    ] }
  },
  "shipment": { "number": "delivery", "when": { "delivery": { "empty": false } } },
  "milestones": [{ "of": "order", "code": "reviewed", "actual": "day" }],
  "holds": [{ "since": "day", "reason": { "constant": "credit" }, "when": { "kind": "note hold" } }],
  "parcels": [{ "number": "parcel" }],
  "invoices": [{ "number": "bill", "total": "gross", "issued_on": "day", "quantity": { "column": "qty", "sign": "absolute" } }],
  "payments": [{ "amount": "paid", "on": "day", "invoice": "bill", "method": { "constant": "T/T" } }],
  "instalments": [{ "number": { "constant": "1" }, "share_percent": "deposit", "trigger": { "constant": "confirmed" } }],
  "relations": [{ "of": "line", "kind": { "constant": "return_of" }, "other_order": "of" }],
  "documents": [{ "of": "shipment", "kind": { "constant": "packing_list" }, "number": "paper", "required": { "constant": "yes" } }]
})json";

constexpr std::string_view kHeader =
    "order,kind,code,qty,unit,day,delivery,parcel,bill,gross,paid,deposit,of,paper\n";

/// The facts of some rows as "kind content" lines.
struct Outcome {
    std::string facts;
    ImportReport report;
};

Outcome read(const std::string& rows) {
    const csv::CsvAdapter adapter(parse_mapping("rules", kRules).value());
    const std::string text = std::string(kHeader) + rows;
    Outcome outcome;
    auto report = adapter.read({.name = "rules.csv", .bytes = text}, instant(1),
                               [&outcome](const Batch& batch, RowsRead) -> base::Result<void> {
                                   for (const Fact& fact : batch.facts)
                                       outcome.facts += std::string(kind_of(fact.body)) + " " +
                                                        to_string(subject_of(fact.body)) + " " +
                                                        encode_content(fact.body) + "\n";
                                   return {};
                               });
    if (!report) FAIL(base::describe(report.error()));
    outcome.report = std::move(*report);
    return outcome;
}

bool has(const Outcome& outcome, std::string_view text) {
    return outcome.facts.find(text) != std::string::npos;
}

} // namespace

TEST_CASE("Conditions decide what a row is and what is read from it") {
    const Outcome outcome = read("A,item,12x,5,Stk.,,,,,,,,,\n"
                                 "A,item,POST,1,Sack,,,,,,,,,\n"
                                 "A,item,12x,-2,kg,,,,,,,,,\n"
                                 "C9,item,12x,1,,,,,,,,,,\n"
                                 "A,total,,8,,,,,,,,,,\n"
                                 "A,note only,,,,,,,,,,,,\n"
                                 "A,item,12x,\"1 200,5\",kg,,,,,,,,,\n");
    INFO(outcome.facts);
    CHECK(outcome.report.rows == 7);
    CHECK(outcome.report.rows_ignored == 1);
    CHECK(outcome.report.rows_imported == 6);
    CHECK(has(outcome, R"("sku":"12x")"));
    CHECK_FALSE(has(outcome, R"("sku":"POST")"));
    CHECK(has(outcome, "POST (item)"));
    CHECK(has(outcome, R"("commercial":"cancelled","ordered":"2","unit":"KGM")"));
    CHECK(has(outcome, R"("unit":"H87")"));
    CHECK(has(outcome, R"("unit":"BG")"));
    CHECK(has(outcome, R"("ordered":"1200.5")"));
    std::string codes;
    for (const Finding& finding : outcome.report.findings)
        codes += std::to_string(finding.file_line) + finding.code + " ";
    CHECK(codes == "6ignored_row 8large ");
}

TEST_CASE("Holds, parcels, bills, payments, terms, relations and papers are stated by roles") {
    const Outcome outcome = read("A,item,12x,5,,2026-01-02,D1,P1,B1,\"119,00\",\"50,25\",30,Z,L7\n"
                                 "A,note hold,,,,2026-01-03,,,,,,,,\n");
    INFO(outcome.facts);
    CHECK(outcome.report.rows_rejected == 0);
    for (const std::string_view fact :
         {"hold order:A", "parcel shipment:D1", "invoice invoice:B1", "invoice_line order:A",
          "payment invoice:B1", "instalment order:A", "relation order:A", "document shipment:D1"}) {
        INFO(fact);
        CHECK(has(outcome, fact));
    }
    CHECK(has(outcome, "11900"));
    CHECK(has(outcome, "5025"));
    CHECK(has(outcome, "300"));
    // A second bill on another day is another fact, the same again is none.
    CHECK(
        read("A,item,12x,5,,2026-01-02,,,,,,,,\nA,item,12x,5,,2026-01-02,,,,,,,,\n").facts.find("payment") ==
        std::string::npos);
}

TEST_CASE("Operations of several work orders are told apart, and a later file says how far they are") {
    const auto mapping = parse_mapping("work", R"({"source":{"name":"mes","kind":"production"},
        "dates":{"formats":["%Y-%m-%d"]},"account":{"code":{"constant":"acme"},"name":{"constant":"Acme"}},
        "order":{"number":"order"},"line":{"number":"pos"},
        "operations":[{"work_order":"wo","number":"op","name":"name","planned_minutes":"min","quantity":"lot",
                       "good":"good","started_on":"begun","finished_on":"done"}]})");
    if (!mapping) FAIL(base::describe(mapping.error()));
    const csv::CsvAdapter adapter(*mapping);
    TemporaryStore store;
    test::FactStory().order("A").line("A", "1", 10).tell(store);
    const auto tell = [&](const std::string& rows, int at) {
        const std::string text = "order,pos,wo,op,name,min,lot,good,begun,done\n" + rows;
        test::FactStory story(instant(at));
        const auto read = adapter.read({.name = "w.csv", .bytes = text}, instant(at),
                                       [&story](const Batch& batch, RowsRead) -> base::Result<void> {
                                           story.batch = batch;
                                           return {};
                                       });
        if (!read) FAIL(base::describe(read.error()));
        CHECK(read->findings.empty());
        story.tell(store);
    };
    tell("A,1,W1,10,Sawing,20,4,4,2026-01-03,2026-01-04\nA,1,W1,20,Welding,40,4,,,\n"
         "A,1,W2,10,Sawing,20,6,3,2026-01-05,\nA,1,W2,20,Welding,40,6,,,\n",
         1);
    CHECK(store.dump("SELECT work_order, number, name, good_micro FROM operation ORDER BY 1, 2") ==
          "W1|10|Sawing|4000000|\nW1|20|Welding|0|\nW2|10|Sawing|3000000|\nW2|20|Welding|0|\n");
    // A third of the work on seven of ten pieces.
    CHECK(store.number("SELECT production_permille FROM order_summary") == 233);
    tell("A,1,W1,20,Welding,40,4,4,2026-01-06,2026-01-07\n", 2);
    CHECK(store.number("SELECT count(*) FROM operation") == 4);
    CHECK(store.number("SELECT production_permille FROM order_summary") == 500);
}

TEST_CASE("A feed of bills alone needs no order") {
    const auto mapping = parse_mapping("bills", R"({"source":{"name":"f","kind":"finance"},
        "dates":{"formats":["%Y-%m-%d"]},"account":{"code":"c","name":"c"},
        "invoices":[{"number":"n","total":"t","currency":{"constant":"EUR"}}],
        "payments":[{"amount":"p","on":"d","invoice":"n","currency":{"constant":"EUR"}}]})");
    if (!mapping) FAIL(base::describe(mapping.error()));
    std::size_t payments = 0;
    const auto report = csv::CsvAdapter(*mapping).read(
        {.name = "b.csv", .bytes = "c,n,t,p,d\nacme,B1,10,4,2026-01-02\nacme,B1,10,6,2026-01-03\n"},
        instant(1), [&payments](const Batch& batch, RowsRead) -> base::Result<void> {
            std::set<std::string> keys;
            for (const Fact& fact : batch.facts) {
                if (std::holds_alternative<PaymentFact>(fact.body)) keys.insert(fact.origin.key);
            }
            payments += keys.size();
            return {};
        });
    REQUIRE(report.has_value());
    CHECK(report->rows_imported == 2);
    CHECK(payments == 2);
    const auto refused = parse_mapping("bills", R"({"source":{"name":"f","kind":"finance"},
        "account":{"code":"c","name":"c"},"payments":[{"amount":"p","on":"d"}]})");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message == "this mapping has no order");
}

TEST_CASE("Patterns know digits, any character and anything") {
    CHECK(is_like("85123A", "#####*"));
    CHECK(is_like("85123", "#####*"));
    CHECK_FALSE(is_like("8512A", "#####*"));
    CHECK_FALSE(is_like("", "#"));
    CHECK(is_like("", "*"));
    CHECK(is_like("abcabc", "*a?c"));
    CHECK_FALSE(is_like("abcabd", "*a?c"));
    CHECK(fits_stars("orders_#1.csv", "orders_#*.csv"));
    CHECK_FALSE(fits_stars("orders_1.csv", "orders_#.csv"));
}

TEST_CASE("Numbers are read with the signs and blanks that people write") {
    CHECK(plain_number("1 234,50", ',', ' ') == "1234.50");
    CHECK(plain_number("1\u00A0234,50", ',', ' ') == "1234.50");
    CHECK(plain_number("12.50-", '.', '\0') == "-12.50");
    CHECK(plain_number("(12.50)", '.', '\0') == "-12.50");
    CHECK(plain_number("\u22123", '.', '\0') == "-3");
    CHECK(plain_number("-", '.', '\0') == "-");
    CHECK(negated("-3") == "3");
    CHECK(negated("3") == "-3");
}

TEST_CASE("Files of other scripts are read, and what is no character is marked") {
    CHECK(to_utf8("\xB6\xA9\xB5\xA5", Encoding::gb18030).value_or("") == "订单");
    CHECK(to_utf8("\x8F\x91", Encoding::shift_jis).value_or("") == "書");
    CHECK(to_utf8("\xC7\xD1", Encoding::euc_kr).value_or("") == "한");
    CHECK(to_utf8("\xA4", Encoding::iso_8859_15).value_or("") == "€");
    CHECK(to_utf8("\xCF", Encoding::windows_1251).value_or("") == "П");
    CHECK(to_utf8("a\xFF", Encoding::gb18030).value_or("") == "a\uFFFD");
    CHECK(encoding_from("gbk") == Encoding::gb18030);
    CHECK_FALSE(encoding_from("ebcdic").has_value());
}

TEST_CASE("Words for units become codes of UNECE Recommendation 20") {
    CHECK(unit_code("pcs") == "H87");
    CHECK(unit_code("Stück") == "H87");
    CHECK(unit_code("KG") == "KGM");
    CHECK(unit_code("箱") == "CT");
    CHECK(unit_code("KGM") == "KGM");
    CHECK(unit_code("Fuhre") == "Fuhre");
}
