#include "shared/domain/summary.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

#include <vector>

using namespace orderdeck::domain;
using orderdeck::test::day;
using orderdeck::test::instant;
using orderdeck::test::OrderBuilder;

namespace {

Quantity units(int count) { return Quantity::from_units(count); }

Headline lines_at(Stage stage, int count, int of) {
    return {.kind = HeadlineKind::lines_at, .stage = stage, .count = count, .of = of};
}
Headline at_stage(Stage stage, int count, int of) {
    return {.kind = HeadlineKind::stage, .stage = stage, .count = count, .of = of};
}

/// Five lines: three shipped, of which one delivered, one ready, one in production with 60 of 100 good.
struct FiveLines : OrderBuilder {
    std::vector<LineId> lines;
    FiveLines() {
        for (int i = 0; i < 5; ++i)
            lines.push_back(line(100));
        fact(lines[0], MilestoneCode::delivered, 9);
        fact(lines[1], MilestoneCode::shipped, 8);
        fact(lines[2], MilestoneCode::in_transit, 8);
        fact(lines[3], MilestoneCode::qc_passed, 7);
        fact(lines[4], MilestoneCode::in_production, 6, 60);
    }
};

} // namespace

TEST_CASE("an order in five parts says how many are shipped, never that it is complete") {
    FiveLines order;
    const OrderSummary summary = summarise(order.records);
    CHECK(summary.headline == lines_at(Stage::shipped, 3, 5));
    CHECK(summary.lines_shipped == 3);
    CHECK(summary.lines_delivered == 1);
    CHECK(summary.lines_at[static_cast<std::size_t>(Stage::in_production)] == 1);
    CHECK(summary.lines_at[static_cast<std::size_t>(Stage::ready)] == 1);
    CHECK(summary.low == Stage::in_production);
    CHECK(summary.high == Stage::delivered);
    CHECK(summary.progress_permille == 3600);
    CHECK_FALSE(summary.complete);
    CHECK_FALSE(summary.delivered_on);
}

TEST_CASE("an order of one line says how many of its pieces have left, arrived and been accepted") {
    OrderBuilder order;
    const LineId line = order.line(28);
    order.fact(line, MilestoneCode::shipped, 5, 16);
    const auto told = [&] { return summarise(order.records).headline; };
    CHECK(told().kind == HeadlineKind::units_at);
    CHECK(told().stage == Stage::shipped);
    CHECK(told().part == units(16));
    CHECK(told().whole == units(28));
    CHECK(told().further == units(0));
    order.fact(line, MilestoneCode::delivered, 7, 10);
    CHECK(told().part == units(16));
    CHECK(told().further == units(10));
    order.fact(line, MilestoneCode::shipped, 8, 12);
    CHECK(told().stage == Stage::delivered);
    CHECK(told().part == units(10));
    order.fact(line, MilestoneCode::delivered, 9, 18);
    CHECK(told() == at_stage(Stage::delivered, 1, 1));
}

TEST_CASE("one line in five shipments says three of five shipped, one delivered, and never complete") {
    OrderBuilder order;
    const LineId line = order.line(5);
    std::vector<ShipmentId> parts;
    for (int i = 0; i < 5; ++i) {
        parts.push_back(order.shipment());
        order.carries(parts.back(), line, 1);
    }
    for (const int i : {0, 1, 2})
        order.scan(parts[static_cast<std::size_t>(i)], MilestoneCode::shipped, 4 + i);
    order.scan(parts[1], MilestoneCode::delivered, 8);
    const OrderSummary summary = summarise(order.records);
    CHECK(summary.headline.kind == HeadlineKind::units_at);
    CHECK(summary.headline.part == units(3));
    CHECK(summary.headline.whole == units(5));
    CHECK(summary.headline.further == units(1));
    CHECK_FALSE(summary.complete);
}

