#include "shared/domain/summary.h"
#include "shared/domain/why.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace orderdeck::domain;
using orderdeck::test::day;
using orderdeck::test::instant;
using orderdeck::test::OrderBuilder;

namespace {

/// One line in one shipment, whose parcels are scanned.
struct Tracked : OrderBuilder {
    LineId only = line(2);
    ShipmentId parcels = shipment();
    Tracked() { carries(parcels, only, 2); }

    TrackingEvent& scan_parcel(const char* number, ParcelStatus status, int on, int hour = 12) {
        TrackingEvent event;
        event.id = TrackingEventId{900 + static_cast<std::int64_t>(records.tracking_events.size())};
        event.shipment = parcels;
        event.parcel = number;
        event.status = status;
        event.code = name_of(status);
        event.text = name_of(status);
        event.actual = {.on = day(on), .at = instant(on, hour), .utc_offset_minutes = 0};
        event.received_at = instant(on, hour);
        records.tracking_events.push_back(std::move(event));
        return records.tracking_events.back();
    }
    Stage reached() const { return line_progress(records).at(0).reached; }
};

} // namespace

TEST_CASE("scans of the parcel move the shipment and the lines in it") {
    Tracked order;
    CHECK(order.reached() == Stage::packed);
    order.scan_parcel("P1", ParcelStatus::registered, 2);
    CHECK(order.reached() == Stage::packed);
    order.scan_parcel("P1", ParcelStatus::picked_up, 3);
    CHECK(order.reached() == Stage::shipped);
    order.scan_parcel("P1", ParcelStatus::out_for_delivery, 5);
    CHECK(order.reached() == Stage::out_for_delivery);
    order.scan_parcel("P1", ParcelStatus::attempt_failed, 5, 18);
    CHECK(order.reached() == Stage::in_transit);
    order.scan_parcel("P1", ParcelStatus::delivered, 6);
    const OrderSummary summary = summarise(order.records);
    CHECK(summary.complete);
    CHECK(summary.delivered_on == day(6));
    order.scan_parcel("P1", ParcelStatus::in_transit, 7);
    order.scan_parcel("P1", ParcelStatus::delivered, 8);
    CHECK(summarise(order.records).delivered_on == day(6));
}

TEST_CASE("a shipment of several parcels is where the last of them is, and delivered when all are") {
    Tracked order;
    order.scan_parcel("P1", ParcelStatus::picked_up, 3);
    order.scan_parcel("P2", ParcelStatus::registered, 3);
    CHECK(order.reached() == Stage::packed);
    order.scan_parcel("P2", ParcelStatus::in_transit, 4);
    CHECK(order.reached() == Stage::shipped);
    order.scan_parcel("P1", ParcelStatus::delivered, 5);
    CHECK(order.reached() == Stage::in_transit);
    CHECK_FALSE(summarise(order.records).complete);
    order.scan_parcel("P2", ParcelStatus::delivered, 9);
    CHECK(summarise(order.records).delivered_on == day(9));
}

TEST_CASE("the place and words of the scan explain where a shipment is") {
    Tracked order;
    TrackingEvent& scan = order.scan_parcel("P1", ParcelStatus::customs, 4);
    scan.place = "Hamburg";
    scan.source = SourceId{7};
    const auto reasons = explain(order.records);
    const auto told = std::find_if(reasons.begin(), reasons.end(), [](const Reason& reason) {
        return reason.kind == Reason::Kind::shipment_at;
    });
    REQUIRE(told != reasons.end());
    CHECK(told->stage == Stage::customs);
    CHECK(told->text == "Hamburg");
    CHECK(told->source == SourceId{7});
    CHECK(shipment_progress(order.records).at(0).since->on == day(4));
}

TEST_CASE("a parcel without news is silent from an instant on, and a new scan heals it") {
    Tracked order;
    order.scan_parcel("P1", ParcelStatus::in_transit, 3, 12);
    const OrderSummary quiet = summarise(order.records);
    REQUIRE(quiet.silent_at);
    CHECK(*quiet.silent_at > instant(4, 12));
    CHECK_FALSE(is_at_risk(quiet, instant(3, 18)));
    CHECK(is_at_risk(quiet, *quiet.silent_at));
    order.scan_parcel("P1", ParcelStatus::in_transit, 9, 12).place = "Lyon";
    const OrderSummary healed = summarise(order.records);
    CHECK_FALSE(is_at_risk(healed, *quiet.silent_at));
    order.scan_parcel("P1", ParcelStatus::exception, 10, 8);
    const OrderSummary trouble = summarise(order.records);
    REQUIRE(trouble.trouble_at);
    CHECK(attention_of(trouble, instant(11)) == Attention::in_trouble);
    order.scan_parcel("P1", ParcelStatus::delivered, 11);
    const OrderSummary done = summarise(order.records);
    CHECK_FALSE((done.silent_at || done.stuck_at || done.trouble_at));
}
