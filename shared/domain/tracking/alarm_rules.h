#pragma once

#include "shared/base/timestamp.h"
#include "shared/domain/order.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::domain {

/// What can be wrong with a parcel. Values are stored and sent: append only.
enum class TrackingAlarm : std::uint8_t {
    no_pickup_scan = 0, ///< shipped, but the carrier has not scanned it
    silent = 1,         ///< on its way, but no scan for longer than usual
    stuck_at_hub = 2,   ///< in the city of delivery, but not out for delivery
    no_result = 3,      ///< out for delivery, but neither delivered nor failed
    attempts_failed = 4,
    not_collected = 5, ///< waits in a station or locker
    stuck_in_customs = 6,
    customs_exception = 7,
    trouble = 8, ///< the carrier reports an exception that is not customs'
    expected_passed = 9,
    return_started = 10,
    not_received = 11,   ///< delivered, says the carrier; not received, says the customer
    short_delivery = 12, ///< less delivered than shipped
    other_city = 13,     ///< delivered in a city that is not the address's
    tracking_ended = 14, ///< carrier or aggregator has stopped looking
};
inline constexpr int kTrackingAlarmCount = 15;
std::string_view name_of(TrackingAlarm alarm);
std::optional<TrackingAlarm> tracking_alarm_from(std::string_view name);

enum class AlarmSeverity : std::uint8_t { notice, warning, alarm, critical };
inline constexpr int kAlarmSeverityCount = 4;
std::string_view name_of(AlarmSeverity severity);

/// What to do first. The names are message ids' ends.
enum class AlarmAction : std::uint8_t {
    ask_warehouse,
    ask_carrier,
    agree_delivery, ///< a new attempt, with the customer
    collect,
    ask_broker,
    supply_documents,
    decide_return,
    open_case,
    check_address,
    check_number,
};
inline constexpr int kAlarmActionCount = 10;
std::string_view name_of(AlarmAction action);

/// From `after` on the alarm has this severity.
struct AlarmStep {
    base::Duration after;
    AlarmSeverity severity = AlarmSeverity::warning;
};

/// One rule of the table: data, not code.
struct AlarmRule {
    TrackingAlarm alarm = TrackingAlarm::silent;
    std::vector<AlarmStep> steps; ///< ascending; empty: the rule is off
    AlarmAction action = AlarmAction::ask_carrier;
    Party owner = Party::carrier;
    int working_days = 0; ///< when positive the first step begins after so many working days instead
    int attempts = 0;     ///< failed attempts that are needed
};

/// A rule that replaces the default for a carrier, a mode of transport, or both; an empty name is any. Of several the one
/// that names the carrier counts before the one that names only the mode.
struct AlarmOverride {
    std::string carrier;
    std::string mode;
    AlarmRule rule;
};

struct AlarmRules {
    std::vector<AlarmRule> defaults;
    std::vector<AlarmOverride> overrides;

    /// The rule that holds; nullptr when there is none or it is off. Names are compared without regard to case.
    const AlarmRule* find(TrackingAlarm alarm, std::string_view carrier, std::string_view mode) const;
};

/// The table of the domain handbook: 24 h to the first scan, 48 h of silence, 3 working days in customs ...; at sea weeks
/// without a scan are usual.
AlarmRules default_alarm_rules();

} // namespace orderdeck::domain
