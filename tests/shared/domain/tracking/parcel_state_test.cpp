#include "tests/shared/domain/tracking/scans.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace orderdeck::domain;
using orderdeck::test::instant;
using orderdeck::test::Scans;

namespace {

std::vector<ScanRole> roles(const ParcelState& state) {
    std::vector<ScanRole> result;
    for (const ParcelScan& scan : state.scans)
        result.push_back(scan.role);
    return result;
}

} // namespace

TEST_CASE("delivered, then an older scan, then the delivery in other words without a zone: delivered once") {
    Scans scans;
    scans.add(ParcelStatus::picked_up, 1);
    scans.add(ParcelStatus::delivered, 3, 2).text = "已签收"; // 10:00 on its clock
    const auto before = announcements(scans.fold());
    scans.add_zoneless(ParcelStatus::out_for_delivery, 3, 8, 22).text = "派送中"; // 08:22 on the same clock
    scans.add_zoneless(ParcelStatus::delivered, 3, 10).text = "Your parcel was delivered.";
    const ParcelState state = scans.fold();
    CHECK(state.status == ParcelStatus::delivered);
    CHECK(state.delivered->text == "已签收");
    CHECK(state.delivered->actual.at == instant(3, 2));
    REQUIRE(state.scans.size() == 3);
    CHECK(state.scans[1].event->text == "派送中");
    CHECK(state.scans[2].times == 2);
    CHECK(roles(state) == std::vector(3, ScanRole::regular));
    const auto after = announcements(state);
    REQUIRE(after.size() == 3);
    CHECK(before.size() == 2);
    CHECK(after.back().key == before.back().key);
    CHECK(after.back().key == "P1/delivered");
}

TEST_CASE("a scan after the delivery is shown as such and reopens nothing") {
    Scans scans;
    scans.add(ParcelStatus::delivered, 3);
    scans.add(ParcelStatus::in_transit, 4);
    scans.add(ParcelStatus::delivered, 5);
    scans.add(ParcelStatus::expired, 90);
    const ParcelState state = scans.fold();
    CHECK(state.status == ParcelStatus::delivered);
    CHECK(state.delivered->actual.at == instant(3, 12));
    CHECK(roles(state) ==
          std::vector{ScanRole::regular, ScanRole::after_delivery, ScanRole::repeated, ScanRole::repeated});
    CHECK(state.last_scan->status == ParcelStatus::expired);
}

TEST_CASE("without zones nobody says that a scan came after the delivery, unless days lie between") {
    Scans scans;
    scans.add_zoneless(ParcelStatus::delivered, 3, 4, 23);
    scans.add_zoneless(ParcelStatus::in_transit, 3, 7, 56);
    scans.add_zoneless(ParcelStatus::in_transit, 6, 7, 56);
    const ParcelState state = scans.fold();
    CHECK(state.status == ParcelStatus::delivered);
    CHECK(roles(state) == std::vector{ScanRole::regular, ScanRole::unplaced, ScanRole::after_delivery});
}

TEST_CASE("an explicit correction takes a delivery back, a later delivery holds again") {
    Scans scans;
    scans.add(ParcelStatus::delivered, 3);
    scans.add(ParcelStatus::unknown, 4).text = "误签收，重新派送";
    CHECK(scans.fold().status == ParcelStatus::in_transit);
    CHECK(scans.fold().delivered == nullptr);
    CHECK(roles(scans.fold()).back() == ScanRole::correction);
    scans.add(ParcelStatus::delivered, 5);
    CHECK(scans.fold().status == ParcelStatus::delivered);
    CHECK(scans.fold().delivered->actual.at == instant(5, 12));
}

TEST_CASE("what is delivered while it returns is returned, and returned stays") {
    Scans scans;
    scans.add(ParcelStatus::attempt_failed, 3).reason = TrackingReason::consignee_refused;
    scans.add(ParcelStatus::returning, 4);
    scans.add(ParcelStatus::delivered, 8);
    scans.add(ParcelStatus::in_transit, 9);
    const ParcelState state = scans.fold();
    CHECK(state.status == ParcelStatus::returned);
    CHECK(state.delivered == nullptr);
    CHECK(roles(state).back() == ScanRole::after_delivery);
    Scans delivered;
    delivered.add(ParcelStatus::delivered, 3);
    delivered.add(ParcelStatus::returned, 7);
    CHECK(delivered.fold().status == ParcelStatus::returned);
    delivered.add(ParcelStatus::delivered, 7, 13);
    CHECK(delivered.fold().status == ParcelStatus::returned);
}

