#include "server/cli/demo/fact_entries.h"
#include "server/cli/demo/make_demo.h"
#include "server/cli/demo/source_files.h"
#include "server/ingest/fact_content.h"
#include "server/persistence/sqlite/order_store.h"
#include "server/persistence/system_scope.h"
#include "shared/base/hash.h"
#include "shared/domain/why/findings.h"
#include "shared/tables/columns.h"
#include "shared/tables/rows.h"
#include "tests/server/persistence/temporary_store.h"
#include "tests/support/summary_columns.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <map>
#include <set>
#include <sys/stat.h>

using namespace orderdeck;
using namespace orderdeck::server;
using cli::demo::DemoReport;
using cli::demo::DemoRequest;
using cli::demo::SourceFile;
using cli::demo::SourceFiles;
using orderdeck::test::TemporaryStore;

namespace {

base::LocalDate date(const char* text) { return base::LocalDate::parse(text).value(); }

DemoRequest request(int orders = 400, const char* today = "2026-11-22", std::uint64_t seed = 1) {
    return {.seed = seed, .today = date(today), .orders = orders};
}

/// All exports of the demo's systems.
std::vector<SourceFile> files_of(const DemoRequest& wanted) {
    SourceFiles files(base::Timestamp::at_start_of(wanted.today));
    cli::demo::generate(wanted, [&files](const std::vector<ingest::Fact>& facts) {
        files.add(cli::demo::entries_of(facts));
    });
    return files.take();
}

/// A fingerprint of everything that the systems export.
std::uint64_t fingerprint(const DemoRequest& wanted) {
    base::Hash64 hash;
    for (const SourceFile& file : files_of(wanted))
        hash.append(file.name).append(file.received.milliseconds()).append(file.bytes);
    return hash.value();
}

DemoReport make(TemporaryStore& store, const DemoRequest& wanted) {
    const auto report =
        cli::demo::make_demo(*store, store.folder(), wanted, auth::HashCost::minimum(),
                             base::Timestamp::at_start_of(wanted.today) + base::Duration::hours(9));
    INFO((report ? std::string() : report.error().message));
    REQUIRE(report);
    return *report;
}

/// The stages at which at least one line stands.
std::set<int> stages_of_lines(TemporaryStore& store) {
    auto lease = store->read();
    REQUIRE(lease);
    auto statement =
        (**lease).statement("SELECT " + tables::columns_of("order_summary") + " FROM order_summary");
    REQUIRE(statement);
    std::set<int> stages;
    while (statement->step().value()) {
        const domain::OrderSummary summary = tables::read_summary(*statement, 0);
        for (int stage = 0; stage < domain::kStageCount; ++stage) {
            if (summary.lines_at[static_cast<std::size_t>(stage)] > 0) stages.insert(stage);
        }
    }
    return stages;
}

void check_variety(TemporaryStore& store, const DemoRequest& wanted) {
    const std::int64_t now =
        (base::Timestamp::at_start_of(wanted.today) + base::Duration::hours(9)).milliseconds();
    const auto count = [&](const std::string& what) {
        return store.number("SELECT count(*) FROM order_summary WHERE " + what);
    };
    INFO("today " << wanted.today.to_string());
    CHECK(stages_of_lines(store).size() == domain::kStageCount);
    CHECK(count("complete = 0") >= 40);
    CHECK(count("complete = 0 AND late_at <= " + std::to_string(now)) >= 2);
    CHECK(count("delivered_late_days > 0") >= 10);
    CHECK(count("at_risk = 1") >= 3);
    CHECK(count("promise_moves >= 2") >= 3);
    CHECK(count("headline_kind = 1 AND headline_stage = 8") >= 4);
    CHECK(count("lines_returned > 0") >= 5);
    CHECK(count("headline_kind = 2") >= 3);
    CHECK(count("lines_cancelled > 0 AND lines_cancelled < lines") >= 3);
    CHECK(count("hold_reason IS NOT NULL") >= 1);
    CHECK(count("turn = 2") >= 1);
    CHECK(store.number("SELECT count(DISTINCT flow) FROM sales_order") == domain::kFlowCount);
    CHECK(store.number("SELECT count(*) FROM (SELECT 1 FROM shipment_line GROUP BY shipment_id HAVING "
                       "count(DISTINCT order_id) > 1)") >= 3);
    CHECK(store.number(
              "SELECT count(*) FROM (SELECT 1 FROM shipment_line GROUP BY line_id HAVING count(*) > 1)") >=
          3);
}

} // namespace

