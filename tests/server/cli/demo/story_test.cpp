#include "server/cli/demo/make_demo.h"
#include "server/ingest/facts.h"
#include "tests/server/persistence/temporary_store.h"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <set>
#include <sstream>

using namespace orderdeck;
using namespace orderdeck::server;
using cli::demo::DemoReport;
using cli::demo::DemoRequest;
using cli::demo::Fate;
using orderdeck::test::TemporaryStore;

namespace {

const DemoRequest kWanted{.seed = 1, .today = base::LocalDate::parse("2026-11-22").value(), .orders = 800};

/// One demo for all checks: a store takes its time.
struct Made {
    TemporaryStore store;
    DemoReport report;
    Made() {
        const base::Timestamp now = base::Timestamp::at_start_of(kWanted.today) + base::Duration::hours(9);
        auto made = cli::demo::make_demo(*store, store.folder(), kWanted, auth::HashCost::minimum(), now);
        REQUIRE(made);
        report = std::move(*made);
    }
};

void check_features(TemporaryStore& store) {
    const auto count = [&](const std::string& rows) { return store.number("SELECT count(*) FROM " + rows); };
    const std::int64_t orders = count("sales_order");
    CHECK(count("relation WHERE kind = 0") % 15 == 0);
    CHECK(count("relation WHERE kind = 0") >= 15 * orders / 400);
    CHECK(count("sales_order WHERE kind = 1") >= 8);
    CHECK(count("relation WHERE kind = 2") >= orders / 40);
    CHECK(count("relation WHERE kind = 3") >= orders / 200);
    CHECK(count("relation WHERE kind = 6") >= orders / 200);
    CHECK(count("sales_order WHERE kind = 3") == count("relation WHERE kind = 6"));
    CHECK(count("sales_order WHERE flow = 2") >= orders / 10);
    CHECK(count("sales_order WHERE flow = 2 AND incoterm IN ('DAP', 'CIP', 'CIF', 'DDP', 'FCA')") ==
          count("sales_order WHERE flow = 2"));
    CHECK(count("document WHERE received_on IS NULL") >= 3);
    CHECK(count("document") >= 100);
    CHECK(count("sales_order WHERE priority = 1") >= orders / 50);
    CHECK(count("instalment") >= orders / 10);
    CHECK(count("invoice WHERE kind = 1") >= orders / 200);
    CHECK(count("payment WHERE order_id IS NOT NULL") >= orders / 10);
    CHECK(count("hold") >= orders / 20);
    CHECK(count("promise WHERE reason <> ''") >= orders / 10);
    CHECK(count("(SELECT DISTINCT reason FROM promise)") >= 10);
    CHECK(count("order_line WHERE hs_code <> '' AND origin_country = 'CN'") >= orders / 10);
    CHECK(count("parcel WHERE master_number <> '' AND length(sscc) = 18") >= 8);
    CHECK(count("(SELECT DISTINCT carrier FROM tracking_event)") >= 5);
    CHECK(count("tracking_event WHERE status = 0") == 0);
    for (const char* paper : {"order", "order_response", "despatch_advice", "invoice"}) {
        INFO(paper);
        CHECK(count("inbox WHERE state = 'applied' AND file_name LIKE 'peppol_" + std::string(paper) +
                    "_%'") >= 2);
    }
    CHECK(count("inbox WHERE state = 'applied' AND file_name LIKE 'epcis_%'") ==
          count("milestone WHERE code = 19"));
    CHECK(count("milestone WHERE code = 19") >= 2);
    // A second carrier has taken goods on under its own number, and has seen them.
    CHECK(count("parcel p WHERE carrier = 'UPS' AND EXISTS (SELECT 1 FROM tracking_event e WHERE e.root_id = "
                "p.root_id AND e.parcel = p.number) AND EXISTS (SELECT 1 FROM tracking_event e WHERE "
                "e.root_id = p.root_id AND e.text LIKE '%tracking number ' || p.number)") >= 1);
    // The work on what is in production is known by its operations: some done, some begun, some to come.
    CHECK(
        count("order_line l WHERE l.id IN (SELECT line_id FROM operation WHERE finished_on IS NOT NULL) AND "
              "l.id IN (SELECT line_id FROM operation WHERE started_on IS NOT NULL AND finished_on IS NULL) "
              "AND l.id IN (SELECT line_id FROM operation WHERE started_on IS NULL)") >= 8);
    CHECK(count("order_summary WHERE production_permille BETWEEN 1 AND 999") >= 10);
    CHECK(
        count("operation WHERE finished_on < started_on OR (finished_on IS NOT NULL AND started_on IS NULL) "
              "OR planned_minutes_micro <= 0 OR work_order NOT LIKE 'WO-2%-%' OR name = ''") == 0);
    CHECK(count("item WHERE name_names LIKE 'zh-CN=%'") == count("item"));
}

void check_counters(TemporaryStore& store) {
    const auto none = [&](const std::string& rows) {
        INFO(rows);
        CHECK(store.number("SELECT count(*) FROM " + rows) == 0);
    };
    none("order_line WHERE ordered_micro <= 0 OR cancelled_micro < 0 OR cancelled_micro > ordered_micro");
    none("(SELECT l.id FROM order_line l JOIN shipment_line s ON s.line_id = l.id GROUP BY l.id "
         "HAVING sum(s.quantity_micro) > max(l.ordered_micro - l.cancelled_micro))");
    none(
        "order_line l WHERE l.invoiced_micro > (SELECT coalesce(sum(quantity_micro), 0) FROM shipment_line s "
        "WHERE s.line_id = l.id)");
    none("order_line WHERE returned_micro > return_requested_micro OR credited_micro > returned_micro "
         "OR replaced_micro > returned_micro");
    none("promise p JOIN sales_order o ON o.id = p.order_id WHERE p.stated_at < o.placed_at OR p.promised_on "
         "< o.placed_on");
    none("sales_order o WHERE kind = 1 AND id IN (SELECT order_id FROM shipment_line)");
    // A contract is closed when its time is over.
    const std::string today = std::to_string(kWanted.today.days());
    none("sales_order o JOIN order_summary s ON s.id = o.id WHERE o.kind = 1 AND s.complete <> "
         "(o.valid_until_on + 1 < " +
         today + ")");
    // A call-off is of a contract of its customer that was known before it.
    none("relation r JOIN sales_order o ON o.id = r.order_id WHERE r.kind = 2 AND NOT EXISTS (SELECT 1 FROM "
         "sales_order c "
         "WHERE c.number = r.other_order AND c.account_id = o.account_id AND c.kind = 1 AND c.placed_on <= "
         "o.placed_on "
         "AND c.valid_until_on >= o.placed_on)");
    none("sales_order c WHERE kind = 1 AND (SELECT ordered_micro FROM order_line WHERE order_id = c.id) < "
         "(SELECT coalesce(sum(quantity_micro), 0) FROM relation WHERE kind = 2 AND other_order = c.number)");
}

/// Lines whose work order says another quantity than the order, as production and sales last said.
std::set<std::string> forgotten_changes() {
    std::map<std::string, std::pair<domain::Quantity, domain::Quantity>> last;
    std::set<std::string> made;
    cli::demo::generate(kWanted, [&](const std::vector<ingest::Fact>& facts) {
        for (const ingest::Fact& fact : facts) {
            const auto* line = std::get_if<ingest::LineFact>(&fact.body);
            if (line == nullptr || !line->ordered) continue;
            const std::string name = line->order + "/" + line->line;
            // Sales is the first system, production the second.
            (fact.origin.source == 0 ? last[name].first : last[name].second) = *line->ordered;
            if (fact.origin.source == 1) made.insert(name);
        }
    });
    std::set<std::string> changed;
    for (const std::string& name : made) {
        if (last[name].first != last[name].second) changed.insert(name);
    }
    return changed;
}

} // namespace

