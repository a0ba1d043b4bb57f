#include "shared/tables/many_orders.h"

#include "server/persistence/sqlite/order_store.h"
#include "server/persistence/system_scope.h"
#include "shared/domain/summary.h"
#include "shared/tables/related_orders.h"
#include "tests/server/ingest/fact_story.h"
#include "tests/support/summary_columns.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace orderdeck;
using namespace orderdeck::server;
using orderdeck::test::FactStory;
using orderdeck::test::TemporaryStore;
using persistence::Scope;
using persistence::SystemScope;

namespace {

domain::AccountId account_of(TemporaryStore& store, const std::string& code) {
    return domain::AccountId{store.number("SELECT id FROM account WHERE code = '" + code + "'")};
}

/// Two orders of one company share a shipment, a third has its own, a fourth belongs to another customer.
void tell_orders(TemporaryStore& store) {
    FactStory story;
    story.batch.accounts.push_back(
        {.code = "north", .name = {.text = "North", .translations = {}}, .parent = "acme"});
    story.batch.accounts.push_back(
        {.code = "other", .name = {.text = "Other", .translations = {}}, .parent = {}});
    for (const char* order : {"A-1", "A-2", "A-3"}) {
        story.order(order);
        for (const char* line : {"1", "2", "10"})
            story.line(order, line, 5).promise(order, line, 9);
    }
    story.carries("DN-1", "A-1", "1", 5).carries("DN-1", "A-2", "2", 5).carries("DN-3", "A-3", "10", 2);
    story.scan("DN-1", domain::MilestoneCode::shipped, 4).scan("DN-1", domain::MilestoneCode::delivered, 6);
    story.scan("DN-3", domain::MilestoneCode::shipped, 5);
    story.add("step/1", ingest::OperationFact{.order = "A-3", .line = "2", .number = "10"});
    story.of("north").order("N-1").line("N-1", "1", 5);
    story.of("other").order("O-1").line("O-1", "1", 5);
    story.tell(store);
}

/// Ids of all rows, so that what was read twice or not at all shows.
template <typename Row>
std::vector<std::int64_t> ids_of(const std::vector<Row>& rows) {
    std::vector<std::int64_t> ids;
    for (const Row& row : rows)
        ids.push_back(row.id.value());
    std::sort(ids.begin(), ids.end());
    return ids;
}

void check_same(const domain::OrderRecords& one, const domain::OrderRecords& other) {
    CHECK(one.order.number == other.order.number);
    REQUIRE(one.lines.size() == other.lines.size());
    for (std::size_t i = 0; i < one.lines.size(); ++i)
        CHECK(one.lines[i].number == other.lines[i].number);
    CHECK(ids_of(one.shipments) == ids_of(other.shipments));
    CHECK(ids_of(one.shipment_lines) == ids_of(other.shipment_lines));
    CHECK(ids_of(one.milestones) == ids_of(other.milestones));
    CHECK(ids_of(one.promises) == ids_of(other.promises));
    CHECK(ids_of(one.holds) == ids_of(other.holds));
    CHECK(ids_of(one.parcels) == ids_of(other.parcels));
    CHECK(ids_of(one.tracking_events) == ids_of(other.tracking_events));
    CHECK(ids_of(one.relations) == ids_of(other.relations));
    CHECK(ids_of(one.operations) == ids_of(other.operations));
}

void check_same_papers(const domain::OrderRecords& one, const domain::OrderRecords& other) {
    CHECK(ids_of(one.invoices) == ids_of(other.invoices));
    CHECK(ids_of(one.invoice_lines) == ids_of(other.invoice_lines));
    CHECK(ids_of(one.payments) == ids_of(other.payments));
    CHECK(ids_of(one.instalments) == ids_of(other.instalments));
    CHECK(ids_of(one.documents) == ids_of(other.documents));
    CHECK(ids_of(one.contradictions) == ids_of(other.contradictions));
}

} // namespace

