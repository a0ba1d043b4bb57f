#include "server/persistence/sqlite/account_directory.h"
#include "server/persistence/sqlite/order_store.h"
#include "server/persistence/system_scope.h"
#include "tests/server/ingest/fact_story.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace orderdeck;
using namespace orderdeck::server::persistence;
using namespace orderdeck::server::persistence::sqlite;
using orderdeck::test::FactStory;
using orderdeck::test::TemporaryStore;

namespace {

/// "acme" with the companies "north" and "south" below it, and the stranger "other".
void tell_companies(TemporaryStore& store) {
    FactStory story;
    story.batch.accounts.push_back(
        {.code = "north", .name = {.text = "North", .translations = {}}, .parent = "acme"});
    story.batch.accounts.push_back(
        {.code = "south", .name = {.text = "South", .translations = {}}, .parent = "acme"});
    story.batch.accounts.push_back(
        {.code = "other", .name = {.text = "Other", .translations = {}}, .parent = {}});
    story.of("north").order("N-1", 3).line("N-1", "1", 5, "Ball valve 100% brass");
    story.order("N-2", 9).line("N-2", "1", 5, "Pump_A");
    story.of("south").order("S-1", 5).line("S-1", "1", 2).carries("DN-77", "S-1", "1", 2);
    story.add("s", server::ingest::ShipmentFact{.shipment = "DN-77",
                                                .carrier = "SF",
                                                .tracking_number = "SF1234567",
                                                .mode = {},
                                                .parcels = {},
                                                .origin = {},
                                                .destination = {}});
    story.of("acme").order("A-1", 9).line("A-1", "1", 1);
    story.of("other").order("O-1", 9).line("O-1", "1", 1, "Pump_B").order("N-1", 1).line("N-1", "1", 1);
    story.tell(store);
}

class Reads {
public:
    explicit Reads(TemporaryStore& store) : lease_(std::move(*store->read())), orders(*lease_) {}

    Scope scope_of(const std::string& code) {
        const auto node = AccountDirectory(*lease_).find_by_code(code);
        REQUIRE(node.has_value());
        REQUIRE(node->has_value());
        return SystemScope::below((*node)->owner.root, (*node)->owner.account);
    }
    std::vector<std::string> numbers(const Scope& scope, const std::string& search = {}) {
        const auto page = orders.page(scope, {.after = {}, .limit = 100, .search = search});
        REQUIRE(page.has_value());
        CHECK(page->total == std::ssize(page->orders));
        std::vector<std::string> found;
        for (const OrderEntry& entry : page->orders)
            found.push_back(entry.order.number);
        return found;
    }
    storage::Database& database() { return *lease_; }

private:
    ReadLease lease_;

public:
    OrderStore orders;
};

using Numbers = std::vector<std::string>;
using Nodes = std::vector<domain::AccountId>;

} // namespace

TEST_CASE("A scope sees its nodes with all below them and nothing else") {
    TemporaryStore store;
    tell_companies(store);
    Reads reads(store);
    CHECK(reads.numbers(reads.scope_of("acme")) == Numbers{"N-2", "A-1", "S-1", "N-1"});
    CHECK(reads.numbers(reads.scope_of("north")) == Numbers{"N-2", "N-1"});
    CHECK(reads.numbers(reads.scope_of("south")) == Numbers{"S-1"});
    CHECK(reads.numbers(reads.scope_of("other")) == Numbers{"O-1", "N-1"});
    const Scope north = reads.scope_of("north");
    CHECK(reads.numbers(SystemScope::below(north.root(), Nodes{})).empty());
    // A node of another customer's tree opens nothing.
    const Scope other = reads.scope_of("other");
    CHECK(reads.numbers(SystemScope::below(other.root(), north.nodes()[0])).empty());
}

