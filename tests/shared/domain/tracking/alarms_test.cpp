#include "shared/domain/tracking/alarms.h"
#include "tests/shared/domain/tracking/scans.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace orderdeck;
using namespace orderdeck::domain;
using orderdeck::test::day;
using orderdeck::test::instant;
using orderdeck::test::Scans;

namespace {

const AlarmRules kRules = default_alarm_rules();

const ParcelAlarm* find(const std::vector<ParcelAlarm>& alarms, TrackingAlarm alarm) {
    const auto found = std::find_if(alarms.begin(), alarms.end(), [alarm](const ParcelAlarm& candidate) {
        return candidate.alarm == alarm;
    });
    return found == alarms.end() ? nullptr : &*found;
}

/// From when the alarm holds, in hours since the start of January 2026; -1 when it does not come.
std::int64_t hour_of(const Scans& scans, TrackingAlarm alarm, const AlarmContext& context = {},
                     const AlarmRules& rules = kRules) {
    const auto alarms = alarms_of(scans.fold(), context, rules);
    const ParcelAlarm* found = find(alarms, alarm);
    return found == nullptr ? -1 : (found->from - instant(1)).count() / 3'600'000;
}

std::int64_t hours(int day_number, int hour) { return (day_number - 1) * 24 + hour; }

} // namespace

TEST_CASE("no scan for two days is one alert, which a new scan heals") {
    Scans scans;
    scans.add(ParcelStatus::picked_up, 1);
    scans.add(ParcelStatus::in_transit, 2);
    const auto alarms = alarms_of(scans.fold(), {}, kRules);
    REQUIRE(alarms.size() == 1);
    CHECK(alarms[0].alarm == TrackingAlarm::silent);
    CHECK(alarms[0].from == instant(4, 12));
    CHECK_FALSE(alarms[0].holds_at(instant(4, 11)));
    CHECK(alarms[0].holds_at(instant(4, 12)));
    CHECK(alarms[0].evidence.event == &scans.events[1]);
    CHECK(alarms[0].action == AlarmAction::ask_carrier);
    CHECK(alarms[0].owner == Party::carrier);
    // However often it is looked at, it is the same alert.
    std::set<std::string> keys;
    for (int now = 4; now < 40; ++now) {
        for (const ParcelAlarm& alarm : alarms_of(scans.fold(), {}, kRules)) {
            if (alarm.holds_at(instant(now, 12))) keys.insert(alarm.key);
        }
    }
    CHECK(keys.size() == 1);

    scans.add(ParcelStatus::in_transit, 7);
    const auto healed = alarms_of(scans.fold(), {}, kRules);
    REQUIRE(healed.size() == 1);
    CHECK(healed[0].from == instant(9, 12));
    CHECK(keys.count(healed[0].key) == 0);
    const auto periods = alarm_periods(scans.fold(), {}, kRules, instant(8));
    REQUIRE(periods.size() == 1);
    CHECK(periods[0].since == instant(4, 12));
    CHECK(periods[0].healed_at == instant(7, 12));
    CHECK(periods[0].cure == &scans.events[2]);
    scans.add(ParcelStatus::delivered, 8);
    CHECK(alarms_of(scans.fold(), {}, kRules).empty());
}

TEST_CASE("silence grows worse without becoming another alert") {
    Scans scans;
    scans.add(ParcelStatus::in_transit, 1);
    const auto alarms = alarms_of(scans.fold(), {}, kRules);
    REQUIRE(alarms.size() == 1);
    CHECK(alarms[0].severity_at(instant(4)) == AlarmSeverity::warning);
    CHECK(alarms[0].severity_at(instant(32)) == AlarmSeverity::alarm);
    CHECK(alarms[0].severity_at(instant(62)) == AlarmSeverity::critical);
    const auto periods = alarm_periods(scans.fold(), {}, kRules, instant(80));
    REQUIRE(periods.size() == 1);
    CHECK_FALSE(periods[0].healed_at.has_value());
}

TEST_CASE("a lane with longer gaps is silent later, and so is a mode or a carrier with a rule of its own") {
    Scans scans;
    scans.add(ParcelStatus::in_transit, 1, 0);
    CHECK(hour_of(scans, TrackingAlarm::silent) == 48);
    AlarmContext slow;
    slow.usual_gap = base::Duration::hours(70);
    CHECK(hour_of(scans, TrackingAlarm::silent, slow) == 70);
    AlarmContext sea;
    sea.mode = "Ocean";
    CHECK(hour_of(scans, TrackingAlarm::silent, sea) == 14 * 24);
    AlarmRules rules = default_alarm_rules();
    rules.overrides.push_back(
        {"SF", "", {TrackingAlarm::silent, {{base::Duration::hours(12), AlarmSeverity::alarm}}}});
    CHECK(hour_of(scans, TrackingAlarm::silent, {}, rules) == 12);
    CHECK(hour_of(scans, TrackingAlarm::silent, sea, rules) == 12);
    rules.overrides.push_back({"sf", "ocean", {TrackingAlarm::silent, {}}});
    CHECK(hour_of(scans, TrackingAlarm::silent, sea, rules) == -1);
}

