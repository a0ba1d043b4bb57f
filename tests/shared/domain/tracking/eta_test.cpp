#include "shared/domain/tracking/eta.h"
#include "tests/shared/domain/tracking/scans.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using namespace orderdeck::domain;
using orderdeck::test::day;
using orderdeck::test::instant;
using orderdeck::test::Scans;

namespace {

Lane lane(const char* from, const char* to) {
    Lane result;
    result.carrier = "SF";
    result.service = "express";
    result.mode = "courier";
    result.origin_city = from;
    result.destination_city = to;
    result.origin_province = "湖北";
    result.destination_province = "浙江";
    return result;
}

/// Ten parcels on one lane, which take one to ten days from the pick-up, in transit half of the time.
TransitHistory ten_parcels(const Lane& on) {
    TransitHistory history;
    for (int days = 1; days <= 10; ++days) {
        Scans scans;
        scans.add(ParcelStatus::picked_up, 1, 0);
        scans.add(ParcelStatus::in_transit, 1, days * 12 % 24).actual.at =
            instant(1) + base::Duration::hours(days * 12);
        scans.add(ParcelStatus::delivered, 1 + days, 0);
        history.add(on, scans.fold());
    }
    return history;
}

WorkingDays every_day() {
    WorkingDays days;
    days.week = {true, true, true, true, true, true, true};
    return days;
}

} // namespace

TEST_CASE("the carrier's date counts before history") {
    const auto history = ten_parcels(lane("武汉", "宁波"));
    Scans scans;
    scans.add(ParcelStatus::picked_up, 5);
    const ParcelState parcel = scans.fold();
    WorkingDays shanghai = every_day();
    shanghai.utc_offset_minutes = 480;
    const Eta eta = estimate(parcel, Occurrence{day(9), {}, {}}, history, lane("武汉", "宁波"), shanghai);
    CHECK(eta.basis == EtaBasis::carrier);
    CHECK(eta.late_from == instant(9, 16)); // midnight at the delivery place
    CHECK(eta_at(eta, parcel, instant(9, 15)).kind == EtaShown::Kind::on_day);
    CHECK(eta_at(eta, parcel, instant(9, 16)).kind == EtaShown::Kind::late);
    CHECK(eta_at(eta, parcel, instant(9, 16)).last_seen == &scans.events[0]);
}

TEST_CASE("without it P50 and P90 come from what earlier parcels still needed at this status") {
    const auto history = ten_parcels(lane("武汉", "宁波"));
    Scans scans;
    scans.add(ParcelStatus::picked_up, 5, 0);
    const Eta picked_up = estimate(scans.fold(), {}, history, lane("武汉", "宁波"), every_day());
    CHECK(picked_up.basis == EtaBasis::history);
    CHECK(picked_up.samples == 10);
    CHECK(picked_up.match == LaneMatch::lane);
    CHECK(picked_up.p50 == instant(10, 12)); // 5.5 days
    CHECK(picked_up.p90 == instant(14, 12)); // 9.5 days
    scans.add(ParcelStatus::in_transit, 6, 0);
    const Eta in_transit = estimate(scans.fold(), {}, history, lane("武汉", "宁波"), every_day());
    CHECK(in_transit.p50 == instant(8, 18)); // half of 5.5 days
}

TEST_CASE("who has already taken long is compared with those who took longer") {
    const auto history = ten_parcels(lane("武汉", "宁波"));
    const auto all = history.remaining(lane("武汉", "宁波"), ParcelStatus::picked_up);
    const auto slow =
        history.remaining(lane("武汉", "宁波"), ParcelStatus::picked_up, base::Duration::days(5));
    REQUIRE(all.has_value());
    REQUIRE(slow.has_value());
    CHECK(slow->samples == 5);
    CHECK(slow->p50 == base::Duration::days(3));
    CHECK(slow->p50 < all->p50);
    CHECK_FALSE(history.remaining(lane("武汉", "宁波"), ParcelStatus::picked_up, base::Duration::days(8))
                    .has_value());
}

