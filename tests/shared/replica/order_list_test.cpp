#include "shared/domain/line_number.h"
#include "shared/replica/order_list.h"
#include "shared/replica/replica.h"
#include "tests/shared/replica/replica_builder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>

using namespace orderdeck;
using base::LocalDate;
using base::Timestamp;
using domain::OrderId;
using replica::ListMoment;
using replica::OrderFilter;
using replica::OrderListQuery;
using replica::OrderListRow;
using replica::OrderSort;
using test::Cell;
using test::cell;
using test::PageBuilder;

namespace {

const LocalDate kToday = *LocalDate::parse("2026-11-25"); // a Wednesday
const ListMoment kMoment{Timestamp::at_start_of(kToday) + base::Duration::hours(10), kToday};

Cell maybe(std::mt19937& random, std::int64_t value) { return random() % 3 == 0 ? Cell{} : cell(value); }

/// 400 orders with every combination of facts that the list asks for.
std::string random_orders(std::mt19937& random, PageBuilder& builder) {
    const auto near_today = [&random] {
        return kToday.days() + static_cast<std::int64_t>(random() % 31) - 15;
    };
    builder.put("item", {{"id", cell(1)}, {"name", cell("Pump")}});
    for (std::int64_t id = 1; id <= 400; ++id) {
        const std::string number = "SO-" + std::to_string(random() % 2000);
        builder.put("sales_order", {{"id", cell(id)},
                                    {"number", cell(number)},
                                    {"account_id", cell(id % 3 + 1)},
                                    {"placed_on", maybe(random, near_today())},
                                    {"currency", cell(random() % 2 == 0 ? "CNY" : "USD")}});
        builder.put("order_summary",
                    {{"id", cell(id)},
                     {"complete", cell(random() % 3 == 0)},
                     {"at_risk", cell(random() % 4 == 0)},
                     {"late_at", maybe(random, near_today() * 86'400'000)},
                     {"promised_on", maybe(random, near_today())},
                     {"next_arrival_on", maybe(random, near_today())},
                     {"turn", cell(static_cast<std::int64_t>(random() % 3))},
                     {"hold_reason", random() % 5 == 0 ? cell(1) : Cell{}},
                     {"total_minor", cell(static_cast<std::int64_t>(random() % 9999))},
                     {"open_minor", cell(static_cast<std::int64_t>(random() % 999))},
                     {"lines_at", cell("0,0,0,0,0,0,0,0,0,0,0,0,0,0")},
                     {"headline_stage", cell(static_cast<std::int64_t>(random() % domain::kStageCount))},
                     {"lead_item_id", maybe(random, 1)}});
    }
    return builder.boot_page();
}

storage::Database random_replica(unsigned seed) {
    std::mt19937 random(seed);
    PageBuilder builder;
    storage::Database database = test::unbooted();
    REQUIRE(replica::apply_boot_page(database, random_orders(random, builder)));
    REQUIRE(replica::finish_boot(database));
    return database;
}

std::vector<OrderListRow> rows_of(storage::Database& database, const OrderListQuery& query) {
    const auto listed = replica::list_orders(database, query, kMoment, replica::SearchExtent::all);
    REQUIRE(listed);
    CHECK(listed->extent == replica::SearchExtent::all);
    const std::vector<OrderId>& ids = listed->orders;
    auto rows = replica::read_order_rows(database, ids);
    REQUIRE(rows);
    REQUIRE(rows->size() == ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        REQUIRE(rows->at(i).order.id == ids[i]);
    return std::move(*rows);
}

/// 300 orders of which the 30 oldest are complete.
storage::Database many_alike() {
    PageBuilder builder;
    for (std::int64_t id = 1; id <= 300; ++id) {
        const std::int64_t complete = id <= 30 ? 1 : 0;
        builder
            .put("sales_order", {{"id", test::cell(id)}, {"number", test::cell("SO-" + std::to_string(id))}})
            .put("order_summary", {{"id", test::cell(id)},
                                   {"complete", test::cell(complete)},
                                   {"lines_at", test::cell("0,0,0,0,0,0,0,0,0,0,0,0,0,0")}});
    }
    return test::booted(builder);
}

std::vector<OrderListRow> everything(storage::Database& database) { return rows_of(database, {}); }

/// The meaning of each filter in terms of the domain, not of SQL.
bool belongs(const OrderListRow& row, OrderFilter filter) {
    const domain::OrderSummary& summary = row.summary;
    const bool open = !summary.complete;
    switch (filter) {
    case OrderFilter::open: return open;
    case OrderFilter::late: return open && (domain::is_late(summary, kMoment.now) || summary.at_risk);
    case OrderFilter::arriving:
        return open && summary.next_arrival_on && *summary.next_arrival_on >= kToday &&
               *summary.next_arrival_on < kToday.start_of_week().plus_days(7);
    case OrderFilter::waiting: return open && summary.turn == domain::Party::customer;
    case OrderFilter::complete: return summary.complete;
    }
    return false;
}

constexpr OrderFilter kFilters[] = {OrderFilter::open, OrderFilter::late, OrderFilter::arriving,
                                    OrderFilter::waiting, OrderFilter::complete};

} // namespace

TEST_CASE("the first answer to a search is part of the whole one, and empty only when that is") {
    storage::Database database = many_alike();
    OrderListQuery query{.search = "so-"};
    const auto first = replica::list_orders(database, query, kMoment, replica::SearchExtent::newest);
    const auto whole = replica::list_orders(database, query, kMoment, replica::SearchExtent::all);
    REQUIRE(first);
    REQUIRE(whole);
    CHECK(first->extent == replica::SearchExtent::newest);
    CHECK(first->orders.size() == replica::kNewestHits);
    CHECK(whole->extent == replica::SearchExtent::all);
    CHECK(whole->orders.size() == 300);
    // None of the newest hits is complete.
    query.filter = OrderFilter::complete;
    const auto complete = replica::list_orders(database, query, kMoment, replica::SearchExtent::newest);
    REQUIRE(complete);
    CHECK(complete->extent == replica::SearchExtent::all);
    CHECK(complete->orders.size() == 30);
    query.search = "nothing";
    const auto none = replica::list_orders(database, query, kMoment, replica::SearchExtent::newest);
    REQUIRE(none);
    CHECK(none->extent == replica::SearchExtent::all);
    CHECK(none->orders.empty());
}

TEST_CASE("each filter shows exactly the orders that the domain puts there, in every sort") {
    storage::Database database = random_replica(31);
    const std::vector<OrderListRow> all = everything(database);
    REQUIRE(all.size() == 400);
    for (const OrderFilter filter : kFilters) {
        const auto expected =
            std::count_if(all.begin(), all.end(), [&](const auto& row) { return belongs(row, filter); });
        CHECK(expected > 0);
        for (const OrderSort sort : {OrderSort::attention, OrderSort::promised, OrderSort::placed,
                                     OrderSort::total, OrderSort::number}) {
            OrderListQuery query;
            query.filter = filter;
            query.sort = sort;
            const auto rows = rows_of(database, query);
            CHECK(static_cast<std::ptrdiff_t>(rows.size()) == expected);
            CHECK(
                std::all_of(rows.begin(), rows.end(), [&](const auto& row) { return belongs(row, filter); }));
        }
    }
}

TEST_CASE("the figures count what the filters show") {
    storage::Database database = random_replica(32);
    const auto figures = replica::count_orders(database, kMoment);
    REQUIRE(figures);
    const auto shown = [&database](OrderFilter filter) {
        OrderListQuery query;
        query.filter = filter;
        return static_cast<std::int64_t>(rows_of(database, query).size());
    };
    CHECK(figures->orders == 400);
    CHECK(figures->companies == 3);
    CHECK(figures->open == shown(OrderFilter::open));
    CHECK(figures->late_or_at_risk() == shown(OrderFilter::late));
    CHECK(figures->late > 0);
    CHECK(figures->at_risk > 0);
    CHECK(figures->arriving == shown(OrderFilter::arriving));
    CHECK(figures->waiting == shown(OrderFilter::waiting));
    CHECK(figures->complete == shown(OrderFilter::complete));
    CHECK(figures->next_arrival_on == kToday);

    std::int64_t yuan = 0;
    for (const OrderListRow& row : everything(database)) {
        if (!row.summary.complete && row.order.currency.code() == "CNY") yuan += row.summary.open_minor;
    }
    REQUIRE(figures->open_value.size() == 2);
    CHECK(figures->open_value.front().minor == yuan);
}

TEST_CASE("attention puts first what the domain puts first, then the earlier promise") {
    storage::Database database = random_replica(33);
    const auto rows = everything(database);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto before = domain::attention_of(rows[i - 1].summary, kMoment.now);
        const auto after = domain::attention_of(rows[i].summary, kMoment.now);
        REQUIRE(before <= after);
        const auto& left = rows[i - 1].summary.promised_on;
        const auto& right = rows[i].summary.promised_on;
        if (before != after || !left || !right) continue;
        REQUIRE((before == domain::Attention::done ? *left >= *right : *left <= *right));
    }
}