TEST_CASE("the demo shows all that belongs to an order, imported without any finding that was not meant") {
    Made made;
    check_features(made.store);
    check_counters(made.store);
    std::int64_t flaws = 0;
    for (const DemoReport::Import& import : made.report.imports) {
        std::map<std::string, std::int64_t> found;
        for (const auto& finding : import.report.findings)
            found[finding.code] += finding.occurrences;
        INFO(import.report.file);
        CHECK(found == import.flaws);
        CHECK(import.report.rows_rejected == import.bad_rows);
        CHECK(import.report.was_applied_before == (import.fate == Fate::replayed));
        for (const auto& [code, times] : import.flaws)
            flaws += times;
    }
    CHECK(flaws >= 3);
    std::set<std::string> contradicted;
    std::istringstream lines(
        made.store.dump("SELECT DISTINCT o.number || '/' || l.number FROM contradiction c JOIN sales_order o "
                        "ON o.id = c.order_id "
                        "JOIN order_line l ON l.id = c.line_id WHERE c.field = 'ordered' "
                        "AND c.other_value <> ''"));
    for (std::string line; std::getline(lines, line);)
        contradicted.insert(line.substr(0, line.find('|')));
    CHECK(made.store.number("SELECT count(*) FROM contradiction WHERE field <> 'ordered' AND "
                            "other_value <> ''") == 0);
    CHECK(contradicted.size() >= 1);
    CHECK(contradicted == forgotten_changes());
}