TEST_CASE("papers that are announced after the pick-up do not send a parcel back") {
    Scans scans;
    scans.add_zoneless(ParcelStatus::picked_up, 1, 0);
    scans.add(ParcelStatus::registered, 1, 15);
    CHECK(scans.fold().status == ParcelStatus::picked_up);
}

TEST_CASE("an exception keeps its reason until the parcel moves") {
    Scans scans;
    scans.add(ParcelStatus::in_transit, 1);
    scans.add(ParcelStatus::exception, 2).reason = TrackingReason::weather_delay;
    CHECK(scans.fold().status == ParcelStatus::exception);
    CHECK(scans.fold().reason == TrackingReason::weather_delay);
    scans.add(ParcelStatus::unknown, 3);
    CHECK(scans.fold().status == ParcelStatus::exception);
    scans.add(ParcelStatus::in_transit, 4);
    CHECK(scans.fold().status == ParcelStatus::in_transit);
    CHECK(scans.fold().reason == TrackingReason::none);
}

TEST_CASE("failed attempts are counted by days") {
    Scans scans;
    scans.add(ParcelStatus::attempt_failed, 2, 3);
    scans.add(ParcelStatus::attempt_failed, 2, 4);
    CHECK(scans.fold().failed_attempts == 1);
    scans.add(ParcelStatus::attempt_failed, 3, 3);
    CHECK(scans.fold().failed_attempts == 2);
}

TEST_CASE("the same scan pushed twice is one, two codes of one second are two") {
    Scans scans;
    for (const char* code : {"50", "50", "31"}) {
        auto& event = scans.add(ParcelStatus::in_transit, 2);
        event.code = code;
        event.text = "any wording";
    }
    scans.events[1].text = "other wording";
    scans.events[1].actual.at = *scans.events[1].actual.at + orderdeck::base::Duration::seconds(40);
    const ParcelState state = scans.fold();
    REQUIRE(state.scans.size() == 2);
    scans.events[2].place = "elsewhere";
    scans.events[2].code = "50";
    CHECK(scans.fold().scans.size() == 2);
    scans.events[2].place = "";
    CHECK(scans.fold().scans.size() == 1);
    CHECK(scans.fold().scans[0].times == 3);
}

TEST_CASE("equal instants are ordered by the life of a parcel, then by the carrier's own sequence") {
    Scans scans;
    scans.add(ParcelStatus::out_for_delivery, 2).sequence = 0;
    scans.add(ParcelStatus::in_transit, 2).sequence = 2;
    scans.add(ParcelStatus::in_transit, 2).sequence = 1;
    const ParcelState state = scans.fold();
    CHECK(state.scans[0].event->sequence == 1);
    CHECK(state.scans[1].event->sequence == 2);
    CHECK(state.status == ParcelStatus::out_for_delivery);
}

TEST_CASE("a source may list oldest or newest first, and 12:35 AM comes before 01:35 AM") {
    Scans oldest;
    oldest.add_zoneless(ParcelStatus::in_transit, 3, 0, 35);
    oldest.add_zoneless(ParcelStatus::in_transit, 3, 1, 35);
    Scans newest;
    newest.add_zoneless(ParcelStatus::in_transit, 3, 1, 35);
    newest.add_zoneless(ParcelStatus::in_transit, 3, 0, 35);
    CHECK(oldest.fold().scans.front().event->local_minute == 35);
    CHECK(newest.fold().scans.front().event->local_minute == 35);
}

TEST_CASE("who must act follows from the reason, customs papers from the Incoterm, else from the status") {
    CHECK(responsible_party(ParcelStatus::exception, TrackingReason::carrier_damaged_parcel) ==
          Party::carrier);
    CHECK(responsible_party(ParcelStatus::attempt_failed, TrackingReason::consignee_not_home) ==
          Party::customer);
    CHECK(responsible_party(ParcelStatus::customs, TrackingReason::customs_documentation) == Party::customer);
    CHECK(responsible_party(ParcelStatus::customs, TrackingReason::customs_documentation, Party::us) ==
          Party::us);
    CHECK(responsible_party(ParcelStatus::customs, TrackingReason::none) == Party::authority);
    CHECK(responsible_party(ParcelStatus::exception, TrackingReason::weather_delay) == Party::unknown);
    CHECK(responsible_party(ParcelStatus::ready_for_pickup, TrackingReason::none) == Party::customer);
}
