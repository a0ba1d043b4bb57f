#include "shared/domain/why.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::domain;
using orderdeck::test::day;
using orderdeck::test::OrderBuilder;

namespace {

Quantity units(int count) { return Quantity::from_units(count); }

LineProgress only_line(const OrderBuilder& order) {
    const auto lines = line_progress(order.records);
    REQUIRE(lines.size() == 1);
    return lines.front();
}

} // namespace

TEST_CASE("what a shipment reaches, all it carries has reached") {
    OrderBuilder order;
    const LineId line = order.line(10);
    const ShipmentId shipment = order.shipment();
    order.carries(shipment, line, 6);
    order.scan(shipment, MilestoneCode::delivered, 9);
    const LineProgress progress = only_line(order);
    CHECK(progress.delivered == units(6));
    CHECK(progress.shipped == units(6));
    CHECK(progress.open == units(4));
    CHECK(progress.reached == Stage::placed);
    CHECK(progress.reached_any == Stage::delivered);
    CHECK_FALSE(progress.delivered_on);
}

TEST_CASE("a line in two shipments is delivered when the second arrives") {
    OrderBuilder order;
    const LineId line = order.line(10);
    const ShipmentId first = order.shipment();
    const ShipmentId second = order.shipment();
    order.carries(first, line, 6);
    order.carries(second, line, 4);
    order.scan(second, MilestoneCode::delivered, 12);
    order.scan(first, MilestoneCode::delivered, 9);
    const LineProgress progress = only_line(order);
    CHECK(progress.reached == Stage::delivered);
    CHECK(progress.delivered_on == day(12));
    CHECK(progress.open == units(0));
}

TEST_CASE("the line's own deliveries count only for what no shipment carries") {
    OrderBuilder order;
    const LineId line = order.line(10);
    const ShipmentId shipment = order.shipment();
    order.carries(shipment, line, 6);
    order.scan(shipment, MilestoneCode::delivered, 5);
    order.fact(line, MilestoneCode::delivered, 8, 7);
    const LineProgress progress = only_line(order);
    CHECK(progress.delivered == units(10));
    CHECK(progress.delivered_on == day(8));
}

TEST_CASE("goods that a shipment has delivered are not counted again when the line says so too") {
    OrderBuilder order;
    const LineId line = order.line(10);
    const ShipmentId shipment = order.shipment();
    order.carries(shipment, line, 10);
    order.scan(shipment, MilestoneCode::delivered, 5);
    order.fact(line, MilestoneCode::delivered, 6, 10);
    CHECK(only_line(order).delivered == units(10));
}

TEST_CASE("a delivery without any shipment counts, as the stated quantity or as all") {
    OrderBuilder part;
    part.fact(part.line(10), MilestoneCode::delivered, 5, 3);
    CHECK(only_line(part).delivered == units(3));
    CHECK(only_line(part).reached_any == Stage::delivered);
    OrderBuilder all;
    all.fact(all.line(10), MilestoneCode::delivered, 5);
    CHECK(only_line(all).delivered == units(10));
    CHECK(only_line(all).delivered_on == day(5));
    CHECK(only_line(all).shipped == units(10));
}

TEST_CASE("the line's own word about its delivery is more precise than its shipment's") {
    OrderBuilder order;
    const LineId line = order.line(10);
    const ShipmentId shipment = order.shipment();
    order.carries(shipment, line, 10);
    order.scan(shipment, MilestoneCode::delivered, 5);
    order.fact(line, MilestoneCode::delivered, 7);
    order.fact(MilestoneCode::delivered, 3);
    CHECK(only_line(order).delivered_on == day(7));
}