TEST_CASE("shipped, but the carrier has not scanned it") {
    Scans scans;
    AlarmContext context;
    context.shipped_at = instant(1, 0);
    CHECK(hour_of(scans, TrackingAlarm::no_pickup_scan, context) == 24);
    CHECK(hour_of(scans, TrackingAlarm::no_pickup_scan) == -1);
    scans.add(ParcelStatus::registered, 1, 6);
    CHECK(hour_of(scans, TrackingAlarm::no_pickup_scan, context) == 24);
    CHECK(hour_of(scans, TrackingAlarm::no_pickup_scan) == 30);
    const auto alarms = alarms_of(scans.fold(), context, kRules);
    CHECK(alarms.at(0).severity_at(instant(2, 0)) == AlarmSeverity::warning);
    CHECK(alarms.at(0).severity_at(instant(3, 0)) == AlarmSeverity::alarm);
    CHECK(alarms.at(0).severity_at(instant(4, 0)) == AlarmSeverity::critical);
    scans.add(ParcelStatus::picked_up, 2);
    CHECK(hour_of(scans, TrackingAlarm::no_pickup_scan, context) == -1);
}

TEST_CASE("stuck at the hub, on the van, in the station") {
    Scans scans;
    AlarmContext context;
    context.destination_city = "宁波";
    scans.add(ParcelStatus::in_transit, 2, 0).place = "宁波鄞州中转场";
    CHECK(hour_of(scans, TrackingAlarm::stuck_at_hub, context) == hours(3, 0));
    CHECK(hour_of(scans, TrackingAlarm::silent, context) == -1);
    CHECK(hour_of(scans, TrackingAlarm::silent) == hours(4, 0));
    context.destination_city = "宁波市, CN";
    CHECK(hour_of(scans, TrackingAlarm::stuck_at_hub, context) == hours(3, 0));
    scans.add(ParcelStatus::out_for_delivery, 3, 0);
    CHECK(hour_of(scans, TrackingAlarm::no_result, context) == hours(4, 0));
    CHECK(hour_of(scans, TrackingAlarm::stuck_at_hub, context) == -1);
    scans.add(ParcelStatus::ready_for_pickup, 3, 6);
    scans.add(ParcelStatus::ready_for_pickup, 4, 6);
    CHECK(hour_of(scans, TrackingAlarm::not_collected, context) == hours(5, 6));
    const auto alarms = alarms_of(scans.fold(), context, kRules);
    CHECK(find(alarms, TrackingAlarm::not_collected)->severity_at(instant(8, 6)) == AlarmSeverity::alarm);
}

TEST_CASE("two failed attempts are an alarm, one is not") {
    Scans scans;
    scans.add(ParcelStatus::attempt_failed, 2);
    CHECK(hour_of(scans, TrackingAlarm::attempts_failed) == -1);
    scans.add(ParcelStatus::attempt_failed, 3);
    CHECK(hour_of(scans, TrackingAlarm::attempts_failed) == hours(3, 12));
    scans.add(ParcelStatus::delivered, 4);
    CHECK(hour_of(scans, TrackingAlarm::attempts_failed) == -1);
}

TEST_CASE("customs are given three working days, not counting rest days and holidays") {
    Scans scans;
    scans.add(ParcelStatus::customs, 8, 0); // a Thursday
    CHECK(hour_of(scans, TrackingAlarm::stuck_in_customs) == hours(13, 0));
    AlarmContext context;
    context.customs_days.holidays = {day(12)};
    CHECK(hour_of(scans, TrackingAlarm::stuck_in_customs, context) == hours(14, 0));
    context.customs_days.worked_rest_days = {day(10)};
    CHECK(hour_of(scans, TrackingAlarm::stuck_in_customs, context) == hours(13, 0));
    context.customs_days.week = {};
    context.customs_days.worked_rest_days = {};
    CHECK(hour_of(scans, TrackingAlarm::stuck_in_customs, context) == hours(11, 0));
    scans.add(ParcelStatus::customs, 9, 0);
    CHECK(hour_of(scans, TrackingAlarm::stuck_in_customs) == hours(13, 0));
    scans.add(ParcelStatus::customs, 9, 6).text = "清关完成";
    CHECK(hour_of(scans, TrackingAlarm::stuck_in_customs) == -1);
    CHECK(hour_of(scans, TrackingAlarm::silent) == hours(11, 6));
}

