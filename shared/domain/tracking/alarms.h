#pragma once

#include "shared/domain/quantity.h"
#include "shared/domain/tracking/alarm_rules.h"
#include "shared/domain/tracking/parcel_state.h"
#include "shared/domain/tracking/working_days.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace orderdeck::domain {

/// What the rules need to know beside the scans.
struct AlarmContext {
    std::optional<base::Timestamp> shipped_at;
    std::string carrier;
    std::string mode;
    /// P95 of the time between two scans on this lane; silence must be longer than this too.
    std::optional<base::Duration> usual_gap;
    std::optional<base::Timestamp> expected_before; ///< from this instant on an undelivered parcel is late
    std::string destination_city;
    std::optional<base::Timestamp> reported_missing_at; ///< when the customer said that it did not come
    std::optional<Quantity> shipped;
    std::optional<Quantity> delivered;
    WorkingDays customs_days;
    Party import_by = Party::customer; ///< who clears the import, by the Incoterm
};

/// Why an alarm holds.
struct AlarmEvidence {
    const TrackingEvent* event =
        nullptr; ///< the scan that it follows from; null when it is that there is none
    base::Timestamp counted_from;
    base::Duration threshold;
    int count = 0;          ///< failed attempts
    bool zone_known = true; ///< otherwise counted from the latest instant that the scan's clock can mean
};

/// A rule's answer that does not depend on the clock: the instant from which it holds, if no event comes before. An
/// event that cures it makes it vanish, because it is computed from the scans alone.
struct ParcelAlarm {
    std::string key; ///< of this occurrence: the same alarm about the same scan is announced once
    TrackingAlarm alarm = TrackingAlarm::silent;
    std::vector<AlarmStep> steps; ///< ascending
    base::Timestamp from;         ///< counted_from + the first step
    AlarmAction action = AlarmAction::ask_carrier;
    Party owner = Party::carrier;
    AlarmEvidence evidence;

    bool holds_at(base::Timestamp now) const { return from <= now; }
    /// Only where it holds.
    AlarmSeverity severity_at(base::Timestamp now) const;
};

/// All alarms that hold or will hold about a parcel as it stands.
std::vector<ParcelAlarm> alarms_of(const ParcelState& parcel, const AlarmContext& context,
                                   const AlarmRules& rules);

/// The instants that are stored: from when a parcel is silent, stuck, or in trouble. Absent: not as it stands.
struct AlarmInstants {
    std::optional<base::Timestamp> silent_at;
    std::optional<base::Timestamp> stuck_at;   ///< hub, delivery, station, customs, or past its expected time
    std::optional<base::Timestamp> trouble_at; ///< exceptions, failed attempts, returns, doubtful deliveries
};
AlarmInstants instants_of(std::span<const ParcelAlarm> alarms);

/// A time in which an alarm held.
struct AlarmPeriod {
    ParcelAlarm alarm;
    base::Timestamp since;
    std::optional<base::Timestamp> healed_at; ///< by `cure`; absent while it holds
    const TrackingEvent* cure = nullptr;
};

/// What has been wrong until `now`, oldest first, with the scan that cured each: the scans are followed one by one.
/// Scans whose zone is unknown cure, but at the earliest instant that their clock can mean.
std::vector<AlarmPeriod> alarm_periods(const ParcelState& parcel, const AlarmContext& context,
                                       const AlarmRules& rules, base::Timestamp now);

} // namespace orderdeck::domain
