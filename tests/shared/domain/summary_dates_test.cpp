#include "shared/domain/summary.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::domain;
using orderdeck::test::day;
using orderdeck::test::instant;
using orderdeck::test::OrderBuilder;

TEST_CASE("the promise of an order is the latest of its lines, first and last, moved twice by six days") {
    OrderBuilder order;
    const LineId first = order.line(1);
    const LineId second = order.line(1);
    order.promise(first, 6, 1);
    order.promise(second, 4, 1);
    order.promise(second, 8, 3);
    order.promise(second, 12, 5);
    const OrderSummary summary = summarise(order.records);
    CHECK(summary.promised_first_on == day(6));
    CHECK(summary.promised_on == day(12));
    CHECK(summary.promise_moves == 2);
    CHECK(summary.promise_net_days == 6);
}

TEST_CASE("an order becomes late when the day after its promise begins at the delivery place") {
    OrderBuilder order;
    order.records.order.delivery_utc_offset_minutes = 480;
    const LineId line = order.line(1);
    order.promise(line, 10);
    const OrderSummary summary = summarise(order.records);
    CHECK(summary.late_at == instant(10, 16)); // 11 January, 00:00 at +08:00
    CHECK_FALSE(is_late(summary, instant(10, 15)));
    CHECK(is_late(summary, instant(10, 16)));
    CHECK(late_days(summary, order.records.order, instant(10, 15)) == 0);
    CHECK(late_days(summary, order.records.order, instant(10, 16)) == 1);
    CHECK(late_days(summary, order.records.order, instant(11, 16)) == 2);
    CHECK(attention_of(summary, instant(10, 16)) == Attention::overdue);
}

TEST_CASE("a promise that moved and is then met is moved, not late") {
    OrderBuilder order;
    const LineId line = order.line(1);
    order.promise(line, 6, 1);
    order.promise(line, 12, 3);
    order.fact(line, MilestoneCode::delivered, 12);
    const OrderSummary summary = summarise(order.records);
    CHECK(summary.promise_moves == 1);
    CHECK(summary.delivered_late_days == 0);
    CHECK_FALSE(summary.late_at);
    CHECK_FALSE(is_late(summary, instant(99)));
    CHECK(attention_of(summary, instant(99)) == Attention::done);
}

TEST_CASE("an order that came after its promise stays late by those days") {
    OrderBuilder order;
    const LineId line = order.line(1);
    order.promise(line, 6);
    order.fact(line, MilestoneCode::delivered, 9);
    const OrderSummary summary = summarise(order.records);
    CHECK(summary.delivered_late_days == 3);
    CHECK(is_late(summary, instant(9)));
    CHECK(late_days(summary, order.records.order, instant(50)) == 3);
}

TEST_CASE("a forecast after the promise puts an open order at risk") {
    OrderBuilder order;
    const LineId line = order.line(1);
    order.promise(line, 10);
    order.forecast(line, 10);
    CHECK_FALSE(summarise(order.records).at_risk);
    order.forecast(line, 13, 2);
    const OrderSummary summary = summarise(order.records);
    CHECK(summary.at_risk);
    CHECK(summary.forecast_on == day(13));
    CHECK(attention_of(summary, instant(5)) == Attention::at_risk);
    order.fact(line, MilestoneCode::delivered, 12);
    CHECK_FALSE(summarise(order.records).at_risk);
    CHECK_FALSE(summarise(order.records).forecast_on);
}

TEST_CASE("the complete delivery is forecast from forecasts and, for lines without one, promises") {
    OrderBuilder order;
    const LineId first = order.line(1);
    const LineId second = order.line(1);
    order.promise(first, 20);
    CHECK_FALSE(summarise(order.records).forecast_on);
    order.forecast(second, 15);
    CHECK(summarise(order.records).forecast_on == day(20));
    CHECK(summarise(order.records).next_arrival_on == day(15));
}

TEST_CASE("the line that comes last holds up the rest when it is the only one") {
    OrderBuilder order;
    const LineId first = order.line(1);
    CHECK_FALSE(summarise(order.records).blocking_line);
    const LineId second = order.line(1);
    order.promise(first, 10);
    order.promise(second, 10);
    CHECK_FALSE(summarise(order.records).blocking_line);
    order.forecast(second, 14);
    CHECK(summarise(order.records).blocking_line == second);
    order.fact(first, MilestoneCode::delivered, 9);
    CHECK(summarise(order.records).blocking_line == second);
    order.fact(second, MilestoneCode::delivered, 13);
    CHECK_FALSE(summarise(order.records).blocking_line);
}

TEST_CASE("what holds up a kit is one of its parts, and the kit itself only when these have come") {
    OrderBuilder order;
    const LineId kit = order.line(1);
    const LineId part = order.line(2);
    const LineId other = order.line(2);
    order.promise(kit, 20);
    order.promise(part, 15);
    order.promise(other, 10);
    CHECK(summarise(order.records).blocking_line == kit);
    for (const LineId component : {part, other}) {
        order.records.relations.push_back({.kind = RelationKind::kit_component_of,
                                           .order = order.records.order.id,
                                           .line = component,
                                           .other_order = {},
                                           .other_line = order.records.lines.front().number,
                                           .quantity = Quantity::from_units(2)});
    }
    CHECK(summarise(order.records).blocking_line == part);
    order.fact(part, MilestoneCode::delivered, 14);
    order.fact(other, MilestoneCode::delivered, 14);
    CHECK(summarise(order.records).blocking_line == kit);
}

TEST_CASE("a framework contract is open until it is closed, whatever was called off") {
    OrderBuilder order;
    order.line(100);
    order.records.order.kind = OrderKind::framework_contract;
    CHECK_FALSE(summarise(order.records).complete);
    order.fact(MilestoneCode::closed, 30);
    const OrderSummary closed = summarise(order.records);
    CHECK(closed.complete);
    CHECK(closed.open_minor == 0);
    CHECK(closed.turn == Party::unknown);
    order.records.order.kind = OrderKind::standard;
    CHECK_FALSE(summarise(order.records).complete);
}

TEST_CASE("without dates the line that is furthest behind holds up the rest") {
    OrderBuilder order;
    order.fact(order.line(1), MilestoneCode::packed, 4);
    const LineId behind = order.line(1);
    CHECK(summarise(order.records).blocking_line == behind);
    order.line(1);
    CHECK_FALSE(summarise(order.records).blocking_line);
}

TEST_CASE("a promise is measured where the Incoterm ends our part") {
    OrderBuilder order;
    order.records.order.incoterm = "FCA";
    const LineId line = order.line(1);
    order.promise(line, 10);
    order.forecast(line, 20);
    CHECK(summarise(order.records).late_at);
    CHECK_FALSE(summarise(order.records).at_risk);
    Milestone& despatch = order.fact(line, MilestoneCode::shipped, 1);
    despatch.actual.reset();
    despatch.forecast = day(12);
    CHECK(summarise(order.records).at_risk);
    order.fact(line, MilestoneCode::shipped, 9);
    const OrderSummary handed_over = summarise(order.records);
    CHECK_FALSE(handed_over.complete);
    CHECK_FALSE(handed_over.late_at);
    CHECK_FALSE(handed_over.at_risk);
    order.fact(line, MilestoneCode::delivered, 21);
    CHECK(summarise(order.records).delivered_late_days == 0);
    order.records.order.incoterm = "DAP";
    CHECK(summarise(order.records).delivered_late_days == 11);
}