TEST_CASE("an exception is an alarm at once, owned by whom its reason names") {
    Scans scans;
    scans.add(ParcelStatus::exception, 2).reason = TrackingReason::customs_documentation;
    AlarmContext context;
    context.import_by = Party::us;
    auto alarms = alarms_of(scans.fold(), context, kRules);
    REQUIRE(find(alarms, TrackingAlarm::customs_exception) != nullptr);
    CHECK(find(alarms, TrackingAlarm::customs_exception)->from == instant(2, 12));
    CHECK(find(alarms, TrackingAlarm::customs_exception)->owner == Party::us);
    CHECK(find(alarms, TrackingAlarm::trouble) == nullptr);
    scans.events[0].reason = TrackingReason::carrier_damaged_parcel;
    CHECK(hour_of(scans, TrackingAlarm::trouble) == hours(2, 12));
    scans.add(ParcelStatus::in_transit, 3);
    CHECK(hour_of(scans, TrackingAlarm::trouble) == -1);
}

TEST_CASE("the expected time has passed, a return has begun, the carrier has stopped looking") {
    Scans scans;
    scans.add(ParcelStatus::in_transit, 2);
    AlarmContext context;
    context.expected_before = instant(3, 0);
    CHECK(hour_of(scans, TrackingAlarm::expected_passed, context) == hours(3, 0));
    scans.add(ParcelStatus::returning, 4);
    CHECK(hour_of(scans, TrackingAlarm::return_started, context) == hours(4, 12));
    scans.add(ParcelStatus::expired, 70);
    CHECK(hour_of(scans, TrackingAlarm::tracking_ended, context) == hours(70, 12));
    CHECK(hour_of(scans, TrackingAlarm::expected_passed, context) == -1);
    CHECK(hour_of(scans, TrackingAlarm::silent, context) == -1);
}

TEST_CASE("after the delivery: not received, too little, in another city") {
    Scans scans;
    scans.add(ParcelStatus::delivered, 3).place = "CLOVIS, CA";
    CHECK(alarms_of(scans.fold(), {}, kRules).empty());
    AlarmContext context;
    context.reported_missing_at = instant(5, 0);
    context.shipped = Quantity::from_units(10);
    context.delivered = Quantity::from_units(9);
    context.destination_city = "Fresno";
    CHECK(hour_of(scans, TrackingAlarm::not_received, context) == hours(5, 0));
    CHECK(hour_of(scans, TrackingAlarm::short_delivery, context) == hours(3, 12));
    CHECK(hour_of(scans, TrackingAlarm::other_city, context) == hours(3, 12));
    context.delivered = Quantity::from_units(10);
    context.destination_city = "Clovis";
    CHECK(hour_of(scans, TrackingAlarm::short_delivery, context) == -1);
    CHECK(hour_of(scans, TrackingAlarm::other_city, context) == -1);
}

TEST_CASE("a clock without zone never raises an alarm too early") {
    Scans scans;
    scans.add_zoneless(ParcelStatus::in_transit, 2, 10);
    const auto alarms = alarms_of(scans.fold(), {}, kRules);
    REQUIRE(alarms.size() == 1);
    CHECK_FALSE(alarms[0].evidence.zone_known);
    CHECK(alarms[0].from == instant(2, 10) + base::Duration::hours(12 + 48));
}

TEST_CASE("the stored instants are the earliest of their kind") {
    Scans scans;
    scans.add(ParcelStatus::out_for_delivery, 2);
    AlarmContext context;
    context.expected_before = instant(2, 20);
    const AlarmInstants instants = instants_of(alarms_of(scans.fold(), context, kRules));
    CHECK_FALSE(instants.silent_at.has_value());
    CHECK(instants.stuck_at == instant(2, 20));
    CHECK_FALSE(instants.trouble_at.has_value());
    scans.add(ParcelStatus::returning, 3);
    CHECK(instants_of(alarms_of(scans.fold(), {}, kRules)).trouble_at == instant(3, 12));
    scans.add(ParcelStatus::expired, 5);
    CHECK(instants_of(alarms_of(scans.fold(), {}, kRules)).silent_at == instant(5, 12));
}

TEST_CASE("the next leg's first scan heals the silence of the leg before") {
    Scans scans("L1");
    scans.add(ParcelStatus::in_transit, 1);
    scans.add(ParcelStatus::delivered, 29, 6).text = "已签收,签收人是: 转EMS1100000000007";
    scans.parcel("1100000000007").add(ParcelStatus::picked_up, 28, 8);
    scans.add(ParcelStatus::delivered, 29, 4);
    const auto refs = scans.refs();
    const auto parcels = fold_parcels({}, refs);
    REQUIRE(parcels.size() == 1);
    const auto periods = alarm_periods(parcels[0], {}, kRules, instant(40));
    REQUIRE(periods.size() == 1);
    CHECK(periods[0].alarm.alarm == TrackingAlarm::silent);
    CHECK(periods[0].healed_at == instant(28, 8));
}

TEST_CASE("every alarm has a rule, and names go both ways") {
    for (int i = 0; i < kTrackingAlarmCount; ++i) {
        const auto alarm = static_cast<TrackingAlarm>(i);
        CHECK(kRules.find(alarm, "", "") != nullptr);
        CHECK(tracking_alarm_from(name_of(alarm)) == alarm);
    }
}
