#include "shared/domain/finding.h"
#include "shared/domain/why.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace orderdeck::domain;
using orderdeck::test::day;
using orderdeck::test::instant;
using orderdeck::test::OrderBuilder;
using Kind = Reason::Kind;

namespace {

Quantity units(int count) { return Quantity::from_units(count); }

std::vector<Reason> reasons_of(const OrderBuilder& order, Kind kind) {
    std::vector<Reason> found;
    for (const Reason& reason : explain(order.records)) {
        if (reason.kind == kind) found.push_back(reason);
    }
    return found;
}

std::vector<std::string> findings_of(const OrderBuilder& order) {
    std::vector<std::string> codes;
    for (const Reason& reason : reasons_of(order, Kind::fact_conflict))
        codes.push_back(reason.text);
    return codes;
}

using Codes = std::vector<std::string>;

StepState step(const OrderBuilder& order, Step which) {
    return steps_of(order.records)[static_cast<std::size_t>(which)];
}

} // namespace

TEST_CASE("a line in production is explained by its good quantity, its source and its age") {
    OrderBuilder order;
    const LineId line = order.line(24);
    Milestone& made = order.fact(line, MilestoneCode::in_production, 4, 19);
    made.source = SourceId{7};
    made.received_at = instant(5, 6);
    const auto lines = reasons_of(order, Kind::line_at_stage);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].line == line);
    CHECK(lines[0].stage == Stage::in_production);
    CHECK(lines[0].quantity == units(19));
    CHECK(lines[0].of == units(24));
    CHECK(lines[0].source == SourceId{7});
    CHECK(lines[0].received_at == instant(5, 6));
}

TEST_CASE("a line of which a part left ahead is told in two parts") {
    OrderBuilder order;
    const LineId line = order.line(10);
    order.fact(line, MilestoneCode::qc_passed, 3);
    order.fact(line, MilestoneCode::delivered, 5, 6);
    const auto lines = reasons_of(order, Kind::line_at_stage);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].stage == Stage::delivered);
    CHECK(lines[0].quantity == units(6));
    CHECK(lines[1].stage == Stage::ready);
    CHECK(lines[1].quantity == units(4));
}

TEST_CASE("every move of a promise is told with its days, its reason and who caused it") {
    OrderBuilder order;
    const LineId line = order.line(1);
    order.promise(line, 6, 1);
    PromiseRevision& moved = order.promise(line, 8, 3);
    moved.reason = "drawing_change";
    moved.party = Party::customer;
    moved.source = SourceId{2};
    order.promise(line, 7, 4);
    const auto moves = reasons_of(order, Kind::promise_moved);
    REQUIRE(moves.size() == 2);
    CHECK(moves[0].from == day(6));
    CHECK(moves[0].on == day(8));
    CHECK(moves[0].days == 2);
    CHECK(moves[0].text == "drawing_change");
    CHECK(moves[0].party == Party::customer);
    CHECK(moves[0].source == SourceId{2});
    CHECK(moves[1].days == -1);
}

TEST_CASE("lateness and risk are told per line with both dates") {
    OrderBuilder order;
    const LineId late = order.line(1);
    const LineId risky = order.line(1);
    order.promise(late, 6);
    order.promise(risky, 6);
    order.fact(late, MilestoneCode::delivered, 8);
    order.forecast(risky, 9);
    const auto delivered = reasons_of(order, Kind::delivered_late);
    REQUIRE(delivered.size() == 1);
    CHECK(delivered[0].days == 2);
    const auto forecast = reasons_of(order, Kind::forecast_after_promise);
    REQUIRE(forecast.size() == 1);
    CHECK(forecast[0].from == day(6));
    CHECK(forecast[0].on == day(9));
    CHECK(reasons_of(order, Kind::blocking_line).at(0).line == risky);
}

TEST_CASE("holds come first, a cancelled line and a shipment with its place are told") {
    OrderBuilder order;
    const LineId line = order.line(2);
    order.at(order.line(2)).commercial = CommercialState::cancelled;
    const ShipmentId shipment = order.shipment();
    order.carries(shipment, line, 1);
    order.scan(shipment, MilestoneCode::in_transit, 4).place = "Shanghai";
    order.hold(std::nullopt, HoldReason::credit, Party::customer, 2).note = "limit";
    CHECK(explain(order.records).front().kind == Kind::order_on_hold);
    CHECK(explain(order.records).front().text == "limit");
    CHECK(reasons_of(order, Kind::line_cancelled).at(0).quantity == units(2));
    const auto shipments = reasons_of(order, Kind::shipment_at);
    REQUIRE(shipments.size() == 1);
    CHECK(shipments[0].text == "Shanghai");
    CHECK(shipments[0].stage == Stage::in_transit);
    CHECK(shipments[0].on == day(4));
}