TEST_CASE("Orders that are read together are what each is when it is read alone") {
    TemporaryStore store;
    tell_orders(store);
    auto reader = store->read().value();
    const Scope scope = SystemScope::whole(account_of(store, "acme"));
    const auto ids = persistence::sqlite::OrderStore(*reader).ids(scope).value();
    REQUIRE(ids.size() == 4);
    const auto together = tables::load_many_orders(*reader, ids, scope.rows()).value();
    REQUIRE(together.size() == ids.size());
    auto scratch = storage::Database::open_in_memory().value();
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto alone = tables::load_order_records(*reader, ids[i], scope.rows()).value();
        check_same(together[i], alone);
        CHECK(test::columns_of(scratch, domain::summarise(together[i])) ==
              test::columns_of(scratch, domain::summarise(alone)));
    }
}

TEST_CASE("Whole orders that are read together have their papers and money, too") {
    TemporaryStore store;
    tell_orders(store);
    FactStory bills(test::instant(2));
    bills.from(3).bills("R-1", "A-1", "1", 5).bills("R-1", "A-2", "1", 5).invoice("R-1", 1000);
    bills.pays("R-1", "", 400, 31).pays("", "A-3", 100, 32);
    bills.from(1).carries("DN-1", "A-1", "1", 4).scan("DN-1", domain::MilestoneCode::delivered, 7);
    ingest::DocumentFact paper;
    paper.order = "A-1";
    paper.number = "OC-1";
    bills.add("paper/1", paper);
    paper.order.clear();
    paper.shipment = "DN-1";
    bills.add("paper/2", paper);
    bills.tell(store);
    auto reader = store->read().value();
    const Scope scope = SystemScope::whole(account_of(store, "acme"));
    const auto ids = persistence::sqlite::OrderStore(*reader).ids(scope).value();
    const auto together = tables::load_whole_orders(*reader, ids, scope.rows()).value();
    REQUIRE(together.size() == ids.size());
    std::size_t papers = 0;
    std::size_t payments = 0;
    std::size_t contradictions = 0;
    auto scratch = storage::Database::open_in_memory().value();
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto alone = tables::load_order_records(*reader, ids[i], scope.rows()).value();
        check_same(together[i], alone);
        check_same_papers(together[i], alone);
        CHECK(test::columns_of(scratch, domain::summarise(together[i])) ==
              test::columns_of(scratch, domain::summarise(alone)));
        papers += alone.documents.size();
        payments += alone.payments.size();
        contradictions += alone.contradictions.size();
    }
    // Both orders of the shared shipment and invoice have what is about it.
    CHECK(papers == 3);
    CHECK(payments == 3);
    CHECK(contradictions > 0);
}

TEST_CASE("What the scope does not have is not read with the others") {
    TemporaryStore store;
    tell_orders(store);
    auto reader = store->read().value();
    const Scope everything = SystemScope::whole(account_of(store, "acme"));
    const Scope north = SystemScope::below(account_of(store, "acme"), account_of(store, "north"));
    const auto ids = persistence::sqlite::OrderStore(*reader).ids(everything).value();
    const auto seen = tables::load_many_orders(*reader, ids, north.rows()).value();
    REQUIRE(seen.size() == 1);
    CHECK(seen.front().order.number == "N-1");
    const Scope other = SystemScope::whole(account_of(store, "other"));
    CHECK(tables::load_many_orders(*reader, ids, other.rows()).value().empty());
    CHECK(tables::load_many_orders(*reader, {}, everything.rows()).value().empty());
}

TEST_CASE("Each order that is read with others costs one look-up a table") {
    TemporaryStore store;
    tell_orders(store);
    auto reader = store->read().value();
    const Scope scope = SystemScope::whole(account_of(store, "acme"));
    const auto plan = [&](const char* table, const char* key) {
        auto rows =
            reader->query("EXPLAIN QUERY PLAN " + tables::rows_of_many_sql(table, key, scope.rows())).value();
        std::string steps;
        while (rows.step().value())
            steps += rows.string(3) + "; ";
        return steps;
    };
    for (const char* table :
         {"order_line", "shipment_line", "milestone", "promise", "hold", "relation", "operation"}) {
        const std::string steps = plan(table, "order_id");
        INFO(table << ": " << steps);
        CHECK(steps.find("SCAN x") == std::string::npos);
        CHECK(steps.find("(root_id=? AND order_id=?)") != std::string::npos);
    }
    for (const char* table : {"milestone", "parcel", "tracking_event"}) {
        const std::string steps = plan(table, "shipment_id");
        INFO(table << ": " << steps);
        CHECK(steps.find("(root_id=? AND shipment_id=?)") != std::string::npos);
    }
    for (const char* table : {"sales_order", "shipment"})
        CHECK(plan(table, "id").find("(root_id=? AND id=?)") != std::string::npos);
}

