// The state of a parcel is a function of the set of its scans.
#include "shared/domain/tracking/alarms.h"
#include "tests/shared/domain/tracking/scans.h"
#include "tests/support/random_source.h"

#include <catch2/catch_test_macros.hpp>

#include <sstream>

using namespace orderdeck::domain;
using orderdeck::test::counterexample;
using orderdeck::test::RandomSource;
using orderdeck::test::Scans;

namespace {

using Failure = std::optional<std::string>;

void add_random(Scans& scans, RandomSource& random) {
    static const std::vector<std::string> kNumbers{"1100000000001", "1100000000002", "A"};
    static const std::vector<std::string> kTexts{
        "arrived", "Arrived.", "已签收,签收人是: 转EMS1100000000002", "误签收", "主单总件数：2件", ""};
    const auto pick = [&random](const std::vector<std::string>& from) {
        return from[static_cast<std::size_t>(random.between(0, static_cast<int>(from.size()) - 1))];
    };
    scans.parcel(pick(kNumbers));
    const auto status = static_cast<ParcelStatus>(random.between(0, kParcelStatusCount - 1));
    const int day = random.between(1, 3);
    TrackingEvent& event = random.chance(70) ? scans.add(status, day, random.between(0, 3))
                                             : scans.add_zoneless(status, day, random.between(0, 10));
    event.text = pick(kTexts);
    if (random.chance(40)) event.code = random.chance(50) ? "50" : "80";
    if (random.chance(30)) event.place = random.chance(50) ? "宁波" : "Ningbo";
    if (random.chance(30)) event.carrier = "ems";
    event.sequence = random.between(0, 2);
    event.reason = random.chance(20) ? TrackingReason::customs_delay : TrackingReason::none;
}

/// Everything of a shipment's state that people see; not how often a scan was told.
std::string text_of(const ShipmentTracking& shipment) {
    std::ostringstream text;
    const auto event = [&text](const char* what, const TrackingEvent* scan) {
        text << what << (scan == nullptr ? 0 : scan->id.value()) << ' ';
    };
    text << name_of(shipment.status) << shipment.parcels << shipment.delivered << shipment.unseen << '\n';
    for (const ParcelState& state : shipment.states) {
        text << state.number << name_of(state.status) << name_of(state.reason) << state.pieces
             << state.failed_attempts;
        for (const std::string& leg : state.legs)
            text << '>' << leg;
        event(" current ", state.current);
        event("delivered ", state.delivered);
        event("picked ", state.picked_up);
        event("last ", state.last_scan);
        for (const ParcelScan& scan : state.scans)
            text << '[' << scan.event->id.value() << name_of(scan.status) << static_cast<int>(scan.role)
                 << ']';
        for (const Announcement& announcement : announcements(state))
            text << announcement.key << ';';
        for (const ParcelAlarm& alarm : alarms_of(state, {}, default_alarm_rules()))
            text << alarm.key << '@' << alarm.from.to_string() << ';';
        text << '\n';
    }
    return text.str();
}

Failure differs(const std::string& before, const std::string& after) {
    if (before == after) return std::nullopt;
    return before + "became\n" + after;
}

std::string state_of(const std::vector<TrackingEvent>& events) {
    return text_of(track_shipment(ShipmentId{1}, {}, events));
}

std::vector<TrackingEvent> random_events(RandomSource& random, int size) {
    Scans scans;
    for (int i = 0; i < size; ++i)
        add_random(scans, random);
    return scans.list();
}

} // namespace

TEST_CASE("the order in which scans are told does not matter") {
    const std::string failure = counterexample(6000, 12, [](std::uint64_t seed, int size) -> Failure {
        RandomSource random(seed);
        auto events = random_events(random, size);
        const std::string before = state_of(events);
        random.shuffle(events);
        return differs(before, state_of(events));
    });
    CHECK(failure == "");
}

TEST_CASE("scans that are told again change nothing") {
    const std::string failure = counterexample(6000, 12, [](std::uint64_t seed, int size) -> Failure {
        RandomSource random(seed);
        auto events = random_events(random, size);
        const std::string before = state_of(events);
        const std::size_t count = events.size();
        for (std::size_t i = 0; i < count; ++i) {
            if (random.chance(60)) events.push_back(TrackingEvent(events[i]));
        }
        random.shuffle(events);
        return differs(before, state_of(events));
    });
    CHECK(failure == "");
}

TEST_CASE("what is delivered stays delivered, whatever older or younger scans follow") {
    const std::string failure = counterexample(6000, 12, [](std::uint64_t seed, int size) -> Failure {
        RandomSource random(seed);
        Scans scans("A");
        scans.add(ParcelStatus::delivered, 2);
        for (int i = 0; i < size; ++i) {
            constexpr std::array kMoving{ParcelStatus::registered, ParcelStatus::in_transit,
                                         ParcelStatus::customs,    ParcelStatus::out_for_delivery,
                                         ParcelStatus::exception,  ParcelStatus::expired};
            const ParcelStatus status = kMoving[static_cast<std::size_t>(random.between(0, 5))];
            const int day = random.between(1, 4);
            scans.add(status, day, random.between(0, 23));
        }
        const ParcelState state = scans.fold();
        if (state.status == ParcelStatus::delivered) return std::nullopt;
        return "became " + std::string(name_of(state.status));
    });
    CHECK(failure == "");
}