TEST_CASE("a lane without history falls back to its provinces, the carrier, the mode") {
    const auto history = ten_parcels(lane("武汉", "宁波"));
    const auto match = [&history](const Lane& asked) {
        const auto found = history.remaining(asked, ParcelStatus::picked_up);
        return found ? std::string(name_of(found->match)) : "none";
    };
    Lane other = lane("武汉", "杭州");
    CHECK(match(other) == "provinces");
    other.destination_province = "广东";
    CHECK(match(other) == "carrier");
    other.carrier = "YTO";
    CHECK(match(other) == "mode");
    other.mode = "air";
    CHECK(match(other) == "none");
    CHECK(match(Lane{}) == "none");
}

TEST_CASE("an estimate is never shown in the past: late, last seen") {
    const auto history = ten_parcels(lane("武汉", "宁波"));
    Scans scans;
    scans.add(ParcelStatus::picked_up, 5, 0);
    const ParcelState parcel = scans.fold();
    const Eta eta = estimate(parcel, {}, history, lane("武汉", "宁波"), every_day());
    for (int now = 5; now < 30; ++now) {
        const EtaShown shown = eta_at(eta, parcel, instant(now));
        if (shown.kind == EtaShown::Kind::between) {
            CHECK(shown.from >= instant(now));
            CHECK(shown.until > instant(now));
        } else {
            CHECK(shown.kind == EtaShown::Kind::late);
            CHECK(shown.last_seen == &scans.events[0]);
        }
    }
    CHECK(eta_at(eta, parcel, instant(14, 11)).kind == EtaShown::Kind::between);
    CHECK(eta_at(eta, parcel, instant(14, 12)).kind == EtaShown::Kind::late);
}

TEST_CASE("deliveries are not expected on rest days") {
    const auto history = ten_parcels(lane("武汉", "宁波"));
    Scans scans;
    scans.add(ParcelStatus::picked_up, 5, 0);
    // 10 January 2026 is a Saturday.
    CHECK(estimate(scans.fold(), {}, history, lane("武汉", "宁波"), {}).p50 == instant(12, 12));
}

TEST_CASE("no hours are computed across unknown zones, and parcels at their end have no estimate") {
    TransitHistory history;
    for (int i = 0; i < 10; ++i) {
        Scans scans;
        scans.add_zoneless(ParcelStatus::picked_up, 1, 0);
        scans.add(ParcelStatus::delivered, 3);
        history.add(lane("武汉", "宁波"), scans.fold());
    }
    CHECK_FALSE(history.remaining(lane("武汉", "宁波"), ParcelStatus::picked_up).has_value());
    const auto known = ten_parcels(lane("武汉", "宁波"));
    Scans zoneless;
    zoneless.add_zoneless(ParcelStatus::picked_up, 5, 0);
    CHECK(estimate(zoneless.fold(), {}, known, lane("武汉", "宁波"), {}).basis == EtaBasis::none);
    Scans done;
    done.add(ParcelStatus::delivered, 5);
    CHECK(estimate(done.fold(), Occurrence{day(9), {}, {}}, known, {}, {}).basis == EtaBasis::none);
    CHECK(eta_at({}, done.fold(), instant(9)).kind == EtaShown::Kind::none);
}

TEST_CASE("the usual gap between scans is the lane's P95") {
    TransitHistory history = ten_parcels(lane("武汉", "宁波"));
    REQUIRE(history.usual_gap(lane("武汉", "宁波")).has_value());
    // 20 gaps, two each of 12, 24 ... 120 hours: the 19th and 20th are the longest.
    CHECK(*history.usual_gap(lane("武汉", "宁波")) == base::Duration::hours(120));
    CHECK_FALSE(history.usual_gap(lane("武汉", "宁波"), 21).has_value());
}