TEST_CASE("every sort keeps its promise") {
    storage::Database database = random_replica(34);
    const auto sorted = [&database](OrderSort sort, auto in_order) {
        OrderListQuery query;
        query.sort = sort;
        const auto rows = rows_of(database, query);
        for (std::size_t i = 1; i < rows.size(); ++i)
            REQUIRE(in_order(rows[i - 1], rows[i]));
    };
    sorted(OrderSort::placed, [](const auto& a, const auto& b) {
        return !b.order.placed || (a.order.placed && a.order.placed->on >= b.order.placed->on);
    });
    sorted(OrderSort::total, [](const auto& a, const auto& b) {
        return a.order.currency.code() < b.order.currency.code() ||
               a.summary.total_minor >= b.summary.total_minor;
    });
    sorted(OrderSort::number, [](const auto& a, const auto& b) {
        return !domain::line_number_before(b.order.number, a.order.number);
    });
    sorted(OrderSort::promised,
           [](const auto& a, const auto& b) { return a.summary.complete <= b.summary.complete; });
}

TEST_CASE("blanks in the search box ask for nothing") {
    storage::Database database = random_replica(36);
    OrderListQuery query;
    query.search = "  ";
    CHECK(rows_of(database, query).size() == 400);
}

TEST_CASE("the step chip shows the orders whose headline stands in that step") {
    storage::Database database = random_replica(35);
    std::size_t shown = 0;
    for (int step = 0; step < domain::kStepCount; ++step) {
        OrderListQuery query;
        query.step = static_cast<domain::Step>(step);
        const auto rows = rows_of(database, query);
        shown += rows.size();
        for (const auto& row : rows)
            REQUIRE(domain::step_of(row.summary.headline.stage) == *query.step);
    }
    CHECK(shown == 400);
}