TEST_CASE("without a word of the line the parts decide the day, and before the shipments the order does") {
    OrderBuilder order;
    const LineId line = order.line(10);
    const ShipmentId shipment = order.shipment();
    order.carries(shipment, line, 10);
    order.scan(shipment, MilestoneCode::delivered, 5);
    order.fact(MilestoneCode::delivered, 3);
    CHECK(only_line(order).delivered_on == day(5));
    order.records.shipment_lines.clear();
    CHECK(only_line(order).delivered_on == day(3));
}

TEST_CASE("several part deliveries add up, and the last one completes the line") {
    OrderBuilder order;
    const LineId line = order.line(10);
    order.fact(line, MilestoneCode::delivered, 9, 4);
    order.fact(line, MilestoneCode::delivered, 5, 6);
    CHECK(only_line(order).delivered == units(10));
    CHECK(only_line(order).delivered_on == day(9));
}

TEST_CASE("a shipment without a quantity carries what no other shipment carries") {
    OrderBuilder order;
    const LineId line = order.line(10);
    const ShipmentId stated = order.shipment();
    const ShipmentId unstated = order.shipment();
    order.carries(stated, line, 6);
    order.carries(unstated, line, 0);
    order.scan(unstated, MilestoneCode::shipped, 4);
    CHECK(only_line(order).shipped == units(4));
    order.scan(stated, MilestoneCode::delivered, 5);
    CHECK(only_line(order).delivered == units(6));
    CHECK(only_line(order).shipped == units(10));
}

TEST_CASE("of two shipments without quantities the slower one decides") {
    OrderBuilder order;
    const LineId line = order.line(10);
    const ShipmentId fast = order.shipment();
    const ShipmentId slow = order.shipment();
    order.carries(fast, line, 0);
    order.carries(slow, line, 0);
    order.scan(fast, MilestoneCode::delivered, 4);
    const LineProgress before = only_line(order);
    CHECK(before.delivered == units(0));
    CHECK(before.reached_any == Stage::delivered);
    CHECK(before.reached == Stage::packed);
    order.scan(slow, MilestoneCode::delivered, 6);
    CHECK(only_line(order).delivered == units(10));
    CHECK(only_line(order).delivered_on == day(6));
}

TEST_CASE("more delivered than ordered is kept as it is, and nothing is open") {
    OrderBuilder order;
    const LineId line = order.line(10);
    const ShipmentId shipment = order.shipment();
    order.carries(shipment, line, 12);
    order.scan(shipment, MilestoneCode::delivered, 4);
    CHECK(only_line(order).delivered == units(12));
    CHECK(only_line(order).open == units(0));
    CHECK(only_line(order).reached == Stage::delivered);
}

TEST_CASE("what is cancelled is not waited for") {
    OrderBuilder order;
    const LineId line = order.line(10);
    order.at(line).cancelled = units(4);
    order.fact(line, MilestoneCode::delivered, 4, 6);
    const LineProgress progress = only_line(order);
    CHECK(progress.cancelled == units(4));
    CHECK(progress.reached == Stage::delivered);
    CHECK_FALSE(progress.wholly_cancelled);
    order.at(line).cancelled = units(10);
    CHECK(only_line(order).wholly_cancelled);
}

TEST_CASE("a cancellation without a quantity means what has not left the house") {
    OrderBuilder order;
    const LineId line = order.line(10);
    order.fact(line, MilestoneCode::shipped, 4, 6);
    order.fact(line, MilestoneCode::cancelled, 5);
    const LineProgress progress = only_line(order);
    CHECK(progress.cancelled == units(4));
    CHECK(progress.shipped == units(6));
    CHECK(progress.reached == Stage::shipped);
    CHECK_FALSE(progress.wholly_cancelled);
}

TEST_CASE("rejected and cancelled lines of which nothing has left are wholly cancelled") {
    for (const CommercialState state : {CommercialState::rejected, CommercialState::cancelled}) {
        OrderBuilder order;
        order.at(order.line(10)).commercial = state;
        CHECK(only_line(order).wholly_cancelled);
        CHECK(only_line(order).cancelled == units(10));
    }
}