namespace {

void relate(FactStory& story, const std::string& order, domain::RelationKind kind, const std::string& other) {
    ingest::RelationFact fact;
    fact.order = order;
    fact.kind = kind;
    fact.other_order = other;
    story.add("relation/" + other, std::move(fact));
}

std::vector<std::string> numbers_of(TemporaryStore& store, const std::vector<domain::OrderId>& orders) {
    std::vector<std::string> numbers;
    for (const domain::OrderId order : orders) {
        std::string number =
            store.dump("SELECT number FROM sales_order WHERE id = " + std::to_string(order.value()));
        number.erase(number.find_last_not_of("|\n ") + 1);
        numbers.push_back(number);
    }
    return numbers;
}

domain::OrderId order_called(TemporaryStore& store, const std::string& number, const std::string& account) {
    return domain::OrderId{
        store.number("SELECT o.id FROM sales_order o JOIN account a ON a.id = o.account_id "
                     "WHERE o.number = '" +
                     number + "' AND a.code = '" + account + "'")};
}

/// A chain in both directions, a circle, and another customer with the same numbers.
void tell_relations(TemporaryStore& store) {
    FactStory story;
    story.batch.accounts.push_back(
        {.code = "other", .name = {.text = "Other", .translations = {}}, .parent = {}});
    for (const char* number : {"C-1", "R-1", "R-2", "F-1", "X-1"})
        story.order(number);
    relate(story, "R-1", domain::RelationKind::call_off_of, "C-1");
    relate(story, "R-2", domain::RelationKind::call_off_of, "C-1");
    relate(story, "F-1", domain::RelationKind::follow_up_of, "R-2");
    relate(story, "C-1", domain::RelationKind::follow_up_of, "F-1");
    relate(story, "X-1", domain::RelationKind::backorder_of, "not yet known");
    story.of("other").order("C-1").order("R-1").order("S-1");
    relate(story, "S-1", domain::RelationKind::split_from, "R-1");
    story.tell(store);
}

} // namespace

TEST_CASE("The orders around an order are found in both directions, nearest first, also on a circle") {
    TemporaryStore store;
    tell_relations(store);
    auto reader = store->read().value();
    const Scope scope = SystemScope::whole(account_of(store, "acme"));
    const auto around = [&](const char* number, std::size_t most = 50) {
        const auto found =
            tables::related_orders(*reader, order_called(store, number, "acme"), scope.rows(), most);
        REQUIRE(found.has_value());
        return numbers_of(store, *found);
    };
    CHECK(around("C-1") == std::vector<std::string>{"C-1", "F-1", "R-1", "R-2"});
    CHECK(around("R-1") == std::vector<std::string>{"R-1", "C-1", "F-1", "R-2"});
    CHECK(around("R-1", 2) == std::vector<std::string>{"R-1", "C-1"});
    CHECK(around("X-1") == std::vector<std::string>{"X-1"});
}

TEST_CASE("Another customer's orders with the same numbers are never related") {
    TemporaryStore store;
    tell_relations(store);
    auto reader = store->read().value();
    const Scope other = SystemScope::whole(account_of(store, "other"));
    const domain::OrderId own = order_called(store, "R-1", "other");
    CHECK(numbers_of(store, tables::related_orders(*reader, own, other.rows()).value()) ==
          std::vector<std::string>{"R-1", "S-1"});
    const domain::OrderId foreign = order_called(store, "C-1", "acme");
    CHECK(tables::related_orders(*reader, foreign, other.rows()).value().empty());
}