TEST_CASE("search, filter and sort work together") {
    storage::Database database = random_replica(36);
    OrderListQuery query;
    query.search = "so-1";
    const auto hits = rows_of(database, query);
    query.filter = OrderFilter::late;
    query.sort = OrderSort::number;
    const auto late_hits = rows_of(database, query);
    CHECK(late_hits.size() < hits.size());
    CHECK_FALSE(late_hits.empty());
    for (const auto& row : late_hits) {
        CHECK(row.order.number.starts_with("SO-1"));
        CHECK(belongs(row, OrderFilter::late));
    }
    query.search = "no such thing";
    CHECK(rows_of(database, query).empty());
}

TEST_CASE("rows carry what a line of the list says, and ids that are gone are left out") {
    storage::Database database = random_replica(37);
    const std::vector<OrderId> ids{OrderId(9), OrderId(4000), OrderId(3)};
    const auto rows = replica::read_order_rows(database, ids);
    REQUIRE(rows);
    REQUIRE(rows->size() == 2);
    CHECK(rows->at(0).order.id == OrderId(9));
    CHECK(rows->at(1).order.id == OrderId(3));
    const auto all = everything(database);
    const auto with_item =
        std::count_if(all.begin(), all.end(), [](const auto& row) { return row.lead_item.has_value(); });
    CHECK(with_item > 0);
    CHECK(with_item < 400);
}
