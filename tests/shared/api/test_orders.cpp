#include <catch2/catch_test_macros.hpp>

#include "shared/api/orders.h"

using namespace orderdeck::api;
using namespace orderdeck::domain;
using orderdeck::base::LocalDate;
using orderdeck::base::Timestamp;

namespace {

OrderRow full_row() {
    const Currency currency = *Currency::parse("KWD");
    OrderRow row;
    row.id = OrderId(9007199254740991);
    row.number = "SO-1";
    row.customer_reference = "PO \"7\"";
    row.project = "P";
    row.account_name = "Côte d'Ivoire";
    row.placed_on = LocalDate::from_days(20000);
    row.headline = {HeadlineKind::lines_at, Stage::shipped, 3, 5};
    row.lines = 5;
    row.lines_shipped = 3;
    row.lines_delivered = 1;
    row.requested_on = LocalDate::from_days(20001);
    row.promised_first_on = LocalDate::from_days(20002);
    row.promised_on = LocalDate::from_days(20003);
    row.forecast_on = LocalDate::from_days(20004);
    row.delivered_on = LocalDate::from_days(20005);
    row.promise_moves = 2;
    row.late_days = 4;
    row.at_risk = true;
    row.hold = HoldReason::customs;
    row.complete = true;
    row.total = {123456, currency};
    row.open = {-5, currency};
    row.amount_basis = AmountBasis::net;
    return row;
}

OrderDetail full_detail() {
    OrderDetail detail;
    detail.order = full_row();
    detail.ship_to = "Dock 4";
    detail.incoterm = "DAP";
    detail.payment_terms = "30/70";
    detail.lines.push_back({.id = LineId(3),
                            .number = "10",
                            .sku = "S",
                            .name = "N",
                            .unit = "EA",
                            .ordered = Quantity::from_units(12),
                            .cancelled = Quantity::from_micro(500'000),
                            .shipped = Quantity::from_units(4),
                            .delivered = {},
                            .unit_price = Quantity::from_micro(1),
                            .amount = Money{7, detail.order.total.currency},
                            .stage = Stage::customs,
                            .promised_on = LocalDate::from_days(1),
                            .delivered_on = {}});
    detail.shipments.push_back({ShipmentId(4), "ASN", "SF", "SF123", Stage::in_transit});
    detail.events.push_back({.code = MilestoneCode::customs_entered,
                             .line = LineId(3),
                             .shipment = ShipmentId(4),
                             .planned_on = {},
                             .forecast_on = LocalDate::from_days(2),
                             .actual_on = LocalDate::from_days(3),
                             .actual_at = Timestamp::from_milliseconds(1234),
                             .place = "深圳",
                             .note = "n",
                             .source = "WMS"});
    detail.promises.push_back(
        {LineId(3), LocalDate::from_days(9), Timestamp::from_seconds(1), "drawing_change", Party::us});
    return detail;
}

} // namespace

TEST_CASE("the order list is read back as it was written") {
    OrderRow bare;
    bare.id = OrderId(1);
    bare.number = "SO-2";
    const OrderPage page{{full_row(), bare}, "c2", 11};
    const auto again = decode_order_page(encode_order_page(page));
    REQUIRE(again);
    CHECK(*again == page);
    const OrderPage last{{}, std::nullopt, 0};
    CHECK(*decode_order_page(encode_order_page(last)) == last);
}

TEST_CASE("ids and money cross the wire as strings") {
    const std::string text = encode_order_page({{full_row()}, std::nullopt, 1});
    CHECK(text.find(R"("id":"9007199254740991")") != std::string::npos);
    CHECK(text.find(R"("total":"123.456")") != std::string::npos);
    CHECK(text.find(R"("open":"-0.005")") != std::string::npos);
}

TEST_CASE("one order is read back as it was written") {
    const auto again = decode_order_detail(encode_order_detail(full_detail()));
    REQUIRE(again);
    CHECK(*again == full_detail());
}

TEST_CASE("an order with an unknown word or a wrong date is refused with its place") {
    std::string text = encode_order_detail(full_detail());
    const auto replaced = [&text](std::string_view from, std::string_view to) {
        std::string changed = text;
        changed.replace(changed.find(from), from.size(), to);
        return decode_order_detail(changed);
    };
    CHECK(replaced("\"customs_entered\"", "\"teleported\"").error().where == "/events/0/code");
    CHECK(replaced("\"id\":\"3\"", "\"id\":3").error().where == "/orderLines/0/id");
    CHECK(replaced("\"party\":\"us\"", "\"party\":\"them\"").error().where == "/promises/0/party");
    CHECK(replaced("\"forecastOn\":\"1970-01-03\"", "\"forecastOn\":\"1970-02-31\"").error().where ==
          "/events/0/forecastOn");
}