TEST_CASE("once all is shipped the headline counts deliveries, then acceptances") {
    FiveLines order;
    order.fact(order.lines[3], MilestoneCode::shipped, 10);
    order.fact(order.lines[4], MilestoneCode::shipped, 10);
    CHECK(summarise(order.records).headline == lines_at(Stage::delivered, 1, 5));
    for (const LineId line : order.lines)
        order.fact(line, MilestoneCode::delivered, 12);
    const OrderSummary delivered = summarise(order.records);
    CHECK(delivered.headline == at_stage(Stage::delivered, 5, 5));
    CHECK(delivered.complete);
    CHECK(delivered.delivered_on == day(12));
    CHECK(delivered.progress_permille == 5000);
    CHECK(delivered.turn == Party::unknown);
    order.fact(order.lines[2], MilestoneCode::accepted, 14);
    CHECK(summarise(order.records).headline == lines_at(Stage::accepted, 1, 5));
    CHECK(summarise(order.records).progress_permille == 5200);
}

TEST_CASE("without partial shipping the headline is the stage that all have reached, with the good share") {
    OrderBuilder order;
    order.records.order.flow = Flow::make_to_order;
    order.fact(order.line(100), MilestoneCode::in_production, 3, 40);
    order.fact(order.line(10), MilestoneCode::qc_passed, 4);
    const OrderSummary summary = summarise(order.records);
    CHECK(summary.headline == at_stage(Stage::in_production, 1, 2));
    // 40 of 100 and 10 of 10.
    CHECK(summary.production_permille == 454);
    CHECK(summary.progress_permille == 2454);
    CHECK(summary.supply == SupplyState::in_production);
    CHECK(summary.logistics == LogisticsState::none);
}

TEST_CASE("a part of a line that left ahead is partly shipped, not shipped") {
    OrderBuilder order;
    const LineId line = order.line(10);
    order.fact(line, MilestoneCode::shipped, 5, 6);
    const OrderSummary summary = summarise(order.records);
    CHECK(summary.lines_partly_shipped == 1);
    CHECK(summary.lines_shipped == 0);
    CHECK(summary.low == Stage::placed);
    CHECK(summary.high == Stage::shipped);
    CHECK(summary.progress_permille == 3600);
}

TEST_CASE("cancelled lines leave the denominator, and an order of only such lines is cancelled") {
    OrderBuilder order;
    const LineId first = order.line(10);
    order.at(order.line(5)).commercial = CommercialState::cancelled;
    order.fact(first, MilestoneCode::delivered, 5);
    const OrderSummary summary = summarise(order.records);
    CHECK(summary.complete);
    CHECK(summary.headline == at_stage(Stage::delivered, 1, 1));
    CHECK(summary.lines_cancelled == 1);
    OrderBuilder none;
    none.at(none.line(5)).cancelled = units(5);
    const OrderSummary cancelled = summarise(none.records);
    CHECK(cancelled.headline.kind == HeadlineKind::cancelled);
    CHECK(cancelled.commercial == CommercialState::cancelled);
    CHECK(cancelled.complete);
    CHECK(cancelled.progress_permille == 0);
    CHECK_FALSE(cancelled.late_at);
}

TEST_CASE("a head without lines is empty and not complete") {
    const OrderSummary summary = summarise(OrderBuilder().records);
    CHECK(summary.headline.kind == HeadlineKind::empty);
    CHECK_FALSE(summary.complete);
}

TEST_CASE("a hold is the headline only when every open line waits") {
    OrderBuilder order;
    const LineId first = order.line(1);
    const LineId second = order.line(1);
    order.hold(first, HoldReason::drawing, Party::customer, 4);
    OrderSummary summary = summarise(order.records);
    CHECK(summary.headline.kind == HeadlineKind::stage);
    CHECK(summary.hold_reason == HoldReason::drawing);
    CHECK(summary.hold_since == day(4));
    CHECK_FALSE(summary.hold_all);
    CHECK(summary.turn == Party::customer);
    order.fact(second, MilestoneCode::delivered, 5);
    summary = summarise(order.records);
    CHECK(summary.headline == Headline{HeadlineKind::on_hold, Stage::placed, 1, 2});
    CHECK(summary.hold_all);
    CHECK(summary.low == Stage::placed);
}