TEST_CASE("a shipment that was called off carries nothing") {
    OrderBuilder order;
    const LineId line = order.line(10);
    const ShipmentId shipment = order.shipment();
    order.carries(shipment, line, 10);
    order.scan(shipment, MilestoneCode::packed, 3);
    order.scan(shipment, MilestoneCode::cancelled, 4);
    CHECK(only_line(order).packed == units(0));
}

TEST_CASE("while it is being made the quantity says how much is good so far") {
    OrderBuilder order;
    const LineId line = order.line(24);
    order.fact(line, MilestoneCode::in_production, 4, 19);
    CHECK(only_line(order).reached == Stage::in_production);
    CHECK(only_line(order).produced == units(19));
}

TEST_CASE("a failed inspection takes an earlier release back until the next one") {
    OrderBuilder order;
    const LineId line = order.line(5);
    order.fact(line, MilestoneCode::qc_passed, 4);
    order.fact(line, MilestoneCode::qc_failed, 6);
    CHECK(only_line(order).reached == Stage::quality_check);
    order.fact(line, MilestoneCode::qc_passed, 8);
    CHECK(only_line(order).reached == Stage::ready);
}

TEST_CASE("a line of zero units still has a place on the way") {
    OrderBuilder order;
    const LineId line = order.line(0);
    const ShipmentId shipment = order.shipment();
    order.carries(shipment, line, 0);
    order.scan(shipment, MilestoneCode::delivered, 4);
    const LineProgress progress = only_line(order);
    CHECK(progress.reached == Stage::delivered);
    CHECK(progress.delivered == units(0));
    CHECK_FALSE(progress.wholly_cancelled);
}

TEST_CASE("repeating a date is no move of the promise") {
    OrderBuilder order;
    const LineId line = order.line(1);
    order.promise(line, 16, 4);
    order.promise(line, 10, 1);
    order.promise(line, 10, 2);
    order.promise(line, 12, 3);
    const LineProgress progress = only_line(order);
    CHECK(progress.promised_first_on == day(10));
    CHECK(progress.promised_on == day(16));
    CHECK(progress.promise_moves == 2);
}

TEST_CASE("a promise that came back to its first date was not moved, and one that left it again was") {
    OrderBuilder order;
    const LineId line = order.line(1);
    order.promise(line, 10, 1);
    order.promise(line, 16, 2);
    CHECK(only_line(order).promise_moves == 1);
    order.promise(line, 10, 3);
    CHECK(only_line(order).promise_moves == 0);
    CHECK(only_line(order).promised_on == only_line(order).promised_first_on);
    order.promise(line, 12, 4);
    CHECK(only_line(order).promise_moves == 3);
}

TEST_CASE("the carrier's forecast counts for what it carries, the line's for the rest") {
    OrderBuilder order;
    const LineId line = order.line(10);
    const ShipmentId shipment = order.shipment();
    order.carries(shipment, line, 10);
    order.forecast(line, 25);
    order.forecast(shipment, 20);
    CHECK(only_line(order).forecast_on == day(20));
    order.records.shipment_lines.front().quantity = units(6);
    CHECK(only_line(order).forecast_on == day(25));
    order.fact(line, MilestoneCode::delivered, 9);
    CHECK_FALSE(only_line(order).forecast_on);
}

TEST_CASE("a hold of the order holds every open line, a released one holds none") {
    OrderBuilder order;
    const LineId first = order.line(1);
    const LineId second = order.line(1);
    order.fact(first, MilestoneCode::delivered, 3);
    order.hold(std::nullopt, HoldReason::credit, Party::customer, 2);
    auto lines = line_progress(order.records);
    CHECK_FALSE(lines[0].on_hold);
    CHECK(lines[1].on_hold);
    CHECK(lines[1].line == second);
    order.records.holds.front().until = day(4);
    CHECK_FALSE(line_progress(order.records)[1].on_hold);
}