TEST_CASE("The list is newest first and its pages meet without gap or repetition") {
    TemporaryStore store;
    FactStory story;
    for (int i = 0; i < 23; ++i) {
        const std::string number = "SO-" + std::to_string(i);
        story.order(number, 1 + i % 4).line(number, "1", 1);
        // Some orders have no date at all.
        if (i % 5 == 0) std::get<server::ingest::OrderFact>(story.batch.facts.end()[-2].body).placed.reset();
    }
    story.tell(store);
    Reads reads(store);
    const Scope scope = reads.scope_of("acme");
    const Numbers all = reads.numbers(scope);
    REQUIRE(all.size() == 23);
    for (const int limit : {1, 4, 23}) {
        Numbers paged;
        OrderQuery query{.after = {}, .limit = limit, .search = {}};
        do {
            const auto page = reads.orders.page(scope, query);
            REQUIRE(page.has_value());
            CHECK(page->total == 23);
            for (const OrderEntry& entry : page->orders)
                paged.push_back(entry.order.number);
            query.after = page->next;
        } while (query.after);
        CHECK(paged == all);
    }
}

TEST_CASE("Search finds orders by number, reference, item, shipment and tracking number") {
    TemporaryStore store;
    tell_companies(store);
    Reads reads(store);
    const Scope acme = reads.scope_of("acme");
    CHECK(reads.numbers(acme, "n-2") == Numbers{"N-2"});
    CHECK(reads.numbers(acme, "PO-S") == Numbers{"S-1"});
    CHECK(reads.numbers(acme, "valve") == Numbers{"N-1"});
    CHECK(reads.numbers(acme, "dn-77") == Numbers{"S-1"});
    CHECK(reads.numbers(acme, "234567") == Numbers{"S-1"});
    CHECK(reads.numbers(acme, "nothing like this").empty());
    // The wildcards of LIKE are ordinary characters here.
    CHECK(reads.numbers(acme, "100%") == Numbers{"N-1"});
    CHECK(reads.numbers(acme, "p_").empty() == false);
    CHECK(reads.numbers(acme, "p_A") == Numbers{"N-2"});
    CHECK(reads.numbers(acme, "%%").empty());
    CHECK(reads.numbers(reads.scope_of("north"), "234567").empty());
}

TEST_CASE("A foreign order is answered like an unknown one") {
    TemporaryStore store;
    tell_companies(store);
    Reads reads(store);
    const auto foreign = reads.orders.ids(reads.scope_of("other"));
    REQUIRE(foreign.has_value());
    REQUIRE(foreign->size() == 2);
    const auto refused = reads.orders.detail(reads.scope_of("acme"), foreign->front());
    const auto unknown = reads.orders.detail(reads.scope_of("acme"), domain::OrderId{123456});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error() == unknown.error());
    CHECK(refused.error().code == base::ErrorCode::not_found);
}

TEST_CASE("An order comes with its records, summary, items and sources") {
    TemporaryStore store;
    tell_companies(store);
    Reads reads(store);
    const Scope scope = reads.scope_of("south");
    const auto ids = reads.orders.ids(scope);
    REQUIRE(ids.has_value());
    const auto detail = reads.orders.detail(scope, ids->front());
    REQUIRE(detail.has_value());
    CHECK(detail->records.order.number == "S-1");
    CHECK(detail->records.lines.size() == 1);
    CHECK(detail->records.shipments.size() == 1);
    CHECK(detail->summary.lines == 1);
    REQUIRE(detail->items.size() == 1);
    CHECK(detail->items.front().name.text == "Pump");
    CHECK(detail->sources.size() == 1);
}

namespace {

std::string plan_of(storage::Database& database, const std::string& sql) {
    auto plan = database.statement("EXPLAIN QUERY PLAN " + sql);
    REQUIRE(plan.has_value());
    std::string steps;
    while (plan->step().value_or(false))
        steps += plan->string(3) + "\n";
    return steps;
}

std::vector<OrderQuery> typical_queries() {
    const OrderPosition position{.placed_on = test::day(3), .id = domain::OrderId{1}};
    return {{.after = {}, .limit = 20, .search = {}},
            {.after = position, .limit = 20, .search = {}},
            {.after = {}, .limit = 20, .search = "pump"}};
}

} // namespace

TEST_CASE("Reads of one customer walk only that customer's rows, a later page from its place on") {
    TemporaryStore store;
    tell_companies(store);
    Reads reads(store);
    for (const OrderQuery& query : typical_queries()) {
        const std::string steps = plan_of(reads.database(), order_page_sql(reads.scope_of("acme"), query));
        INFO(steps);
        CHECK(steps.find("SCAN") == std::string::npos);
        CHECK(steps.find("USE TEMP B-TREE FOR ORDER BY") == std::string::npos);
        CHECK(steps.find(query.after ? "SEARCH o USING INDEX sales_order_by_placed (root_id=? AND <expr><?)"
                                     : "SEARCH o USING INDEX sales_order_by_placed (root_id=?)") !=
              std::string::npos);
    }
}