TEST_CASE("the same seed, day and number of orders tell the same story, another seed another one") {
    CHECK(fingerprint(request(60)) == fingerprint(request(60)));
    CHECK(fingerprint(request(60)) != fingerprint(request(60, "2026-11-22", 2)));
    CHECK(fingerprint(request(60)) != fingerprint(request(60, "2026-11-23")));
}

TEST_CASE("two stores of the same demo are equal, row by row") {
    const auto rows = [] {
        TemporaryStore store;
        make(store, request(60));
        std::string all;
        for (const char* table :
             {"sales_order", "order_line", "promise", "shipment", "milestone", "parcel", "tracking_event",
              "invoice", "payment", "document", "hold", "relation", "contradiction", "order_summary"})
            all += store.dump("SELECT * FROM " + std::string(table) + " ORDER BY root_id, id");
        return all +
               store.dump(
                   "SELECT id, state, file_name, received_at, rows, rows_rejected FROM inbox ORDER BY id");
    };
    CHECK(rows() == rows());
}

TEST_CASE("the group has exactly as many orders as were asked for") {
    for (const int orders : {1, 10, 57, 560}) {
        std::map<std::string, std::set<std::string>> told;
        cli::demo::generate(request(orders), [&](const std::vector<ingest::Fact>& facts) {
            for (const ingest::Fact& fact : facts) {
                const auto* order = std::get_if<ingest::OrderFact>(&fact.body);
                if (order != nullptr)
                    told[fact.account.starts_with("QH") ? "group" : "others"].insert(order->order);
            }
        });
        INFO(orders);
        CHECK(std::ssize(told["group"]) == orders);
        CHECK(std::ssize(told["group"]) + std::ssize(told["others"]) ==
              cli::demo::orders_in_all(request(orders)));
    }
    TemporaryStore store;
    const DemoReport report = make(store, request(57));
    CHECK(report.orders_of_group == 57);
    CHECK(
        store.number("SELECT count(*) FROM sales_order o JOIN account a ON a.id = o.account_id WHERE a.code "
                     "LIKE 'QH%'") == 57);
    CHECK(store.number("SELECT count(*) FROM sales_order") == report.orders);
}

TEST_CASE("nothing is told that has not happened by the day of the demo") {
    const DemoRequest wanted = request();
    const base::Timestamp now = base::Timestamp::at_start_of(wanted.today);
    cli::demo::generate(wanted, [&](const std::vector<ingest::Fact>& facts) {
        for (const ingest::Fact& fact : facts) {
            REQUIRE(fact.origin.received <= now);
            REQUIRE(*fact.origin.occurred <= now);
            const auto* milestone = std::get_if<ingest::MilestoneFact>(&fact.body);
            if (milestone != nullptr && milestone->actual) REQUIRE(*milestone->actual->at <= now);
        }
    });
    for (const SourceFile& file : files_of(wanted))
        REQUIRE(file.received <= now);
}

TEST_CASE("no two facts of a source share their key within a subject") {
    std::set<std::string> keys;
    std::size_t told = 0;
    cli::demo::generate(request(), [&](const std::vector<ingest::Fact>& facts) {
        for (const ingest::Fact& fact : facts) {
            const std::string subject = ingest::to_string(ingest::subject_of(fact.body));
            const std::string key = fact.account + " " + subject + " " + std::to_string(fact.origin.source) +
                                    " " + fact.origin.key;
            if (!keys.insert(key).second) UNSCOPED_INFO(key);
            ++told;
        }
    });
    CHECK(keys.size() == told);
}