TEST_CASE("records that fit together have no findings") {
    OrderBuilder order;
    order.records.order.placed =
        Occurrence{.on = day(1), .at = std::nullopt, .utc_offset_minutes = std::nullopt};
    const LineId line = order.line(10);
    const ShipmentId shipment = order.shipment();
    order.carries(shipment, line, 10);
    order.scan(shipment, MilestoneCode::shipped, 3);
    order.scan(shipment, MilestoneCode::delivered, 5);
    order.at(line).accepted = units(10);
    order.at(line).returned = units(1);
    order.at(line).invoiced = units(10);
    CHECK(findings_of(order).empty());
}

TEST_CASE("a delivery before the order was placed is a finding, with both dates") {
    OrderBuilder order;
    order.records.order.placed =
        Occurrence{.on = day(9), .at = std::nullopt, .utc_offset_minutes = std::nullopt};
    const LineId line = order.line(1);
    order.fact(line, MilestoneCode::shipped, 4);
    order.fact(line, MilestoneCode::delivered, 5);
    CHECK(findings_of(order) == Codes{"delivered_before_placed"});
    const Reason conflict = reasons_of(order, Kind::fact_conflict).front();
    CHECK(conflict.from == day(9));
    CHECK(conflict.on == day(5));
    CHECK(conflict.days == 4);
}

TEST_CASE("each contradiction has its code") {
    OrderBuilder without_shipment;
    without_shipment.fact(without_shipment.line(3), MilestoneCode::delivered, 5);
    CHECK(findings_of(without_shipment) == Codes{"delivered_without_shipment"});

    OrderBuilder before_shipped;
    const LineId line = before_shipped.line(3);
    before_shipped.fact(line, MilestoneCode::delivered, 5);
    before_shipped.fact(line, MilestoneCode::shipped, 6);
    CHECK(findings_of(before_shipped) == Codes{"delivered_before_shipped"});

    OrderBuilder too_much;
    const ShipmentId shipment = too_much.shipment();
    too_much.carries(shipment, too_much.line(3), 4);
    too_much.scan(shipment, MilestoneCode::shipped, 2);
    CHECK(findings_of(too_much) == Codes{"shipped_exceeds_ordered"});
    too_much.scan(shipment, MilestoneCode::delivered, 4);
    CHECK(findings_of(too_much) == Codes{"delivered_exceeds_ordered"});

    OrderBuilder counters;
    const LineId counted = counters.line(3);
    counters.at(counted).accepted = units(1);
    counters.at(counted).returned = units(2);
    counters.at(counted).invoiced = units(4);
    CHECK(findings_of(counters) ==
          Codes{"accepted_exceeds_delivered", "returned_exceeds_delivered", "invoiced_exceeds_ordered"});
}

TEST_CASE("a cancelled line that has left and a scan after the delivery are findings") {
    OrderBuilder order;
    const LineId line = order.line(3);
    const ShipmentId shipment = order.shipment();
    order.carries(shipment, line, 3);
    order.scan(shipment, MilestoneCode::shipped, 3);
    order.scan(shipment, MilestoneCode::delivered, 2);
    order.scan(shipment, MilestoneCode::in_transit, 6);
    order.at(line).commercial = CommercialState::cancelled;
    CHECK(findings_of(order) ==
          Codes{"cancelled_but_delivered", "delivered_before_shipped", "event_after_delivery"});
}

TEST_CASE("goods that the carrier had before the order was approved or its deposit paid are a finding") {
    OrderBuilder order;
    const LineId line = order.line(3);
    const ShipmentId shipment = order.shipment();
    order.carries(shipment, line, 3);
    order.scan(shipment, MilestoneCode::picked_up, 3).actual->at = instant(3, 9);
    order.fact(MilestoneCode::deposit_paid, 3).actual->at = instant(3, 8);
    CHECK(findings_of(order).empty());
    order.records.milestones.back().actual->at = instant(3, 10);
    CHECK(findings_of(order) == Codes{"shipped_before_approval"});
    order.records.milestones.back().actual->at.reset();
    CHECK(findings_of(order).empty()); // days alone do not tell
    order.records.milestones.back().actual->on = day(4);
    order.records.milestones.back().code = MilestoneCode::reviewed;
    CHECK(findings_of(order) == Codes{"shipped_before_approval"});
}