TEST_CASE("Reads of one company of a group walk only that company's rows") {
    TemporaryStore store;
    tell_companies(store);
    Reads reads(store);
    for (const OrderQuery& query : typical_queries()) {
        const std::string steps = plan_of(reads.database(), order_page_sql(reads.scope_of("north"), query));
        INFO(steps);
        // A search has to read the orders themselves, the others only the index.
        const std::string covering = query.search.empty() ? "COVERING " : "";
        CHECK(steps.find("SEARCH o USING " + covering +
                         "INDEX sales_order_by_account (root_id=? AND account_id=?") != std::string::npos);
        CHECK(steps.find("sales_order_by_placed") == std::string::npos);
        CHECK(steps.find("USING PRIMARY KEY (root_id=?)") == std::string::npos);
    }
    const std::string count = plan_of(reads.database(), "SELECT count(*) FROM sales_order o WHERE " +
                                                            reads.scope_of("north").predicate("o"));
    // Its parameters are not bound: only the plan is read.
    CHECK(count.find("sales_order_by_account (root_id=? AND account_id=?)") != std::string::npos);
}

TEST_CASE("A company of a group gets its own orders page by page, newest first") {
    TemporaryStore store;
    tell_companies(store);
    Reads reads(store);
    const Scope north = reads.scope_of("north");
    CHECK(reads.numbers(north) == std::vector<std::string>{"N-2", "N-1"});
    const auto first = reads.orders.page(north, {.after = {}, .limit = 1, .search = {}});
    REQUIRE(first.has_value());
    REQUIRE(first->next.has_value());
    CHECK(first->orders.front().order.number == "N-2");
    const auto second = reads.orders.page(north, {.after = first->next, .limit = 1, .search = {}});
    REQUIRE(second.has_value());
    REQUIRE(second->orders.size() == 1);
    CHECK(second->orders.front().order.number == "N-1");
    CHECK_FALSE(second->next.has_value());
    CHECK(reads.numbers(north, "pump") == std::vector<std::string>{"N-2"});
}

TEST_CASE("Listed orders come in the order in which they are asked for, without those of others") {
    TemporaryStore store;
    tell_companies(store);
    Reads reads(store);
    const Scope everybody = reads.scope_of("acme");
    std::vector<domain::OrderId> asked = reads.orders.ids(everybody).value();
    std::reverse(asked.begin(), asked.end());
    const std::vector<domain::OrderId> strangers = reads.orders.ids(reads.scope_of("other")).value();
    asked.insert(asked.begin(), strangers.begin(), strangers.end());
    asked.emplace_back(999999);
    const auto entries = reads.orders.entries(everybody, asked);
    REQUIRE(entries.has_value());
    REQUIRE(entries->size() == 4);
    for (std::size_t i = 0; i < entries->size(); ++i)
        CHECK((*entries)[i].order.id == asked[i + strangers.size()]);
    CHECK(reads.orders.entries(reads.scope_of("south"), asked)->size() == 1);
    CHECK(reads.orders.entries(everybody, {})->empty());
}

TEST_CASE("Each listed order costs one look-up by key, whatever the store holds") {
    TemporaryStore store;
    tell_companies(store);
    Reads reads(store);
    std::string plan;
    auto row = reads.database().query("EXPLAIN QUERY PLAN " + order_entries_sql(reads.scope_of("acme")));
    REQUIRE(row.has_value());
    while (row->step().value())
        plan += row->string(3) + "; ";
    CAPTURE(plan);
    CHECK(plan.find("SEARCH o USING") != std::string::npos);
    CHECK(plan.find("SEARCH y USING") != std::string::npos);
    CHECK(plan.find("SEARCH m USING") != std::string::npos);
    for (const char* table : {"SCAN o", "SCAN y", "SCAN m", "SCAN account_tree"})
        CHECK(plan.find(table) == std::string::npos);
}
