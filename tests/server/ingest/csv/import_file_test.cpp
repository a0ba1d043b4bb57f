#include "server/ingest/csv/import_file.h"
#include "server/ingest/mapping/rows/row_cells.h"
#include "tests/server/ingest/csv/sample_mapping.h"
#include "tests/server/ingest/fact_story.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using namespace orderdeck::server::ingest;
using namespace orderdeck::server::ingest::csv;
using namespace orderdeck::server::ingest::mapping;
using orderdeck::test::instant;
using orderdeck::test::kSampleHeader;
using orderdeck::test::TemporaryStore;

namespace {

const Mapping& sample() {
    static const Mapping mapping = parse_mapping("sample", test::kSampleMapping).value();
    return mapping;
}

constexpr std::string_view kGoodRow = "ACME "
                                      "Inc;SO-1;10;P-1;Pump;1.200,5;9.876,50;02.01.2026;-;20.01.2026;DN-1;25."
                                      "01.2026;18.01.2026;12,5;;P;3;Kim\n";

ImportReport import(TemporaryStore& store, const std::string& rows, int received_day = 1) {
    const std::string text = std::string(kSampleHeader) + rows;
    auto report = import_file(*store, sample(), {.name = "orders.csv", .bytes = text}, instant(received_day));
    if (!report) FAIL(base::describe(report.error()));
    return std::move(*report);
}

/// "line column code" of each finding, in the order of the report.
std::string findings(const ImportReport& report) {
    std::string text;
    for (const Finding& finding : report.findings)
        text += std::to_string(finding.file_line) + " " + finding.column + " " + finding.code + "\n";
    return text;
}

/// The good row with the cell of one column replaced.
std::string row_with(std::size_t column, std::string_view cell) {
    std::string row(kGoodRow);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < column; ++i)
        begin = row.find(';', begin) + 1;
    return row.replace(begin, row.find_first_of(";\n", begin) - begin, cell);
}

} // namespace

TEST_CASE("A row becomes account, order, line, shipment, promise and milestones") {
    TemporaryStore store;
    const ImportReport report = import(store, std::string(kGoodRow));
    CHECK(report.rows_imported == 1);
    CHECK(store.dump("SELECT code, name FROM account") == "acme|Acme|\n");
    CHECK(store.dump("SELECT number, placed_on - 20453, currency, flow FROM sales_order") ==
          "SO-1|2|EUR|1|\n");
    CHECK(store.dump(
              "SELECT l.number, i.sku, i.name, ordered_micro, amount_minor, commercial FROM order_line l "
              "JOIN item i ON i.id = l.item_id") == "10|P-1|Pump|1200500000|987650|2|\n");
    CHECK(store.dump("SELECT promised_on - 20453, stated_at FROM promise") ==
          "20|" + std::to_string(instant(2).milliseconds()) + "|\n");
    CHECK(store.dump("SELECT code, actual_on - 20453, forecast_on - 20453, place, note FROM milestone ORDER "
                     "BY code") == "7|-|18|Works||\n18|25|-||Freight: 12,5|\n");
    CHECK(store.dump("SELECT version, file_line FROM record WHERE kind = 'line'") == "3|2|\n");
    CHECK(store.dump("SELECT state, rows, rows_rejected, mapping FROM inbox") ==
          "applied|1|0|sample#" + sample().fingerprint + "|\n");
}

TEST_CASE("The same file again changes nothing and says so") {
    TemporaryStore store;
    import(store, std::string(kGoodRow) + row_with(7, "32.01.2026"));
    const std::int64_t head = store.number("SELECT max(head) FROM feed");
    const ImportReport again = import(store, std::string(kGoodRow) + row_with(7, "32.01.2026"), 5);
    CHECK(again.was_applied_before);
    CHECK(again.rows == 2);
    CHECK_FALSE(again.findings.empty());
    CHECK(store.number("SELECT max(head) FROM feed") == head);
    CHECK(store.number("SELECT count(*) FROM inbox") == 1);
}

TEST_CASE("A bad cell is reported with its place and the rest of its row is imported") {
    TemporaryStore store;
    const ImportReport report =
        import(store, row_with(9, "32.01.2026") + row_with(2, "20") + row_with(2, "30"));
    CHECK(report.rows_imported == 3);
    REQUIRE(report.findings.size() == 1);
    const Finding& finding = report.findings.front();
    CHECK(finding.file_line == 2);
    CHECK(finding.column == "Promised");
    CHECK(finding.value == "32.01.2026");
    CHECK(finding.code == "bad_date");
    CHECK(finding.message == "\"32.01.2026\" is not a date; the row was imported without it");
    CHECK(store.number("SELECT count(*) FROM order_line") == 3);
    CHECK(store.number("SELECT count(*) FROM promise") == 2);
}

