#include "shared/domain/tracking/alarm_rules.h"

#include "shared/base/text.h"
#include "shared/domain/name_table.h"
#include "shared/domain/tracking/alarm_row.h"

// The rows, of the type above.
#include "shared/domain/alarm_rule_table.h"

namespace orderdeck::domain {
namespace {

constexpr std::array<std::string_view, kTrackingAlarmCount> kAlarms{
    "no_pickup_scan", "silent",           "stuck_at_hub",      "no_result",  "attempts_failed",
    "not_collected",  "stuck_in_customs", "customs_exception", "trouble",    "expected_passed",
    "return_started", "not_received",     "short_delivery",    "other_city", "tracking_ended"};
constexpr std::array<std::string_view, kAlarmSeverityCount> kSeverities{"notice", "warning", "alarm",
                                                                        "critical"};
constexpr std::array<std::string_view, kAlarmActionCount> kActions{
    "ask_warehouse",    "ask_carrier",   "agree_delivery", "collect",       "ask_broker",
    "supply_documents", "decide_return", "open_case",      "check_address", "check_number"};

bool fits(std::string_view wanted, std::string_view given) {
    return wanted.empty() || base::equals_ignoring_ascii_case(wanted, given);
}

int precision(const AlarmOverride& entry) {
    return (entry.carrier.empty() ? 0 : 2) + (entry.mode.empty() ? 0 : 1);
}

AlarmRule rule_of(const AlarmRow& row) {
    return {row.alarm,        {row.steps.begin(), row.steps.begin() + row.step_count},
            row.action,       row.owner,
            row.working_days, row.attempts};
}

constexpr bool steps_ascend() {
    for (const AlarmRow& row : kAlarmRows) {
        for (std::size_t i = 1; i < row.step_count; ++i)
            if (row.steps[i].after <= row.steps[i - 1].after) return false;
    }
    return true;
}
static_assert(steps_ascend(), "assets/alarms: the steps of a rule ascend");

constexpr bool every_alarm_has_one_default() {
    std::array<int, kTrackingAlarmCount> defaults{};
    for (const AlarmRow& row : kAlarmRows) {
        if (row.carrier.empty() && row.mode.empty()) ++defaults[static_cast<std::size_t>(row.alarm)];
    }
    for (const int count : defaults)
        if (count != 1) return false;
    return true;
}
static_assert(every_alarm_has_one_default(), "assets/alarms: every alarm has one rule that holds by default");

} // namespace

std::string_view name_of(TrackingAlarm alarm) { return name_in(kAlarms, alarm); }
std::optional<TrackingAlarm> tracking_alarm_from(std::string_view name) {
    return value_in<TrackingAlarm>(kAlarms, name);
}
std::string_view name_of(AlarmSeverity severity) { return name_in(kSeverities, severity); }
std::string_view name_of(AlarmAction action) { return name_in(kActions, action); }

const AlarmRule* AlarmRules::find(TrackingAlarm alarm, std::string_view carrier,
                                  std::string_view mode) const {
    const AlarmRule* found = nullptr;
    for (const AlarmRule& rule : defaults) {
        if (rule.alarm == alarm) found = &rule;
    }
    int best = -1;
    for (const AlarmOverride& entry : overrides) {
        if (entry.rule.alarm != alarm || !fits(entry.carrier, carrier) || !fits(entry.mode, mode)) continue;
        if (precision(entry) <= best) continue;
        best = precision(entry);
        found = &entry.rule;
    }
    return found == nullptr || found->steps.empty() ? nullptr : found;
}

AlarmRules default_alarm_rules() {
    AlarmRules rules;
    for (const AlarmRow& row : kAlarmRows) {
        if (row.carrier.empty() && row.mode.empty())
            rules.defaults.push_back(rule_of(row));
        else
            rules.overrides.push_back({std::string(row.carrier), std::string(row.mode), rule_of(row)});
    }
    return rules;
}

} // namespace orderdeck::domain