TEST_CASE("counters that break their invariants are findings with both quantities") {
    OrderBuilder order;
    const LineId line = order.line(20);
    order.at(line).confirmed = units(18);
    order.at(line).cancelled = units(2);
    order.at(line).invoiced = units(5);
    order.fact(line, MilestoneCode::packed, 2, 5);
    order.fact(line, MilestoneCode::shipped, 3, 5);
    const ShipmentId shipment = order.shipment();
    order.carries(shipment, line, 5);
    order.scan(shipment, MilestoneCode::shipped, 3);
    CHECK(findings_of(order).empty());
    order.at(line).confirmed = units(19);
    order.at(line).invoiced = units(12);
    order.fact(line, MilestoneCode::shipped, 3, 1);
    CHECK(findings_of(order) == Codes{"confirmed_exceeds_ordered", "shipped_exceeds_packed",
                                      "shipped_quantities_differ", "invoiced_exceeds_shipped"});
    order.fact(MilestoneCode::deposit_paid, 1);
    CHECK(findings_of(order).size() == 3);
    OrderBuilder cancelled;
    cancelled.at(cancelled.line(10)).cancelled = units(11);
    CHECK(findings_of(cancelled) == Codes{"cancelled_exceeds_ordered"});
}

TEST_CASE("goods that are back in the house without a reversal, and a delivery without a day, are findings") {
    OrderBuilder order;
    const LineId line = order.line(3);
    const ShipmentId shipment = order.shipment();
    order.carries(shipment, line, 3);
    order.scan(shipment, MilestoneCode::shipped, 3);
    order.scan(shipment, MilestoneCode::packed, 2);
    CHECK(findings_of(order).empty());
    order.scan(shipment, MilestoneCode::packed, 4);
    CHECK(findings_of(order) == Codes{"moved_backward"});
    Milestone& undated = order.scan(shipment, MilestoneCode::delivered, 5);
    undated.actual.reset();
    CHECK(findings_of(order) == Codes{"moved_backward", "delivered_without_date"});
    order.scan(shipment, MilestoneCode::delivered, 6);
    CHECK(findings_of(order) == Codes{"moved_backward"});
}

TEST_CASE("the track counts lines per step with plan, forecast and the last of what happened") {
    OrderBuilder order;
    order.records.order.flow = Flow::make_to_order;
    order.records.order.placed =
        Occurrence{.on = day(1), .at = std::nullopt, .utc_offset_minutes = std::nullopt};
    const LineId first = order.line(2);
    const LineId second = order.line(2);
    order.fact(MilestoneCode::confirmed, 2);
    order.fact(first, MilestoneCode::shipped, 5);
    order.fact(second, MilestoneCode::in_production, 4);
    Milestone& plan = order.fact(second, MilestoneCode::produced, 1);
    plan.actual.reset();
    plan.planned = day(8);
    plan.forecast = day(10);
    order.promise(second, 12);
    CHECK(step(order, Step::placed).actual_on == day(1));
    CHECK(step(order, Step::confirmed).progress == StepState::Progress::done);
    CHECK(step(order, Step::confirmed).actual_on == day(2));
    const StepState production = step(order, Step::production);
    CHECK(production.progress == StepState::Progress::partly);
    CHECK(production.lines_done == 1);
    CHECK(production.lines_of == 2);
    CHECK(production.planned_on == day(8));
    CHECK(production.forecast_on == day(10));
    const StepState shipped = step(order, Step::shipped);
    CHECK(shipped.progress == StepState::Progress::partly);
    CHECK(shipped.actual_on == day(5));
    const StepState delivered = step(order, Step::delivered);
    CHECK(delivered.progress == StepState::Progress::ahead);
    CHECK(delivered.planned_on == day(12));
    CHECK(delivered.forecast_on == day(12));
    CHECK_FALSE(delivered.actual_on);
}

TEST_CASE("the day of a confirmation is not moved by a shipment that went out later") {
    OrderBuilder order;
    const LineId line = order.line(4);
    order.fact(MilestoneCode::confirmed, 2);
    const ShipmentId shipment = order.shipment();
    order.carries(shipment, line, 4);
    order.scan(shipment, MilestoneCode::shipped, 9);
    CHECK(step(order, Step::confirmed).actual_on == day(2));
    CHECK(step(order, Step::shipped).actual_on == day(9));
}

TEST_CASE("goods from stock skip the production step") {
    OrderBuilder order;
    const LineId line = order.line(1);
    CHECK(step(order, Step::production).progress == StepState::Progress::skipped);
    order.fact(line, MilestoneCode::in_production, 2);
    CHECK(step(order, Step::production).progress == StepState::Progress::partly);
}
