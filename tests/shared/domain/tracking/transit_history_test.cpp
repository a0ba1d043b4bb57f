#include "shared/domain/summary.h"
#include "shared/domain/tracking/scan_milestones.h"
#include "shared/domain/tracking/transit_history.h"
#include "tests/shared/domain/tracking/scans.h"
#include "tests/support/random_source.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>

using namespace orderdeck;
using namespace orderdeck::domain;
using orderdeck::test::day;
using orderdeck::test::instant;
using orderdeck::test::OrderBuilder;
using orderdeck::test::Scans;

namespace {

Shipment shipment(const char* from, const char* to, const char* carrier = "SF") {
    Shipment result;
    result.id = ShipmentId{1};
    result.carrier = carrier;
    result.mode = "courier";
    result.origin = from;
    result.destination = to;
    return result;
}

/// A shipment of which only the scans of its parcel are known.
struct Scanned {
    explicit Scanned(const Scans& scans)
        : events(scans.list()),
          tracking(track_shipment(ShipmentId{1}, {}, events)),
          milestones(scan_milestones(ShipmentId{1}, tracking)),
          facts(shipment_facts(ShipmentId{1}, refs())) {}

    MilestoneRefs refs() const {
        MilestoneRefs result;
        for (const Milestone& milestone : milestones)
            result.push_back(&milestone);
        return result;
    }

    std::vector<TrackingEvent> events;
    ShipmentTracking tracking;
    std::vector<Milestone> milestones;
    ShipmentFacts facts;
};

class History {
public:
    void add(const Shipment& on, const Scans& scans) {
        const Scanned scanned(scans);
        const auto part = transit_part(on, scanned.facts, scanned.tracking);
        if (!part) return;
        REQUIRE_FALSE(part->asks());
        for (const LaneMatch match :
             {LaneMatch::lane, LaneMatch::provinces, LaneMatch::carrier, LaneMatch::mode}) {
            const std::string key = lane_key(part->lane, match);
            if (!key.empty()) counts[key].add(part->told);
        }
    }
    std::optional<UsualArrival> of(const Shipment& on, const Scans& scans) const {
        return usual_arrival(Scanned(scans).facts, lane_of(on), find());
    }
    std::optional<base::Duration> gap(const Shipment& on) const { return usual_gap(lane_of(on), find()); }

    std::map<std::string, TransitCounts> counts;

private:
    FindCounts find() const {
        return [this](const std::string& key) {
            const auto found = counts.find(key);
            return found == counts.end() ? nullptr : &found->second;
        };
    }
};

/// Ten parcels on one lane, which take one to ten days from the pick-up and go on after half of that.
History ten_parcels(const Shipment& on) {
    History history;
    for (int days = 1; days <= 10; ++days) {
        Scans scans;
        scans.add(ParcelStatus::picked_up, 1, 0);
        scans.add(ParcelStatus::out_for_delivery, 1, 0).actual.at =
            instant(1) + base::Duration::hours(days * 12);
        scans.add(ParcelStatus::delivered, 1 + days, 0);
        history.add(on, scans);
    }
    return history;
}

Scans picked_up_on(int day) {
    Scans scans;
    scans.add(ParcelStatus::picked_up, day, 0);
    return scans;
}

const Shipment kWuhanNingbo = shipment("Wuhan, Hubei", "Ningbo, Zhejiang");

} // namespace

TEST_CASE("half and nine of ten come from what earlier shipments still needed at this stage") {
    const History history = ten_parcels(kWuhanNingbo);
    Scans scans = picked_up_on(5);
    const auto picked_up = history.of(kWuhanNingbo, scans);
    REQUIRE(picked_up.has_value());
    CHECK(picked_up->samples == 10);
    CHECK(picked_up->match == LaneMatch::lane);
    CHECK(picked_up->p50 == instant(10, 12)); // 5.5 days
    CHECK(picked_up->p90 == instant(14, 12)); // 9.5 days
    scans.add(ParcelStatus::out_for_delivery, 6, 0);
    const auto out = history.of(kWuhanNingbo, scans);
    REQUIRE(out.has_value());
    CHECK(out->p50 == instant(8, 18)); // half of 5.5 days
}

