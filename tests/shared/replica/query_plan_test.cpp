#include "shared/replica/order_list.h"
#include "shared/replica/order_snapshot.h"
#include "shared/replica/search.h"
#include "tests/shared/replica/replica_builder.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using test::cell;
using test::PageBuilder;

namespace {

storage::Database one_order() {
    PageBuilder builder;
    builder.put("item", {{"id", cell(1)}, {"name", cell("Pump")}})
        .put("sales_order", {{"id", cell(7)}, {"number", cell("SO-7")}, {"currency", cell("CNY")}})
        .put("order_summary", {{"id", cell(7)}, {"lines_at", cell("1,0,0,0,0,0,0,0,0,0,0,0,0,0")}})
        .put("order_line", {{"id", cell(2)}, {"order_id", cell(7)}, {"item_id", cell(1)}})
        .put("shipment", {{"id", cell(3)}, {"number", cell("ASN-PUMP")}})
        .put("shipment_line",
             {{"id", cell(4)}, {"order_id", cell(7)}, {"shipment_id", cell(3)}, {"line_id", cell(2)}});
    return test::booted(builder);
}

struct Plan {
    std::string sql;
    std::string steps;
};

/// The plans of all statements that this connection has prepared since it was opened and still keeps.
std::vector<Plan> plans(storage::Database& database) {
    std::vector<Plan> plans;
    {
        auto statements = database.query(
            "SELECT sql FROM sqlite_stmt WHERE sql LIKE 'SELECT%' AND sql NOT LIKE '%sqlite_stmt%'");
        REQUIRE(statements);
        while (statements->step().value_or(false))
            plans.push_back({statements->string(0), {}});
    }
    for (Plan& plan : plans) {
        auto steps = database.query("EXPLAIN QUERY PLAN " + plan.sql);
        INFO(plan.sql);
        REQUIRE(steps);
        while (steps->step().value_or(false))
            plan.steps += steps->string(3) + "\n";
    }
    return plans;
}

/// Steps that walk all rows of something that grows with the number of orders.
std::vector<std::string> walks(const Plan& plan) {
    std::vector<std::string> found;
    std::size_t from = 0;
    while (from < plan.steps.size()) {
        const std::size_t end = plan.steps.find('\n', from);
        const std::string step = plan.steps.substr(from, end - from);
        from = end + 1;
        const bool small = step.find("VIRTUAL TABLE") != std::string::npos || step == "SCAN source" ||
                           step == "SCAN account";
        if (step.starts_with("SCAN") && !small) found.push_back(step);
    }
    return found;
}

} // namespace

TEST_CASE("opening an order, its rows and why it was found walk no table") {
    storage::Database database = one_order();
    const std::vector<domain::OrderId> ids{domain::OrderId(7)};
    REQUIRE(replica::read_order(database, ids.front()));
    REQUIRE(replica::read_order_rows(database, ids)->size() == 1);
    REQUIRE(replica::explain_matches(database, "pump", ids)->size() == 1);
    const auto all = plans(database);
    CHECK(all.size() >= 14);
    for (const Plan& plan : all) {
        INFO(plan.sql << "\n" << plan.steps);
        CHECK(walks(plan).empty());
    }
}

TEST_CASE("search walks only the full-text indexes and sorts nothing") {
    storage::Database database = one_order();
    REQUIRE(replica::search_orders(database, "pump", replica::SearchExtent::all)->orders.size() == 1);
    REQUIRE(replica::search_orders(database, "so-7", replica::SearchExtent::newest)->orders.size() == 1);
    for (const Plan& plan : plans(database)) {
        INFO(plan.sql << "\n" << plan.steps);
        CHECK(walks(plan).empty());
        CHECK(plan.steps.find("TEMP B-TREE") == std::string::npos);
    }
}

TEST_CASE("the replica's statements need no JSON functions, which the browser's SQLite does not have") {
    storage::Database database = one_order();
    const replica::ListMoment moment{base::Timestamp::from_seconds(1), base::LocalDate::from_days(1)};
    replica::OrderListQuery query;
    query.search = "pump";
    const auto found = replica::list_orders(database, query, moment, replica::SearchExtent::all);
    REQUIRE(found);
    REQUIRE(found->orders.size() == 1);
    REQUIRE(replica::read_order_rows(database, found->orders)->size() == 1);
    CHECK(*database.query_int(
              "SELECT count(*) FROM sqlite_stmt WHERE sql LIKE '%json\\_%' ESCAPE '\\' AND sql NOT "
              "LIKE '%sqlite\\_stmt%' ESCAPE '\\'") == 0);
}

TEST_CASE("the list and the figures walk narrow indexes, never the wide rows of summaries") {
    storage::Database database = one_order();
    const replica::ListMoment moment{base::Timestamp::from_seconds(1), base::LocalDate::from_days(1)};
    replica::OrderListQuery query;
    for (const auto filter :
         {replica::OrderFilter::open, replica::OrderFilter::late, replica::OrderFilter::arriving,
          replica::OrderFilter::waiting, replica::OrderFilter::complete}) {
        query.filter = filter;
        REQUIRE(replica::list_orders(database, query, moment, replica::SearchExtent::all));
    }
    query.filter.reset();
    REQUIRE(replica::list_orders(database, query, moment, replica::SearchExtent::all));
    REQUIRE(replica::count_orders(database, moment));
    for (const Plan& plan : plans(database)) {
        INFO(plan.sql << "\n" << plan.steps);
        for (const std::string& step : walks(plan))
            CHECK(step.find("COVERING INDEX") != std::string::npos);
    }
}
