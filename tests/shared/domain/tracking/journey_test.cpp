#include "tests/shared/domain/tracking/scans.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace orderdeck::domain;
using orderdeck::test::day;
using orderdeck::test::instant;
using orderdeck::test::Scans;

namespace {

constexpr ShipmentId kShipment{1};

Parcel parcel(const char* number, const char* master = "") {
    Parcel result;
    result.shipment = kShipment;
    result.number = number;
    result.master_number = master;
    return result;
}

ShipmentTracking track(const std::vector<Parcel>& parcels, const std::vector<TrackingEvent>& events) {
    return track_shipment(kShipment, parcels, events);
}

} // namespace

TEST_CASE("a shipment is delivered only when all its parcels are, and each parcel announces itself once") {
    Scans scans;
    std::set<std::string> sent;
    int messages = 0;
    const std::vector<Parcel> parcels{parcel("A"), parcel("B"), parcel("C")};
    const auto deliver = [&](const char* number, int on) {
        scans.parcel(number).add(ParcelStatus::delivered, on);
        scans.add(ParcelStatus::delivered, on).text = "signed, in other words";
        const auto events = scans.list();
        const ShipmentTracking shipment = track(parcels, events);
        for (const ParcelState& state : shipment.states) {
            for (const Announcement& announcement : announcements(state))
                messages += sent.insert(announcement.key).second ? 1 : 0;
        }
        return std::tuple(shipment.status, shipment.delivered, shipment.parcels,
                          shipment.delivered_on.has_value());
    };
    CHECK(deliver("A", 3) == std::tuple(ParcelStatus::unknown, 1, 3, false));
    CHECK(deliver("B", 5) == std::tuple(ParcelStatus::unknown, 2, 3, false));
    CHECK(messages == 2);
    CHECK(deliver("C", 4) == std::tuple(ParcelStatus::delivered, 3, 3, true));
    CHECK(messages == 3);
    const auto events = scans.list();
    CHECK(track(parcels, events).delivered_on->at == instant(5, 12));
}

TEST_CASE("the worst parcel gives the shipment's status and reason") {
    Scans scans;
    scans.parcel("A").add(ParcelStatus::delivered, 3);
    scans.parcel("B").add(ParcelStatus::out_for_delivery, 3);
    auto events = scans.list();
    CHECK(track({}, events).status == ParcelStatus::out_for_delivery);
    scans.parcel("C").add(ParcelStatus::exception, 3).reason = TrackingReason::carrier_parcel_lost;
    events = scans.list();
    CHECK(track({}, events).status == ParcelStatus::exception);
    CHECK(track({}, events).reason == TrackingReason::carrier_parcel_lost);
}

TEST_CASE("scans and parcels of another shipment are ignored") {
    Scans scans;
    scans.parcel("A").add(ParcelStatus::delivered, 3);
    scans.parcel("B").add(ParcelStatus::in_transit, 3).shipment = ShipmentId{2};
    const auto events = scans.list();
    CHECK(track({}, events).status == ParcelStatus::delivered);
    CHECK(track({}, events).parcels == 1);
}

TEST_CASE("pieces that a carrier counts under a master number are missed until they are known") {
    Scans scans;
    scans.parcel("M").add(ParcelStatus::delivered, 3).text = "已签收（主单总件数：3件）";
    auto events = scans.list();
    CHECK(track({}, events).status == ParcelStatus::unknown);
    CHECK(track({}, events).parcels == 3);
    CHECK(track({}, events).unseen == 2);
    scans.parcel("C1").add(ParcelStatus::delivered, 3);
    scans.parcel("C2").add(ParcelStatus::in_transit, 3);
    events = scans.list();
    const std::vector<Parcel> parcels{parcel("M"), parcel("C1", "M"), parcel("C2", "M")};
    CHECK(track(parcels, events).status == ParcelStatus::in_transit);
    CHECK(track(parcels, events).unseen == 0);
    scans.parcel("C2").add(ParcelStatus::delivered, 4);
    events = scans.list();
    CHECK(track(parcels, events).status == ParcelStatus::delivered);
    CHECK(track(parcels, events).parcels == 3);
}

TEST_CASE("a master number that is never scanned is not waited for when its children are known") {
    Scans scans;
    scans.parcel("C1").add(ParcelStatus::delivered, 3);
    scans.parcel("C2").add(ParcelStatus::delivered, 3);
    const auto events = scans.list();
    CHECK(track({parcel("M"), parcel("C1", "M"), parcel("C2", "M")}, events).status ==
          ParcelStatus::delivered);
    CHECK(track({parcel("M"), parcel("C1"), parcel("C2")}, events).status == ParcelStatus::unknown);
}

TEST_CASE("a hand-over joins two numbers into one parcel, whose last leg counts") {
    Scans scans;
    scans.parcel("L1").add(ParcelStatus::picked_up, 1);
    scans.add(ParcelStatus::delivered, 9).text = "已签收,签收人是: 转EMS1100000000007";
    auto events = scans.list();
    CHECK(track({}, events).status == ParcelStatus::in_transit);
    CHECK(track({}, events).delivered == 0);
    REQUIRE(track({}, events).states[0].next.has_value());
    scans.parcel("1100000000007").add(ParcelStatus::registered, 7);
    events = scans.list();
    CHECK(track({}, events).status == ParcelStatus::in_transit);
    CHECK_FALSE(track({}, events).states[0].next.has_value());
    scans.add(ParcelStatus::delivered, 8);
    events = scans.list();
    const ShipmentTracking both = track({parcel("L1"), parcel("1100000000007")}, events);
    CHECK(both.status == ParcelStatus::delivered);
    CHECK(both.parcels == 1);
    CHECK(both.states[0].delivered->actual.at == instant(8, 12));
    CHECK(both.states[0].picked_up->actual.at == instant(1, 12));
}

TEST_CASE("two numbers that name each other do not run in a circle") {
    Scans scans;
    scans.parcel("1100000000001").add(ParcelStatus::in_transit, 1).text = "转EMS1100000000002";
    scans.parcel("1100000000002").add(ParcelStatus::in_transit, 2).text = "转EMS1100000000001";
    const auto events = scans.list();
    CHECK(track({}, events).parcels == 1);
}

TEST_CASE("nothing known is unknown, not delivered") {
    CHECK(track({}, {}).status == ParcelStatus::unknown);
    CHECK(track({parcel("A")}, {}).status == ParcelStatus::unknown);
    CHECK_FALSE(track({}, {}).delivered_on.has_value());
}

TEST_CASE("numbers that are only named in a hand-over are no parcels of their own") {
    Scans scans;
    scans.parcel("L1").add(ParcelStatus::in_transit, 1).text = "已离开香港，发往申通，面单号:5500000000008";
    scans.add(ParcelStatus::delivered, 2).text = "已签收,签收人是: 转EMS1100000000007";
    const std::vector<Parcel> parcels{parcel("L1"), parcel("5500000000008"), parcel("1100000000007")};
    auto events = scans.list();
    const ShipmentTracking handed_over = track(parcels, events);
    REQUIRE(handed_over.states.size() == 1);
    CHECK(handed_over.states[0].next.has_value());
    scans.parcel("1100000000007").add(ParcelStatus::delivered, 3);
    events = scans.list();
    CHECK(track(parcels, events).status == ParcelStatus::delivered);
}