TEST_CASE("who has already taken long is compared with those who took longer") {
    const History history = ten_parcels(kWuhanNingbo);
    Scans scans = picked_up_on(5);
    scans.add(ParcelStatus::in_transit, 10, 0); // five days after the pick-up
    const auto slow = history.of(kWuhanNingbo, scans);
    REQUIRE(slow.has_value());
    CHECK(slow->samples == 5);
    CHECK(slow->p50 == instant(13));            // eight days: the middle of 6 to 10
    scans.add(ParcelStatus::in_transit, 13, 0); // nothing is known of this stage: the pick-up counts
    CHECK_FALSE(history.of(kWuhanNingbo, scans).has_value()); // two are too few to say anything
}

TEST_CASE("a lane without history falls back to its provinces, the carrier, the mode") {
    const History history = ten_parcels(kWuhanNingbo);
    const auto match = [&history](const Shipment& asked) {
        const auto found = history.of(asked, picked_up_on(5));
        return found ? std::string(name_of(found->match)) : "none";
    };
    CHECK(match(shipment("wuhan , Hubei", " NINGBO, Zhejiang")) == "lane");
    CHECK(match(shipment("Wuhan, Hubei", "Hangzhou, Zhejiang")) == "provinces");
    CHECK(match(shipment("Wuhan, Hubei", "Shenzhen, Guangdong")) == "carrier");
    CHECK(match(shipment("Wuhan, Hubei", "Ningbo, Zhejiang", "YTO")) == "mode");
    Shipment other = kWuhanNingbo;
    other.mode = "air";
    other.carrier = "YTO";
    CHECK(match(other) == "none");
    CHECK(match(Shipment{}) == "none");
}

TEST_CASE("only what is on its way is estimated, and only what has arrived is counted") {
    const History history = ten_parcels(kWuhanNingbo);
    Scans returning = picked_up_on(5);
    returning.add(ParcelStatus::returning, 6);
    const Scanned back(returning);
    CHECK_FALSE(transit_part(kWuhanNingbo, back.facts, back.tracking).has_value());
    Scans returned = returning;
    returned.add(ParcelStatus::returned, 8);
    const Scanned gone(returned);
    CHECK_FALSE(transit_part(kWuhanNingbo, gone.facts, gone.tracking).has_value());
    Scans delivered = picked_up_on(5);
    delivered.add(ParcelStatus::delivered, 6);
    CHECK_FALSE(history.of(kWuhanNingbo, delivered).has_value());
    const Scanned under_way(picked_up_on(5));
    const auto asking = transit_part(kWuhanNingbo, under_way.facts, under_way.tracking);
    REQUIRE(asking.has_value());
    CHECK(asking->asks());
}

TEST_CASE("milestones alone tell days, and hours are never computed across unknown zones") {
    OrderBuilder builder;
    const ShipmentId id = builder.shipment();
    builder.scan(id, MilestoneCode::shipped, 3);
    builder.scan(id, MilestoneCode::delivered, 7);
    MilestoneRefs refs;
    for (const Milestone& milestone : builder.records.milestones)
        refs.push_back(&milestone);
    const auto part = transit_part(kWuhanNingbo, shipment_facts(id, refs), {});
    REQUIRE(part.has_value());
    CHECK(part->told.encode() == "8:96*1");
    CHECK(part->month == 2026 * 12);
    Scans zoneless;
    zoneless.add_zoneless(ParcelStatus::picked_up, 1, 23);
    zoneless.add(ParcelStatus::delivered, 3, 1);
    const Scanned mixed(zoneless);
    const auto days = transit_part(kWuhanNingbo, mixed.facts, mixed.tracking);
    REQUIRE(days.has_value());
    CHECK(days->told.encode() == "8:48*1"); // days only, no gap
}

