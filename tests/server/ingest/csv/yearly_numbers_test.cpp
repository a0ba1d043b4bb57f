#include "server/ingest/csv/import_file.h"
#include "tests/server/ingest/csv/sample_mapping.h"
#include "tests/server/ingest/fact_story.h"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using namespace orderdeck::server::ingest;
using namespace orderdeck::server::ingest::csv;
using orderdeck::test::instant;
using orderdeck::test::kSampleHeader;
using orderdeck::test::TemporaryStore;

namespace {

/// The sample's source, which counts its orders from 1 again every year that begins on `starts`.
mapping::Mapping counting_from(const std::string& starts) {
    std::string text(test::kSampleMapping);
    const std::string_view number = "\"number\": \"Order\"";
    text.replace(text.find(number), number.size(),
                 R"("number": { "yearly": "Order", "by": "Ordered", "starts": ")" + starts + "\" }");
    return mapping::parse_mapping("sample", text).value();
}

std::string row(const std::string& order, const std::string& line, const std::string& ordered,
                const std::string& quantity) {
    return "ACME Inc;" + order + ";" + line + ";P-1;Pump;" + quantity + ";10,00;" + ordered +
           ";-;20.01.2027;DN-" + line + ordered + ";-;-;12,5;;P;3;Kim\n";
}

void import(TemporaryStore& store, const mapping::Mapping& mapping, const std::string& rows, int received) {
    const std::string text = std::string(kSampleHeader) + rows;
    const auto report =
        import_file(*store, mapping, {.name = "orders.csv", .bytes = text}, instant(received));
    if (!report) FAIL(base::describe(report.error()));
}

constexpr const char* kOrders = "SELECT o.number, o.placed_on, count(*), sum(l.ordered_micro) / 1000000 "
                                "FROM sales_order o JOIN order_line l ON l.order_id = o.id GROUP BY o.id "
                                "ORDER BY o.number";

} // namespace

TEST_CASE("Numbers that a source gives out again every year are orders of their own, whatever comes first") {
    const mapping::Mapping mapping = counting_from("01-01");
    const std::array<std::string, 4> messages = {
        row("4711", "10", "03.03.2025", "1") + row("4711", "20", "03.03.2025", "2"),
        row("4711", "10", "02.01.2026", "40"),
        row("4711", "10", "03.03.2025", "5"), // a correction of the first
        row("4711", "20", "02.01.2026", "50") + row("4712", "10", "31.12.2025", "7"),
    };
    std::array<int, 4> order = {0, 1, 2, 3};
    std::string expected;
    do {
        TemporaryStore store;
        for (const int message : order)
            import(store, mapping, messages[static_cast<std::size_t>(message)], message + 1);
        const std::string rows = test::projected_rows(store);
        if (expected.empty()) {
            expected = rows;
            CHECK(store.dump(kOrders) ==
                  "4711/2025|20150|2|7|\n4711/2026|20455|2|90|\n4712/2025|20453|1|7|\n");
            CHECK(store.number("SELECT count(*) FROM finding WHERE code = 'number_reused'") == 0);
        }
        CHECK(rows == expected);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("The year of numbers begins where the source says") {
    TemporaryStore store;
    import(store, counting_from("04-01"),
           row("1", "10", "31.03.2026", "1") + row("1", "10", "01.04.2026", "2") +
               row("1", "20", "02.01.2027", "3"),
           1);
    CHECK(store.dump(kOrders) == "1/2025|20543|1|1|\n1/2026|20544|2|5|\n");
}

TEST_CASE("A row without the date that tells the orders of a number apart is rejected") {
    TemporaryStore store;
    const std::string text = std::string(kSampleHeader) + row("1", "10", "-", "1");
    const auto report =
        import_file(*store, counting_from("01-01"), {.name = "x.csv", .bytes = text}, instant(1));
    REQUIRE(report.has_value());
    CHECK(report->rows_rejected == 1);
    REQUIRE(report->findings.size() >= 1);
    CHECK(std::any_of(report->findings.begin(), report->findings.end(),
                      [](const Finding& finding) { return finding.code == "no_key"; }));
}
