#include "shared/domain/finding.h"
#include "shared/domain/summary.h"
#include "shared/domain/tracking/scan_milestones.h"
#include "shared/domain/why.h"
#include "tests/shared/domain/tracking/scans.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace orderdeck::domain;
using orderdeck::test::instant;
using orderdeck::test::OrderBuilder;
using orderdeck::test::Scans;

namespace {

constexpr ShipmentId kShipment{1};

std::vector<Milestone> milestones_of(const Scans& scans, const std::vector<Parcel>& parcels = {}) {
    const auto events = scans.list();
    return scan_milestones(kShipment, track_shipment(kShipment, parcels, events));
}

std::string codes(const std::vector<Milestone>& milestones) {
    std::string text;
    for (const Milestone& milestone : milestones)
        text += (text.empty() ? "" : " ") + std::string(name_of(milestone.code));
    return text;
}

Parcel parcel(const char* number) {
    Parcel result;
    result.shipment = kShipment;
    result.number = number;
    return result;
}

} // namespace

TEST_CASE("the steps of a parcel are the steps of its shipment, each at its first scan") {
    Scans scans;
    scans.add(ParcelStatus::registered, 1);
    CHECK(codes(milestones_of(scans)) == "");
    scans.add(ParcelStatus::picked_up, 1, 13);
    scans.add(ParcelStatus::in_transit, 2);
    scans.add(ParcelStatus::in_transit, 3);
    scans.add(ParcelStatus::out_for_delivery, 4);
    scans.add(ParcelStatus::delivered, 4, 14);
    const auto milestones = milestones_of(scans);
    CHECK(codes(milestones) == "picked_up in_transit out_for_delivery delivered");
    CHECK(milestones[1].actual->at == instant(2, 12));
    CHECK(milestones[3].note == scans.events.back().text);
    CHECK(milestones[3].shipment == kShipment);
}

TEST_CASE("a failed attempt brings the goods back on their way") {
    Scans scans;
    scans.add(ParcelStatus::picked_up, 1);
    scans.add(ParcelStatus::out_for_delivery, 2);
    scans.add(ParcelStatus::attempt_failed, 3);
    CHECK(codes(milestones_of(scans)) == "picked_up in_transit");
    CHECK(milestones_of(scans)[1].actual->at == instant(3, 12));
}

TEST_CASE("a shipment is where its worst parcel is, and delivered with its last") {
    Scans scans;
    const std::vector<Parcel> parcels{parcel("A"), parcel("B")};
    scans.parcel("A").add(ParcelStatus::picked_up, 1);
    scans.add(ParcelStatus::delivered, 4);
    CHECK(codes(milestones_of(scans, parcels)) == "");
    scans.parcel("B").add(ParcelStatus::picked_up, 2);
    CHECK(codes(milestones_of(scans, parcels)) == "picked_up");
    CHECK(milestones_of(scans, parcels)[0].actual->at == instant(2, 12));
    scans.add(ParcelStatus::delivered, 3);
    CHECK(codes(milestones_of(scans, parcels)) == "picked_up delivered");
    CHECK(milestones_of(scans, parcels)[1].actual->at == instant(4, 12));
}

TEST_CASE("days and instants are not mixed") {
    Scans scans;
    scans.add(ParcelStatus::out_for_delivery, 4);
    scans.add_zoneless(ParcelStatus::delivered, 4, 23);
    for (const Milestone& milestone : milestones_of(scans))
        CHECK_FALSE(milestone.actual->at.has_value());
}

TEST_CASE("an order in three parcels is delivered when the last one is, and a scan after that is a finding") {
    OrderBuilder order;
    const LineId line = order.line(3);
    order.records.shipments.push_back({});
    order.records.shipments.back().id = kShipment;
    order.records.shipment_lines.push_back(
        {ShipmentLineId{1}, kShipment, order.records.order.id, line, Quantity::from_units(3)});
    order.records.parcels = {parcel("A"), parcel("B"), parcel("C")};
    Scans scans;
    for (const char* number : {"A", "B", "C"}) {
        CHECK(summarise(order.records).lines_delivered == 0);
        scans.parcel(number).add(ParcelStatus::delivered, 5);
        order.records.tracking_events = scans.list();
    }
    CHECK(summarise(order.records).lines_delivered == 1);
    CHECK(summarise(order.records).delivered_on == instant(5).utc_date());
    const auto has_finding = [&order] {
        const std::vector<Reason> reasons = explain(order.records);
        return std::any_of(reasons.begin(), reasons.end(), [](const Reason& reason) {
            return reason.text == name_of(Finding::event_after_delivery);
        });
    };
    CHECK_FALSE(has_finding());
    scans.add(ParcelStatus::in_transit, 7);
    order.records.tracking_events = scans.list();
    CHECK(has_finding());
    CHECK(summarise(order.records).lines_delivered == 1);
}