TEST_CASE("the usual gap between scans is the lane's P95") {
    const History history = ten_parcels(kWuhanNingbo);
    // 20 gaps, two each of 12, 24 ... 120 hours: the 19th and 20th are the longest.
    CHECK(history.gap(kWuhanNingbo) == base::Duration::hours(120));
    History few;
    few.add(kWuhanNingbo, [] {
        Scans scans = picked_up_on(1);
        scans.add(ParcelStatus::delivered, 2);
        return scans;
    }());
    CHECK_FALSE(few.gap(kWuhanNingbo).has_value());
}

TEST_CASE("an estimate is made from months that are over") {
    const TransitMonths months = months_before(transit_month(instant(31)));
    CHECK(months.last == 2025 * 12 + 10); // November for January
    CHECK(months.last - months.first == 23);
    CHECK(transit_month(base::Timestamp::at_start_of(base::LocalDate::from_ymd(2025, 12, 31).value())) ==
          2025 * 12 + 11);
}

TEST_CASE("Counted times: the order of adding decides nothing, and what was added can be taken away") {
    test::RandomSource random(20260105);
    for (int round = 0; round < 200; ++round) {
        std::vector<TransitCounts> parts(static_cast<std::size_t>(random.between(1, 12)));
        for (TransitCounts& part : parts) {
            for (auto i = random.between(1, 6); i > 0; --i) {
                part.add_remaining(static_cast<Stage>(random.between(8, 11)),
                                   base::Duration::minutes(random.between(0, 60 * 24 * 500)));
                part.add_gap(base::Duration::minutes(random.between(-5, 10'000)));
            }
        }
        TransitCounts forwards;
        for (const TransitCounts& part : parts)
            forwards.add(part);
        TransitCounts backwards;
        for (auto part = parts.rbegin(); part != parts.rend(); ++part)
            backwards.add(*part);
        CHECK(forwards == backwards);
        CHECK(TransitCounts::decode(forwards.encode()).value() == forwards);
        for (const TransitCounts& part : parts)
            backwards.take_away(part);
        CHECK(backwards.empty());
        forwards.take_away(forwards);
        CHECK(forwards.empty());
    }
    CHECK_FALSE(TransitCounts::decode("8:24").has_value());
    CHECK_FALSE(TransitCounts::decode("24*1").has_value());
    CHECK_FALSE(TransitCounts::decode("8:x*1").has_value());
}

TEST_CASE("a lane survives its text, whatever the places are called") {
    const Lane lane = lane_of(shipment("A\nB, C", ", D", "x\ty"));
    CHECK(decode_lane(encode_lane(lane)) == lane);
    CHECK(decode_lane("") == Lane{});
}

TEST_CASE("without a carrier's word the order is expected when half arrive, and late after nine of ten") {
    OrderBuilder builder;
    const LineId line = builder.line(1);
    const ShipmentId id = builder.shipment();
    builder.carries(id, line, 1);
    builder.scan(id, MilestoneCode::shipped, 3);
    builder.promise(line, 8);
    builder.records.shipments[0].usual = UsualArrival{instant(9, 12), instant(12, 12), 40, LaneMatch::lane};
    OrderSummary summary = summarise(builder.records);
    CHECK(summary.forecast_on == day(9));
    CHECK(summary.next_arrival_on == day(9));
    CHECK(summary.at_risk);
    // The delivery place is ahead of UTC, so its days begin earlier.
    builder.records.order.delivery_utc_offset_minutes = 14 * 60;
    CHECK(summarise(builder.records).forecast_on == day(10));
    builder.records.order.delivery_utc_offset_minutes = 0;
    // What the carrier says counts before history.
    builder.forecast(id, 7);
    summary = summarise(builder.records);
    CHECK(summary.forecast_on == day(7));
    CHECK_FALSE(summary.at_risk);
}
