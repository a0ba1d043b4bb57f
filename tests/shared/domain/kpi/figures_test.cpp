#include "tests/shared/domain/kpi/figure_support.h"

using namespace orderdeck::domain;
using namespace orderdeck::test;

TEST_CASE("the fill rate is what left on the first day of shipping") {
    OrderBuilder order;
    const LineId line = order.line(10);
    const auto first_shipped = [&] { return figure_of(order.records, of_kind(FigureKind::fill_units)); };
    CHECK(first_shipped().count(Verdict::not_shipped) == 1);
    const ShipmentId first = order.shipment();
    order.carries(first, line, 6);
    order.scan(first, MilestoneCode::shipped, 4);
    CHECK(first_shipped().met() == 6 * Quantity::kScale);
    CHECK(first_shipped().population() == 10 * Quantity::kScale);
    const ShipmentId rest = order.shipment();
    order.carries(rest, line, 4);
    order.scan(rest, MilestoneCode::shipped, 7);
    CHECK(first_shipped().met() == 6 * Quantity::kScale);
    CHECK(only_verdict(order.records, of_kind(FigureKind::fill_lines)) == Verdict::partly);
    order.records.milestones.back().actual->on = day(4);
    CHECK(first_shipped().met() == 10 * Quantity::kScale);
    CHECK(only_verdict(order.records, of_kind(FigureKind::fill_lines)) == Verdict::met);
    order.at(line).cancelled = Quantity::from_units(5);
    CHECK(first_shipped().met() == 5 * Quantity::kScale);
}

TEST_CASE("cycle time counts the first and the last day, stage times only what was recorded") {
    OrderBuilder order;
    const LineId line = order.line(1);
    order.fact(line, MilestoneCode::confirmed, 4);
    order.fact(line, MilestoneCode::delivered, 9);
    const FigureDefinition cycle = of_kind(FigureKind::cycle_time, FigureLevel::order);
    CHECK(only_verdict(order.records, cycle) == Verdict::not_placed);
    order.records.order.placed = Occurrence{.on = day(2), .at = {}, .utc_offset_minutes = {}};
    CHECK(figure_of(order.records, cycle).spread().median_hundredths() == 800);
    FigureDefinition stage = of_kind(FigureKind::stage_time);
    stage.from = MilestoneCode::confirmed;
    CHECK(figure_of(order.records, stage).spread().median_hundredths() == 500);
    stage.to = MilestoneCode::shipped;
    CHECK(only_verdict(order.records, stage) == Verdict::not_recorded);
    order.line(1);
    CHECK(only_verdict(order.records, cycle) == Verdict::not_delivered);
}

TEST_CASE("a stage that came before the one it follows is a negative time, not a lost row") {
    OrderBuilder order;
    const LineId line = order.line(1);
    order.fact(MilestoneCode::confirmed, 9);
    const ShipmentId shipment = order.shipment();
    order.carries(shipment, line, 1);
    order.scan(shipment, MilestoneCode::delivered, 4);
    FigureDefinition stage = of_kind(FigureKind::stage_time);
    stage.from = MilestoneCode::confirmed;
    CHECK(figure_of(order.records, stage).rows().front().value == -5);
}

TEST_CASE("a stage is recorded for all of a line when its parts together are") {
    OrderBuilder order;
    const LineId line = order.line(10);
    order.fact(line, MilestoneCode::confirmed, 1);
    order.fact(line, MilestoneCode::produced, 3, 4);
    FigureDefinition stage = of_kind(FigureKind::stage_time);
    stage.from = MilestoneCode::confirmed;
    stage.to = MilestoneCode::produced;
    CHECK(only_verdict(order.records, stage) == Verdict::not_recorded);
    order.fact(line, MilestoneCode::produced, 8, 6);
    CHECK(figure_of(order.records, stage).rows().front().value == 7);
    stage.to = MilestoneCode::shipped;
    const ShipmentId first = order.shipment();
    order.carries(first, line, 5);
    order.scan(first, MilestoneCode::shipped, 9);
    CHECK(only_verdict(order.records, stage) == Verdict::not_recorded);
    const ShipmentId second = order.shipment();
    order.carries(second, line, 5);
    CHECK(only_verdict(order.records, stage) == Verdict::not_recorded);
    order.scan(second, MilestoneCode::shipped, 11);
    CHECK(figure_of(order.records, stage).rows().front().value == 10);
}

