#include "shared/domain/why.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::domain;
using orderdeck::test::day;
using orderdeck::test::instant;
using orderdeck::test::OrderBuilder;

namespace {

ShipmentProgress only_shipment(const OrderBuilder& order) {
    const auto shipments = shipment_progress(order.records);
    REQUIRE(shipments.size() == 1);
    return shipments.front();
}

} // namespace

TEST_CASE("a failed attempt brings a parcel back into transit, but nothing undoes its delivery") {
    OrderBuilder order;
    const ShipmentId shipment = order.shipment();
    order.scan(shipment, MilestoneCode::out_for_delivery, 5);
    order.scan(shipment, MilestoneCode::in_transit, 6);
    CHECK(only_shipment(order).stage == Stage::in_transit);
    CHECK(only_shipment(order).since->on == day(6));
    order.scan(shipment, MilestoneCode::delivered, 7);
    order.scan(shipment, MilestoneCode::in_transit, 8);
    order.scan(shipment, MilestoneCode::delivered, 9);
    CHECK(only_shipment(order).stage == Stage::delivered);
    CHECK(only_shipment(order).since->on == day(7));
}

TEST_CASE("scans that arrive late and unsorted are put in the order in which they happened") {
    OrderBuilder order;
    const ShipmentId shipment = order.shipment();
    order.scan(shipment, MilestoneCode::in_transit, 5).actual->at = instant(5, 20);
    order.scan(shipment, MilestoneCode::out_for_delivery, 5).actual->at = instant(5, 8);
    CHECK(only_shipment(order).stage == Stage::in_transit);
    order.scan(shipment, MilestoneCode::out_for_delivery, 6).actual->at = instant(6, 8);
    order.scan(shipment, MilestoneCode::packed, 9);
    CHECK(only_shipment(order).stage == Stage::out_for_delivery);
    CHECK(only_shipment(order).since->on == day(6));
}

TEST_CASE("a shipment about which nothing is said yet is packed and expected when the newest forecast says") {
    OrderBuilder order;
    const ShipmentId shipment = order.shipment();
    order.forecast(shipment, 20, 2);
    order.forecast(shipment, 15, 1);
    CHECK(only_shipment(order).stage == Stage::packed);
    CHECK_FALSE(only_shipment(order).since);
    CHECK(only_shipment(order).expected_on == day(20));
    order.scan(shipment, MilestoneCode::delivered, 18);
    CHECK_FALSE(only_shipment(order).expected_on);
}
