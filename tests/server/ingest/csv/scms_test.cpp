#include "server/ingest/csv/import_file.h"
#include "server/ingest/projection/rebuild.h"
#include "server/persistence/sqlite/account_directory.h"
#include "server/persistence/sqlite/order_store.h"
#include "server/persistence/system_scope.h"
#include "shared/domain/kpi/figures.h"
#include "shared/tables/columns.h"
#include "shared/tables/many_orders.h"
#include "shared/tables/rows.h"
#include "tests/server/persistence/temporary_store.h"
#include "tests/support/files.h"
#include "tests/support/order_builder.h"
#include "tests/support/summary_columns.h"

#include <catch2/catch_test_macros.hpp>

#include <utility>
#include <vector>

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

/// The figures of one account, and whether its summaries are what its records say.
struct Figures {
    domain::FigureBook book;
    std::int64_t summaries_that_differ = 0;
};

domain::FigureQuestion question_of(int late_days = 0) {
    return {.today = base::LocalDate::from_ymd(2026, 1, 1).value(), .window = {.late_days = late_days}};
}

Figures figures_of(storage::Database& reader, storage::Database& scratch, const AccountCount& account) {
    const persistence::Scope scope = SystemScope::whole(account.node.owner.root);
    persistence::sqlite::OrderStore orders(reader);
    Figures figures{.book = domain::FigureBook(question_of(), domain::figures_for(question_of()))};
    const auto ids = orders.ids(scope);
    REQUIRE(ids.has_value());
    for (const domain::OrderId id : *ids) {
        const auto detail = orders.detail(scope, id);
        REQUIRE(detail.has_value());
        figures.book.add(detail->records);
        const bool same = test::columns_of(scratch, detail->summary) ==
                          test::columns_of(scratch, domain::summarise(detail->records));
        figures.summaries_that_differ += same ? 0 : 1;
    }
    return figures;
}

std::int64_t percent_of_hundredths(const domain::Figure& figure) {
    return (figure.met() * 10'000 * 2 + figure.population()) / (2 * figure.population());
}

/// All orders of the store, a thousand at once, as the command counts them.
domain::FigureBook figures_of_all(storage::Database& reader, const std::vector<AccountCount>& accounts,
                                  const domain::FigureQuestion& question) {
    domain::FigureBook book(question, domain::figures_for(question));
    for (const AccountCount& account : accounts) {
        const persistence::Scope scope = SystemScope::whole(account.node.owner.root);
        const auto ids = persistence::sqlite::OrderStore(reader).ids(scope);
        REQUIRE(ids.has_value());
        const auto orders = tables::load_many_orders(reader, *ids, scope.rows());
        REQUIRE(orders.has_value());
        REQUIRE(orders->size() == ids->size());
        for (const domain::OrderRecords& records : *orders)
            book.add(records);
    }
    return book;
}

const domain::Figure& otif(const domain::FigureBook& book, domain::FigureLevel level,
                           domain::OnTimeWindow window) {
    domain::FigureDefinition definition;
    definition.kind = domain::FigureKind::otif;
    definition.level = level;
    definition.window = window;
    const domain::Figure* figure = book.find(definition);
    REQUIRE(figure != nullptr);
    return *figure;
}

/// ../shared/data/README.md, computed there by other means; bias, distances and orders by the same few lines.
void check_reference_figures(storage::Database& reader, const std::vector<AccountCount>& accounts) {
    const domain::FigureBook book = figures_of_all(reader, accounts, question_of());
    CHECK(book.orders() == 6'233);
    CHECK(book.lines() == 10'324);
    const domain::Figure& on_time = book.figures().front();
    CHECK(on_time.population() == 10'324);
    CHECK(on_time.met() == 9'138);
    CHECK(on_time.count(domain::Verdict::late) == 1'186);
    for (const auto& [late_days, late] : {std::pair(7, 766), std::pair(30, 230)}) {
        const domain::FigureBook later = figures_of_all(reader, accounts, question_of(late_days));
        CHECK(later.figures().front().count(domain::Verdict::late) == late);
    }
    const domain::OnTimeWindow ghsc{.early_days = 14, .late_days = 7};
    CHECK(otif(book, domain::FigureLevel::line, ghsc).met() == 7'901);
    CHECK(otif(book, domain::FigureLevel::order, ghsc).met() == 4'799);
    CHECK(otif(book, domain::FigureLevel::order, {}).met() == 5'549);

    domain::FigureDefinition po_to_delivery;
    po_to_delivery.kind = domain::FigureKind::stage_time;
    po_to_delivery.from = domain::MilestoneCode::confirmed;
    const domain::Figure* po_sent = book.find(po_to_delivery);
    REQUIRE(po_sent != nullptr);
    CHECK(po_sent->population() == 4'592);
    CHECK(po_sent->spread().median_hundredths() == 9'200);
    CHECK(po_sent->spread().percentile_hundredths(90) == 20'800);
    CHECK(po_sent->spread().count_below(0) == 5);

    domain::FigureDefinition accuracy;
    accuracy.kind = domain::FigureKind::promise_accuracy;
    const domain::Spread& off = book.find(accuracy)->spread();
    CHECK(off.count() == 10'324);
    CHECK(off.mean_hundredths() == -602);
    CHECK(off.mean_distance_hundredths() == 1'093);
    CHECK(off.count_within(-1, 1) == 6'496);
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
    std::int64_t summaries_that_differ = 0;
    for (const AccountCount& account : *accounts) {
        const Figures figures = figures_of(**reader, *scratch, account);
        summaries_that_differ += figures.summaries_that_differ;
        const domain::Figure& on_time = figures.book.figures().front();
        if (account.node.account.code == "nigeria") {
            CHECK(account.orders == 810);
            CHECK(account.lines == 1'194);
            CHECK(percent_of_hundredths(on_time) == 8'811);
        }
        if (account.node.account.code == "haiti") {
            CHECK(account.orders == 421);
            CHECK(account.lines == 655);
            CHECK(percent_of_hundredths(on_time) == 9'053);
        }
    }
    CHECK(summaries_that_differ == 0);
    check_reference_figures(**reader, *accounts);
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