TEST_CASE("Each kind of wrong cell has its finding") {
    TemporaryStore store;
    CHECK(findings(import(store, row_with(5, "many"))) == "2 Qty bad_number\n");
    CHECK(findings(import(store, row_with(6, "1e5"))) == "2 Value bad_amount\n");
    CHECK(findings(import(store, row_with(15, "X"))) == "2 Flow bad_word\n");
    CHECK(findings(import(store, row_with(13, "ask Bob"))) == "2 Freight bad_number\n");
    CHECK(findings(import(store, row_with(4, "Pu\xFFmp"))) == "2 Item bad_encoding\n");
    CHECK(findings(import(store, row_with(13, "included"))) == "");
    CHECK(findings(import(store, row_with(4, "5\" pump"))) == "2  stray_quote\n");
}

TEST_CASE("A row that names no account, order or line is rejected, and only that row") {
    TemporaryStore store;
    const ImportReport report = import(store, row_with(0, "") + row_with(1, "-") + row_with(2, " ") +
                                                  std::string(kGoodRow) + "ACME Inc;\"never closed\n");
    CHECK(report.rows == 5);
    CHECK(report.rows_rejected == 4);
    CHECK(report.rows_imported == 1);
    std::int64_t errors = 0;
    for (const Finding& finding : report.findings)
        errors += finding.severity == Severity::error ? 1 : 0;
    CHECK(errors == 4);
    CHECK(store.number("SELECT rows_rejected FROM inbox") == 4);
    CHECK(store.number("SELECT count(*) FROM order_line") == 1);
}

TEST_CASE("A row with too many cells is rejected, one with too few is read with empty cells") {
    TemporaryStore store;
    const std::string good(kGoodRow);
    const ImportReport report =
        import(store, good.substr(0, good.size() - 1) + ";more\n" + "ACME Inc;SO-2;1;P-1;Pump;5\n");
    CHECK(findings(report) == "2  too_many_cells\n3  too_few_cells\n");
    CHECK(store.dump("SELECT number FROM sales_order") == "SO-2|\n");
}

TEST_CASE("A row that a stray quote has shifted is rejected instead of filed under a wrong account") {
    TemporaryStore store;
    const ImportReport report = import(store, std::string(kGoodRow) + "ACME;\"Inc;SO-2;1;P-1;Pu\"mp;5;10\n");
    CHECK(report.rows_rejected == 1);
    CHECK(store.number("SELECT count(*) FROM account") == 1);
}

TEST_CASE("A NUL byte in a cell is reported") {
    TemporaryStore store;
    CHECK(findings(import(store, row_with(4, std::string("Pu\0mp", 5)))).find("nul_byte") !=
          std::string::npos);
}

TEST_CASE("References to other rows are followed, forwards too, and those that lead nowhere are reported") {
    TemporaryStore store;
    const ImportReport report = import(
        store, row_with(13, "see DN-1 (any, row 20)") + row_with(2, "20") + [] {
            std::string row = row_with(2, "30");
            return row.replace(row.find("12,5"), 4, "see DN-1 (x, row 99)");
        }());
    CHECK(findings(report) == "2 Freight reference\n4 Freight reference_not_found\n");
    CHECK(report.findings.back().value == "see DN-1 (x, row 99)");
}

TEST_CASE("Words for a missing value are counted once for all cells") {
    TemporaryStore store;
    const ImportReport report = import(store, row_with(12, "-") + row_with(12, "-"));
    REQUIRE(report.findings.size() == 2);
    CHECK(report.findings[0].code == "not_captured");
    CHECK(report.findings[0].occurrences == 2);
    CHECK(report.findings[0].severity == Severity::info);
    CHECK(report.findings[1].code == "repeated_key");
}

TEST_CASE(
    "A file that the mapping does not fit stays in the inbox and is applied when the mapping is right") {
    TemporaryStore store;
    const auto refused = import_file(*store, sample(), {.name = "x.csv", .bytes = "A;B\n1;2\n"}, instant(1));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().where == "x.csv:1");
    CHECK(refused.error().message.find("\"Customer\"") != std::string::npos);
    CHECK(store.dump("SELECT state FROM inbox") == "rejected|\n");
    CHECK_FALSE(import_file(*store, sample(), {.name = "empty.csv", .bytes = ""}, instant(1)).has_value());
    const Mapping other =
        parse_mapping("sample", R"({"source":{"name":"erp","kind":"sales"},"file":{"delimiter":";"},
        "account":{"code":{"constant":"one"},"name":{"constant":"One"}},"order":{"number":"A"},
        "line":{"number":{"ordinal":"order"},"item":"B"}})")
            .value();
    CHECK(import_file(*store, other, {.name = "x.csv", .bytes = "A;B\n1;2\n1;3\n"}, instant(2)).has_value());
    CHECK(store.dump("SELECT number FROM order_line ORDER BY 1") == "1|\n2|\n");
}

