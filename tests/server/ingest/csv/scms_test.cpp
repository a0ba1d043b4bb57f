#include "server/ingest/csv/import_file.h"
#include "server/ingest/projection/rebuild.h"
#include "server/persistence/sqlite/account_directory.h"
#include "server/persistence/sqlite/order_store.h"
#include "server/persistence/system_scope.h"
#include "shared/domain/kpi/on_time.h"
#include "shared/tables/columns.h"
#include "shared/tables/rows.h"
#include "tests/server/persistence/temporary_store.h"
#include "tests/support/files.h"
#include "tests/support/order_builder.h"
#include "tests/support/summary_columns.h"

#include <catch2/catch_test_macros.hpp>

#include <map>

using namespace orderdeck;
using namespace orderdeck::server;
using namespace orderdeck::server::ingest;
using orderdeck::test::instant;
using orderdeck::test::TemporaryStore;
using persistence::SystemScope;
using persistence::sqlite::AccountCount;

namespace {

ImportReport import(TemporaryStore& store, const std::string& bytes, int received_day) {
    const auto mapping = mapping::load_mapping("scms_usaid");
    REQUIRE(mapping.has_value());
    auto report =
        csv::import_file(*store, *mapping, {.name = "scms.csv", .bytes = bytes}, instant(received_day));
    if (!report) FAIL(base::describe(report.error()));
    return std::move(*report);
}

/// The figures of one account, from the core alone.
struct Figures {
    domain::OnTimeFigure on_time;
    domain::OnTimeFigure tolerant; ///< -14/+7 days
    std::map<int, std::int64_t> later_than;
    std::int64_t summaries_that_differ = 0;

    void add(const domain::OrderRecords& records) {
        const auto today = base::LocalDate::from_ymd(2026, 1, 1).value();
        for (const domain::LineDelivery& line : domain::line_deliveries(records)) {
            domain::add(on_time, line, {}, today);
            domain::add(tolerant, line, {.early_days = 14, .late_days = 7}, today);
            if (!line.delivered_on || !line.promised_on) continue;
            for (const int days : {0, 7, 30})
                later_than[days] += *line.delivered_on - *line.promised_on > days ? 1 : 0;
        }
    }
    Figures& operator+=(const Figures& other) {
        on_time.met += other.on_time.met;
        on_time.population += other.on_time.population;
        on_time.late += other.on_time.late;
        tolerant.met += other.tolerant.met;
        tolerant.population += other.tolerant.population;
        for (const auto& [days, count] : other.later_than)
            later_than[days] += count;
        summaries_that_differ += other.summaries_that_differ;
        return *this;
    }
};

Figures figures_of(storage::Database& reader, storage::Database& scratch, const AccountCount& account) {
    const persistence::Scope scope = SystemScope::whole(account.node.owner.root);
    persistence::sqlite::OrderStore orders(reader);
    Figures figures;
    const auto ids = orders.ids(scope);
    REQUIRE(ids.has_value());
    for (const domain::OrderId id : *ids) {
        const auto detail = orders.detail(scope, id);
        REQUIRE(detail.has_value());
        figures.add(detail->records);
        const bool same = test::columns_of(scratch, detail->summary) ==
                          test::columns_of(scratch, domain::summarise(detail->records));
        figures.summaries_that_differ += same ? 0 : 1;
    }
    return figures;
}

std::int64_t percent_of_hundredths(const domain::OnTimeFigure& figure) {
    return (figure.met * 10'000 * 2 + figure.population) / (2 * figure.population);
}

} // namespace

TEST_CASE("The SCMS file is imported whole and gives the reference figures") {
    const std::string path = test::real_data_path("scms_usaid/scms_delivery_history.csv");
    const std::string bytes = test::read_file(path);
    TemporaryStore store;
    const ImportReport report = import(store, bytes, 1);
    CHECK(report.rows == 10'324);
    CHECK(report.rows_imported == 10'324);
    CHECK(report.rows_rejected == 0);
    CHECK(report.orders == 6'233);
    CHECK(report.accounts == 43);
    for (const Finding& finding : report.findings) {
        INFO(finding.code << " " << finding.message);
        CHECK(finding.severity == persistence::sqlite::Severity::info);
    }
    CHECK(store.number("SELECT count(*) FROM order_line") == 10'324);
    CHECK(store.number("SELECT count(*) FROM sales_order") == 6'233);
    CHECK(store.number("SELECT count(*) FROM order_summary") == 6'233);
    CHECK(store.number("SELECT count(*) FROM shipment") == 7'030);
    CHECK(store.number("SELECT count(*) FROM sync_index") == store.number("SELECT sum(head) FROM feed"));

    auto reader = store->read();
    auto scratch = storage::Database::open_in_memory();
    REQUIRE(reader.has_value());
    REQUIRE(scratch.has_value());
    const auto accounts = persistence::sqlite::AccountDirectory(**reader).count_all();
    REQUIRE(accounts.has_value());
    REQUIRE(accounts->size() == 43);
    Figures all;
    for (const AccountCount& account : *accounts) {
        const Figures figures = figures_of(**reader, *scratch, account);
        all += figures;
        if (account.node.account.code == "nigeria") {
            CHECK(account.orders == 810);
            CHECK(account.lines == 1'194);
            CHECK(percent_of_hundredths(figures.on_time) == 8'811);
        }
        if (account.node.account.code == "haiti") {
            CHECK(account.orders == 421);
            CHECK(account.lines == 655);
            CHECK(percent_of_hundredths(figures.on_time) == 9'053);
        }
    }
    CHECK(all.on_time.population == 10'324);
    CHECK(all.on_time.met == 9'138);
    CHECK(all.on_time.late == 1'186);
    CHECK(all.tolerant.met == 7'901);
    CHECK(all.later_than == std::map<int, std::int64_t>{{0, 1'186}, {7, 766}, {30, 230}});
    CHECK(all.summaries_that_differ == 0);
}

TEST_CASE("Importing the SCMS file again, or rebuilding everything from its records, changes nothing") {
    const std::string path = test::real_data_path("scms_usaid/scms_delivery_history.csv");
    const std::string bytes = test::read_file(path);
    TemporaryStore store;
    import(store, bytes, 1);
    const std::string heads = store.dump("SELECT feed_id, head FROM feed ORDER BY 1");
    CHECK(import(store, bytes, 2).was_applied_before);
    CHECK(store.dump("SELECT feed_id, head FROM feed ORDER BY 1") == heads);
    // One more blank line is another file with the same content: only the sources are fresher.
    const ImportReport repeated = import(store, bytes + "\n", 3);
    CHECK(repeated.applied.facts_unchanged == repeated.applied.facts);
    CHECK(repeated.applied.rows_changed == store.number("SELECT count(*) FROM source"));
    const std::string fresher = store.dump("SELECT feed_id, head FROM feed ORDER BY 1");
    CHECK(rebuild(*store, instant(4)).value_or(-1) == 0);
    CHECK(store.dump("SELECT feed_id, head FROM feed ORDER BY 1") == fresher);
}