TEST_CASE("of several holds the oldest open one is told, and a delivered order waits for none") {
    OrderBuilder order;
    const LineId line = order.line(1);
    order.hold(line, HoldReason::quality, Party::us, 6);
    order.hold(std::nullopt, HoldReason::credit, Party::customer, 3);
    order.hold(std::nullopt, HoldReason::fraud, Party::us, 1).until = day(2);
    CHECK(summarise(order.records).hold_reason == HoldReason::credit);
    order.fact(line, MilestoneCode::delivered, 9);
    CHECK_FALSE(summarise(order.records).hold_reason);
    CHECK_FALSE(summarise(order.records).hold_all);
}

TEST_CASE("returned goods beat delivered ones in the headline") {
    OrderBuilder order;
    const LineId first = order.line(10);
    const LineId second = order.line(10);
    order.fact(first, MilestoneCode::delivered, 5);
    order.at(first).returned = units(2);
    CHECK(summarise(order.records).headline == lines_at(Stage::shipped, 1, 2));
    order.fact(second, MilestoneCode::delivered, 6);
    CHECK(summarise(order.records).headline == Headline{HeadlineKind::returned, Stage::delivered, 1, 2});
    CHECK(summarise(order.records).returns == ReturnState::received);
    order.at(second).return_requested = units(1);
    CHECK(summarise(order.records).returns == ReturnState::requested);
}

TEST_CASE("once all has left it is the carrier's turn, before it is ours") {
    OrderBuilder order;
    const LineId line = order.line(1);
    CHECK(summarise(order.records).turn == Party::us);
    order.fact(line, MilestoneCode::in_transit, 4);
    CHECK(summarise(order.records).turn == Party::carrier);
}

TEST_CASE("waiting for the customer comes before other holds, and both before risk") {
    OrderBuilder order;
    const LineId line = order.line(1);
    CHECK(attention_of(summarise(order.records), instant(1)) == Attention::normal);
    order.hold(line, HoldReason::quality, Party::us, 2);
    CHECK(attention_of(summarise(order.records), instant(1)) == Attention::on_hold);
    order.hold(line, HoldReason::document, Party::customer, 3);
    CHECK(attention_of(summarise(order.records), instant(1)) == Attention::waiting_for_customer);
}

TEST_CASE("amounts leave out what is cancelled, and what is open is still to come") {
    OrderBuilder order;
    const LineId priced = order.line(10);
    order.at(priced).unit_price = Quantity::from_micro(12'345'000);
    order.at(priced).cancelled = units(2);
    const LineId stated = order.line(3);
    order.at(stated).amount_minor = 1000;
    order.fact(stated, MilestoneCode::delivered, 5, 1);
    order.at(order.line(1)).commercial = CommercialState::cancelled;
    order.records.lines.back().amount_minor = 999'999;
    const OrderSummary summary = summarise(order.records);
    CHECK(summary.total_minor == 9876 + 1000);
    CHECK(summary.open_minor == 9876 + 667);
    CHECK(summary.lead_item == ItemId{priced.value()});
    CHECK_FALSE(summary.lead_quantity);
}

TEST_CASE("an order of one line says how much of the item it is") {
    OrderBuilder order;
    order.line(24);
    CHECK(summarise(order.records).lead_quantity == units(24));
}

TEST_CASE("a merged shipment delivers the lines of this order that it carries") {
    OrderBuilder order;
    const LineId first = order.line(2);
    const LineId second = order.line(2);
    const ShipmentId merged = order.shipment();
    order.carries(merged, first, 2);
    order.carries(merged, second, 2);
    order.scan(merged, MilestoneCode::delivered, 7);
    CHECK(summarise(order.records).complete);
    CHECK(summarise(order.records).delivered_on == day(7));
}