TEST_CASE("Columns that the mapping does not know are said, those that it does not want are not") {
    TemporaryStore store;
    std::string text = std::string(kSampleHeader) + std::string(kGoodRow);
    text.insert(text.find('\n'), ";Colour");
    const auto report = import_file(*store, sample(), {.name = "x.csv", .bytes = text}, instant(1));
    REQUIRE(report.has_value());
    CHECK(findings(*report) == "1 Colour unmapped_column\n2  too_few_cells\n");
}

TEST_CASE("A dry run reads everything and stores nothing") {
    const std::string text = std::string(kSampleHeader) + row_with(9, "soon") + row_with(1, "");
    const auto report = check_file(sample(), {.name = "x.csv", .bytes = text}, instant(1));
    REQUIRE(report.has_value());
    CHECK(report->rows == 2);
    CHECK(report->rows_imported == 1);
    CHECK(report->orders == 1);
    CHECK(findings(*report) == "2 Promised bad_date\n3 Order no_key\n");
}

TEST_CASE("An import that was interrupted is completed by importing again") {
    TemporaryStore whole;
    std::string rows;
    for (int i = 0; i < 2500; ++i) {
        std::string row = row_with(1, "SO-" + std::to_string(i));
        rows += row.replace(row.find("DN-1"), 4, "DN-" + std::to_string(i / 3));
    }
    import(whole, rows);
    TemporaryStore broken;
    const std::string text = std::string(kSampleHeader) + rows;
    const InputFile file{.name = "orders.csv", .bytes = text};
    // The progress callback runs between transactions: there the process "dies".
    struct Killed {};
    bool was_killed = false;
    try {
        (void)import_file(*broken, sample(), file, instant(1),
                          [](std::int64_t, std::int64_t) { throw Killed{}; });
    } catch (const Killed&) {
        was_killed = true;
    }
    REQUIRE(was_killed);
    const std::int64_t orders_before = broken.number("SELECT count(*) FROM sales_order");
    CHECK(orders_before > 0);
    CHECK(orders_before < 2500);
    CHECK(broken.dump("SELECT state FROM inbox") == "received|\n");
    const ImportReport healed = import(broken, rows, 9);
    CHECK_FALSE(healed.was_applied_before);
    CHECK(healed.applied.facts_unchanged > 0);
    CHECK(test::projected_rows(broken) == test::projected_rows(whole));
    CHECK(broken.dump("SELECT state, rows FROM inbox") == "applied|2500|\n");
}

TEST_CASE("A short code is made of folded letters and digits") {
    CHECK(slug_of("Côte d'Ivoire") == "cote-d-ivoire");
    CHECK(slug_of("  Congo, DRC ") == "congo-drc");
    CHECK(slug_of("上海 Works 2") == "上海-works-2");
    CHECK(slug_of("--") == "");
}

TEST_CASE("A file with a header alone is told of, also when it comes again") {
    TemporaryStore store;
    for (int day = 1; day <= 2; ++day) {
        const ImportReport report = import(store, "", day);
        CHECK(report.rows == 0);
        CHECK(findings(report) == "0  no_rows\n");
        CHECK(report.findings.front().severity == Severity::warning);
    }
}

TEST_CASE("A file of UTF-16 gives the same orders as one of UTF-8, and one without a mark is refused with a "
          "way out") {
    const std::string text = std::string(kSampleHeader) + std::string(kGoodRow);
    std::string units;
    for (const char c : text)
        units.append(1, c).append(1, '\0');
    TemporaryStore store;
    const auto report =
        import_file(*store, sample(), {.name = "a.csv", .bytes = "\xFF\xFE" + units}, instant(1));
    REQUIRE(report.has_value());
    CHECK(report->rows_imported == 1);
    CHECK(store.dump("SELECT number FROM sales_order") == "SO-1|\n");
    const auto refused = import_file(*store, sample(), {.name = "b.csv", .bytes = units}, instant(1));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message.find("UTF-8") != std::string::npos);
}

TEST_CASE("A file that does not fit keeps the reason's code, its place and its columns") {
    const auto reasons_of = [](std::string_view bytes) {
        TemporaryStore store;
        CHECK_FALSE(import_file(*store, sample(), {.name = "orders.csv", .bytes = bytes}, instant(1)));
        CHECK(store.dump("SELECT state FROM inbox") == "rejected|\n");
        return store.dump("SELECT file_line, code, value FROM finding");
    };
    CHECK(reasons_of("") == "0|empty_file||\n");
    std::string header(kSampleHeader);
    header.replace(header.find("Flow"), 4, "Glow");
    CHECK(reasons_of(header) == "1|missing_column|Flow|\n");
    CHECK(reasons_of(std::string_view("C\0u\0s\0t\0\n", 9)) == "0|bad_encoding||\n");
}
