#include "shared/domain/transition.h"
#include "shared/domain/why.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::domain;
using orderdeck::test::OrderBuilder;

TEST_CASE("goods that are unpacked are ready again, and packed again they are packed") {
    OrderBuilder order;
    const LineId line = order.line(4);
    order.fact(line, MilestoneCode::qc_passed, 2);
    order.fact(line, MilestoneCode::packed, 3);
    order.fact(line, MilestoneCode::unpacked, 4);
    CHECK(line_progress(order.records).at(0).reached == Stage::ready);
    order.fact(line, MilestoneCode::packed, 5);
    CHECK(line_progress(order.records).at(0).reached == Stage::packed);
}

TEST_CASE("a reversed goods issue brings goods back into the house, of a part as well as of all") {
    OrderBuilder order;
    const LineId line = order.line(10);
    order.fact(line, MilestoneCode::packed, 2);
    order.fact(line, MilestoneCode::shipped, 3, 6);
    order.fact(line, MilestoneCode::goods_issue_reversed, 4, 2);
    CHECK(line_progress(order.records).at(0).shipped == Quantity::from_units(4));
    order.fact(line, MilestoneCode::goods_issue_reversed, 5);
    CHECK(line_progress(order.records).at(0).shipped == Quantity{});
    CHECK(line_progress(order.records).at(0).reached == Stage::packed);
    const ShipmentId shipment = order.shipment();
    order.carries(shipment, line, 10);
    order.scan(shipment, MilestoneCode::shipped, 6);
    CHECK(line_progress(order.records).at(0).reached == Stage::shipped);
    order.scan(shipment, MilestoneCode::goods_issue_reversed, 6);
    CHECK(line_progress(order.records).at(0).reached == Stage::packed);
    CHECK_FALSE(line_progress(order.records).at(0).delivered_on);
}

TEST_CASE("a failed attempt is transit again, and only a correction takes a delivery back") {
    OrderBuilder order;
    const LineId line = order.line(1);
    const ShipmentId shipment = order.shipment();
    order.carries(shipment, line, 1);
    order.scan(shipment, MilestoneCode::out_for_delivery, 4);
    order.scan(shipment, MilestoneCode::attempt_failed, 5);
    CHECK(line_progress(order.records).at(0).reached == Stage::in_transit);
    order.scan(shipment, MilestoneCode::delivered, 6);
    order.scan(shipment, MilestoneCode::in_transit, 7);
    CHECK(line_progress(order.records).at(0).reached == Stage::delivered);
    order.scan(shipment, MilestoneCode::delivery_corrected, 8);
    CHECK(line_progress(order.records).at(0).reached == Stage::in_transit);
}

TEST_CASE("after a failed inspection production begins anew, without one it does not") {
    OrderBuilder order;
    order.records.order.flow = Flow::make_to_order;
    const LineId line = order.line(4);
    const auto reached = [&] { return line_progress(order.records).at(0).reached; };
    order.fact(line, MilestoneCode::in_production, 2);
    order.fact(line, MilestoneCode::produced, 3);
    order.fact(line, MilestoneCode::in_production, 4);
    CHECK(reached() == Stage::quality_check);
    order.fact(line, MilestoneCode::qc_passed, 5);
    order.fact(line, MilestoneCode::qc_failed, 6);
    CHECK(reached() == Stage::quality_check);
    order.fact(line, MilestoneCode::in_production, 7);
    CHECK(reached() == Stage::in_production);
    order.fact(line, MilestoneCode::qc_passed, 9);
    CHECK(reached() == Stage::ready);
}

TEST_CASE("ways forward are legal, ways back only by what proves them") {
    CHECK(is_legal(Stage::placed, Stage::shipped, MilestoneCode::shipped));
    CHECK(is_legal(Stage::out_for_delivery, Stage::in_transit, MilestoneCode::attempt_failed));
    CHECK(is_legal(Stage::packed, Stage::ready, MilestoneCode::unpacked));
    CHECK_FALSE(is_legal(Stage::packed, Stage::ready, MilestoneCode::qc_passed));
    CHECK_FALSE(is_legal(Stage::shipped, Stage::packed, MilestoneCode::packed));
    CHECK(is_legal(Stage::shipped, Stage::packed, MilestoneCode::goods_issue_reversed));
    CHECK_FALSE(is_legal(Stage::delivered, Stage::in_transit, MilestoneCode::in_transit));
    CHECK(is_legal(Stage::delivered, Stage::in_transit, MilestoneCode::delivery_corrected));
}