TEST_CASE("400 orders show nearly all that can happen to an order, on any day of the week") {
    for (const char* today : {"2026-11-22", "2027-03-03"}) {
        TemporaryStore store;
        const DemoRequest wanted = request(400, today);
        const DemoReport report = make(store, wanted);
        CHECK(report.orders == 560);
        CHECK(store.number("SELECT count(*) FROM sales_order") == 560);
        check_variety(store, wanted);
    }
}

TEST_CASE("one order shows what the order page can explain: three of five shipped, moved twice by six days") {
    TemporaryStore store;
    make(store, request());
    CHECK(store.dump(
              "SELECT s.headline_kind, s.headline_stage, s.headline_count, s.headline_of, s.promise_moves, "
              "s.promise_net_days, l.number FROM order_summary s JOIN sales_order o ON o.id = s.id "
              "JOIN order_line l ON l.id = s.blocking_line_id WHERE o.customer_reference = '4500187712'") ==
          "1|8|3|5|2|6|40|\n");
}

TEST_CASE("what is stored about every order is what its records say") {
    TemporaryStore store;
    make(store, request());
    auto scratch = storage::Database::open_in_memory();
    REQUIRE(scratch);
    auto lease = store->read();
    REQUIRE(lease);
    persistence::sqlite::OrderStore orders(**lease);
    std::int64_t seen = 0;
    std::map<std::string, int> contradictions;
    for (const std::int64_t root : {1, 4, 5}) {
        const auto scope = persistence::SystemScope::whole(domain::AccountId{root});
        const auto ids = orders.ids(scope);
        REQUIRE(ids);
        for (const domain::OrderId id : *ids) {
            const auto detail = orders.detail(scope, id);
            REQUIRE(detail);
            const domain::OrderSummary derived = domain::summarise(detail->records);
            INFO(detail->records.order.number);
            REQUIRE(test::columns_of(*scratch, derived) == test::columns_of(*scratch, detail->summary));
            const domain::OrderFacts facts(detail->records);
            for (const domain::Reason& reason : domain::find_conflicts(facts))
                ++contradictions[reason.text];
            ++seen;
        }
    }
    CHECK(seen == 560);
    // What the systems say fits together.
    CHECK(contradictions == std::map<std::string, int>{});
}

TEST_CASE("making the same demo again changes nothing and keeps the log-ins") {
    TemporaryStore store;
    const DemoReport first = make(store, request(30));
    REQUIRE(first.log_ins.size() == 4);
    CHECK(first.log_ins.back().is_staff);
    const std::string rows = store.dump("SELECT tbl, row_id, seq FROM sync_index ORDER BY seq, feed_id");
    const DemoReport second = make(store, request(30));
    CHECK(second.was_made_before);
    CHECK(second.orders == first.orders);
    CHECK(second.log_ins.empty());
    CHECK(store.dump("SELECT tbl, row_id, seq FROM sync_index ORDER BY seq, feed_id") == rows);
}

TEST_CASE("the log-ins are in a file for its owner only, and their passwords open the demo") {
    TemporaryStore store;
    const DemoReport report = make(store, request(10));
    const std::filesystem::path path = store.folder() / "demo-logins.txt";
    struct stat status {};
    REQUIRE(stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    std::ifstream file(path);
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    auth::PasswordHasher hasher(auth::HashCost::minimum());
    for (const cli::demo::LogIn& log_in : report.log_ins) {
        CHECK(text.find(log_in.email + " / " + log_in.password + "\n") != std::string::npos);
        const std::string hash =
            store.dump("SELECT password_hash FROM app_user WHERE email = '" + log_in.email + "'");
        const auto opens = hasher.verify(hash.substr(0, hash.find('|')), log_in.password);
        REQUIRE(opens);
        CHECK(*opens);
    }
}