TEST_CASE("the demo's inbox has messages in every state that people have to do with, and no trace of what "
          "was taken back") {
    TemporaryStore store;
    const DemoRequest wanted{.seed = 3, .today = kWanted.today, .orders = 60};
    const base::Timestamp now = base::Timestamp::at_start_of(wanted.today) + base::Duration::hours(9);
    const auto make = [&] {
        const auto made =
            cli::demo::make_demo(*store, store.folder(), wanted, auth::HashCost::minimum(), now);
        REQUIRE(made);
        return made->was_made_before;
    };
    CHECK_FALSE(make());
    const auto files_in = [&](const std::string& state) {
        return store.dump("SELECT file_name FROM inbox WHERE state = '" + state + "' ORDER BY received_at");
    };
    CHECK(files_in("rejected") == "wms_deliveries_2026-11-20.csv|\n");
    CHECK(files_in("withdrawn") == "erp_order_lines_2026-11-07_client_900.csv|\n");
    CHECK(files_in("waiting") ==
          "kuaidi100_SF1420339022165_2026-11-21.json|\nerp_order_lines_2026-11-21_company_0310.csv|\n");
    CHECK(files_in("received").empty());
    CHECK(store.number("SELECT count(*) FROM inbox WHERE state = 'applied_with_findings'") >= 3);
    CHECK(store.number("SELECT count(*) FROM finding WHERE code = 'bad_date'") == 1);
    CHECK(store.number("SELECT count(*) FROM finding WHERE code = 'bad_word' AND value = 'Consignment'") >=
          1);
    CHECK(store.number(
              "SELECT count(*) FROM inbox WHERE rows_rejected = 1 AND state = 'applied_with_findings'") == 1);
    CHECK(store.number("SELECT count(*) FROM sales_order WHERE number LIKE 'TR-%' OR number LIKE 'SN-%'") ==
          0);
    CHECK(store.number("SELECT count(*) FROM order_line l JOIN sales_order o ON o.id = l.order_id WHERE "
                       "requested_on IS NULL AND o.kind <> 1") == 0);
    // Ids follow the order of arrival.
    CHECK(store.number("SELECT count(*) FROM inbox a JOIN inbox b ON b.id = a.id + 1 WHERE b.received_at < "
                       "a.received_at") == 0);
    const std::string rows = store.dump("SELECT tbl, row_id, seq FROM sync_index ORDER BY seq, feed_id");
    CHECK(make());
    CHECK(store.dump("SELECT tbl, row_id, seq FROM sync_index ORDER BY seq, feed_id") == rows);
}
