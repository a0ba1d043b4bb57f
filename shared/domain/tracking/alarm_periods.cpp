#include "shared/domain/tracking/alarms.h"
#include "shared/domain/tracking/journey.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

using EventRefs = std::vector<const TrackingEvent*>;

constexpr base::Duration kEasternmostClock = base::Duration::hours(14);

/// The earliest instant that the scan's clock can mean; its instant when the zone is known.
base::Timestamp earliest_instant(const TrackingEvent& event) {
    if (event.actual.at) return *event.actual.at;
    const base::Timestamp start = base::Timestamp::at_start_of(event.actual.on) - kEasternmostClock;
    return start + base::Duration::minutes(event.local_minute.value_or(0));
}

std::vector<AlarmPeriod>::iterator find_open(std::vector<AlarmPeriod>& periods, const std::string& key) {
    return std::find_if(periods.begin(), periods.end(), [&key](const AlarmPeriod& period) {
        return !period.healed_at && period.alarm.key == key;
    });
}

bool is_among(const std::vector<ParcelAlarm>& alarms, const std::string& key) {
    return std::any_of(alarms.begin(), alarms.end(),
                       [&key](const ParcelAlarm& alarm) { return alarm.key == key; });
}

void open_until(std::vector<AlarmPeriod>& periods, const std::vector<ParcelAlarm>& alarms,
                base::Timestamp end) {
    for (const ParcelAlarm& alarm : alarms) {
        if (alarm.from < end && find_open(periods, alarm.key) == periods.end())
            periods.push_back({alarm, alarm.from, std::nullopt, nullptr});
    }
}

void heal(std::vector<AlarmPeriod>& periods, const std::vector<ParcelAlarm>& still,
          const TrackingEvent& cure) {
    for (AlarmPeriod& period : periods) {
        if (period.healed_at || is_among(still, period.alarm.key)) continue;
        period.healed_at = std::max(period.since, earliest_instant(cure));
        period.cure = &cure;
    }
}

/// Legs overlap: a carrier may finish before the one that it took over from says so.
std::vector<ParcelScan> in_time(std::vector<ParcelScan> scans) {
    std::stable_sort(scans.begin(), scans.end(), [](const ParcelScan& left, const ParcelScan& right) {
        return left.order_at < right.order_at;
    });
    return scans;
}

ParcelState state_after(const ParcelState& parcel, const EventRefs& known) {
    ParcelState state = fold_journey(parcel.legs, known);
    if (state.carrier.empty()) state.carrier = parcel.carrier;
    return state;
}

} // namespace

std::vector<AlarmPeriod> alarm_periods(const ParcelState& parcel, const AlarmContext& context,
                                       const AlarmRules& rules, base::Timestamp now) {
    std::vector<AlarmPeriod> periods;
    EventRefs known;
    const std::vector<ParcelScan> scans = in_time(parcel.scans);
    std::vector<ParcelAlarm> alarms = alarms_of(state_after(parcel, known), context, rules);
    for (const ParcelScan& scan : scans) {
        const base::Timestamp at = earliest_instant(*scan.event);
        if (at > now) break;
        open_until(periods, alarms, at);
        known.push_back(scan.event);
        alarms = alarms_of(state_after(parcel, known), context, rules);
        heal(periods, alarms, *scan.event);
    }
    // One instant past now, so that what begins just now is open.
    open_until(periods, alarms, now + base::Duration::milliseconds(1));
    std::stable_sort(periods.begin(), periods.end(), [](const AlarmPeriod& left, const AlarmPeriod& right) {
        return left.since < right.since;
    });
    return periods;
}

} // namespace orderdeck::domain
