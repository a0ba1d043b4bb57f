#include "shared/i18n/tracking_words.h"

#include <cstddef>
#include <iterator>

namespace orderdeck::i18n {
namespace {

// In the order of the enums.
constexpr MessageId kStatuses[] = {
    "parcel.unknown",   "parcel.registered",       "parcel.picked_up",        "parcel.in_transit",
    "parcel.customs",   "parcel.out_for_delivery", "parcel.ready_for_pickup", "parcel.attempt_failed",
    "parcel.exception", "parcel.returning",        "parcel.returned",         "parcel.delivered",
    "parcel.expired"};
static_assert(std::size(kStatuses) == domain::kParcelStatusCount);

constexpr MessageId kReasons[] = {"trouble.none",
                                  "trouble.unknown",
                                  "trouble.carrier_damaged_parcel",
                                  "trouble.carrier_sorting_error",
                                  "trouble.carrier_address_not_found",
                                  "trouble.carrier_parcel_lost",
                                  "trouble.carrier_not_enough_time",
                                  "trouble.carrier_vehicle_issue",
                                  "trouble.carrier_delay",
                                  "trouble.consignee_refused",
                                  "trouble.consignee_business_closed",
                                  "trouble.consignee_not_available",
                                  "trouble.consignee_not_home",
                                  "trouble.consignee_incorrect_address",
                                  "trouble.consignee_access_restricted",
                                  "trouble.consignee_identification_failed",
                                  "trouble.customs_delay",
                                  "trouble.customs_documentation",
                                  "trouble.customs_duties_unpaid",
                                  "trouble.weather_delay",
                                  "trouble.natural_disaster"};
static_assert(std::size(kReasons) == domain::kTrackingReasonCount);

constexpr MessageId kAlarms[] = {
    "alarm.no_pickup_scan",  "alarm.silent",          "alarm.stuck_at_hub",     "alarm.no_result",
    "alarm.attempts_failed", "alarm.not_collected",   "alarm.stuck_in_customs", "alarm.customs_exception",
    "alarm.trouble",         "alarm.expected_passed", "alarm.return_started",   "alarm.not_received",
    "alarm.short_delivery",  "alarm.other_city",      "alarm.tracking_ended"};
static_assert(std::size(kAlarms) == domain::kTrackingAlarmCount);

constexpr MessageId kActions[] = {"alarm_action.ask_warehouse",  "alarm_action.ask_carrier",
                                  "alarm_action.agree_delivery", "alarm_action.collect",
                                  "alarm_action.ask_broker",     "alarm_action.supply_documents",
                                  "alarm_action.decide_return",  "alarm_action.open_case",
                                  "alarm_action.check_address",  "alarm_action.check_number"};
static_assert(std::size(kActions) == domain::kAlarmActionCount);

constexpr MessageId kMatches[] = {"usual.lane", "usual.provinces", "usual.carrier", "usual.mode"};
static_assert(std::size(kMatches) == domain::kLaneMatchCount);

constexpr MessageId kSeverities[] = {"severity.notice", "severity.warning", "severity.alarm",
                                     "severity.critical"};
static_assert(std::size(kSeverities) == domain::kAlarmSeverityCount);

} // namespace

MessageId message_of(domain::ParcelStatus status) { return kStatuses[static_cast<std::size_t>(status)]; }
MessageId message_of(domain::TrackingReason reason) { return kReasons[static_cast<std::size_t>(reason)]; }
MessageId message_of(domain::TrackingAlarm alarm) { return kAlarms[static_cast<std::size_t>(alarm)]; }
MessageId message_of(domain::AlarmAction action) { return kActions[static_cast<std::size_t>(action)]; }
MessageId message_of(domain::AlarmSeverity severity) {
    return kSeverities[static_cast<std::size_t>(severity)];
}
MessageId message_of(domain::LaneMatch match) { return kMatches[static_cast<std::size_t>(match)]; }

} // namespace orderdeck::i18n