TEST_CASE("promises are measured by how far off and how often moved they were") {
    OrderBuilder order;
    for (const int delivered : {17, 21, 30}) {
        const LineId line = order.line(1);
        order.promise(line, 20);
        order.fact(line, MilestoneCode::delivered, delivered);
    }
    order.promise(order.records.lines[2].id, 28, 2);
    const Figure last = figure_of(order.records, of_kind(FigureKind::promise_accuracy));
    CHECK(last.spread().mean_hundredths() == 0);
    CHECK(last.spread().mean_distance_hundredths() == 200);
    CHECK(last.spread().count_within(-1, 1) == 1);
    FigureDefinition first = of_kind(FigureKind::promise_accuracy);
    first.basis = PromiseBasis::first_confirmed;
    CHECK(figure_of(order.records, first).spread().mean_hundredths() == 267);
    const Figure stability = figure_of(order.records, of_kind(FigureKind::promise_stability));
    CHECK(stability.met() == 2);
    CHECK(stability.population() == 3);
    CHECK(stability.count(Verdict::moved) == 1);
}

TEST_CASE("an order of which goods came back is not free of complaints") {
    Promised promised;
    const FigureDefinition free = of_kind(FigureKind::complaint_free, FigureLevel::order);
    CHECK(only_verdict(promised.order.records, free) == Verdict::not_delivered);
    promised.delivered(20);
    CHECK(only_verdict(promised.order.records, free) == Verdict::met);
    promised.order.at(promised.line).return_requested = Quantity::from_units(1);
    CHECK(only_verdict(promised.order.records, free) == Verdict::troubled);
}

TEST_CASE("a receipt with a remark and a parcel that was damaged are trouble too") {
    const FigureDefinition free = of_kind(FigureKind::complaint_free, FigureLevel::order);
    Promised received;
    received.delivered(20);
    received.order.fact(received.line, MilestoneCode::received, 21, 9);
    CHECK(only_verdict(received.order.records, free) == Verdict::met);
    received.order.records.milestones.back().note = "short 1";
    CHECK(only_verdict(received.order.records, free) == Verdict::troubled);
    Promised shipped;
    const ShipmentId shipment = shipped.order.shipment();
    shipped.order.carries(shipment, shipped.line, 10);
    shipped.order.scan(shipment, MilestoneCode::delivered, 19);
    TrackingEvent event;
    event.shipment = shipment;
    event.status = ParcelStatus::exception;
    event.reason = TrackingReason::carrier_delay;
    event.actual.on = day(18);
    shipped.order.records.tracking_events.push_back(event);
    CHECK(only_verdict(shipped.order.records, free) == Verdict::met);
    shipped.order.records.tracking_events.back().reason = TrackingReason::carrier_damaged_parcel;
    CHECK(only_verdict(shipped.order.records, free) == Verdict::troubled);
}

TEST_CASE("open value is summed per currency and meaning of the amount") {
    const FigureDefinition open = of_kind(FigureKind::open_value);
    FigureBook book({.today = day(1), .window = {}}, std::span(&open, 1), KeepRows::yes);
    for (const char* currency : {"EUR", "CNY", "EUR"}) {
        OrderBuilder order;
        order.records.order.currency = Currency::parse(currency).value();
        const LineId line = order.line(10);
        order.at(line).amount_minor = 1'000;
        order.fact(line, MilestoneCode::delivered, 2, 4);
        order.line(1);
        order.fact(order.line(3), MilestoneCode::delivered, 2);
        book.add(order.records);
    }
    const Figure& figure = book.figures().front();
    REQUIRE(figure.open_values().size() == 2);
    CHECK(figure.open_values()[0].currency.code() == "CNY");
    CHECK(figure.open_values()[0].minor == 600);
    CHECK(figure.open_values()[1].minor == 1'200);
    CHECK(figure.open_values()[1].lines == 2);
    CHECK(figure.population() == 3);
    CHECK(figure.count(Verdict::no_price) == 3);
    CHECK(figure.count(Verdict::not_open) == 3);
}
