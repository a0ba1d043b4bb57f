#include "shared/domain/tracking/alarm_rules.h"

#include "shared/base/text.h"
#include "shared/domain/name_table.h"

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

constexpr base::Duration hours(int count) { return base::Duration::hours(count); }
constexpr base::Duration days(int count) { return base::Duration::days(count); }
constexpr base::Duration kAtOnce{};

bool fits(std::string_view wanted, std::string_view given) {
    return wanted.empty() || base::equals_ignoring_ascii_case(wanted, given);
}

int precision(const AlarmOverride& entry) {
    return (entry.carrier.empty() ? 0 : 2) + (entry.mode.empty() ? 0 : 1);
}

AlarmOverride at_sea(TrackingAlarm alarm, std::vector<AlarmStep> steps) {
    return {"", "ocean", {alarm, std::move(steps), AlarmAction::ask_carrier, Party::carrier, 0, 0}};
}

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
    using Alarm = TrackingAlarm;
    using Action = AlarmAction;
    constexpr AlarmSeverity kWarning = AlarmSeverity::warning;
    constexpr AlarmSeverity kAlarm = AlarmSeverity::alarm;
    constexpr AlarmSeverity kCritical = AlarmSeverity::critical;
    AlarmRules rules;
    rules.defaults = {
        {Alarm::no_pickup_scan,
         {{hours(24), kWarning}, {hours(48), kAlarm}, {days(3), kCritical}},
         Action::ask_warehouse,
         Party::us},
        {Alarm::silent,
         {{hours(48), kWarning}, {days(30), kAlarm}, {days(60), kCritical}},
         Action::ask_carrier,
         Party::carrier},
        {Alarm::stuck_at_hub,
         {{hours(24), kWarning}, {hours(72), kAlarm}},
         Action::ask_carrier,
         Party::carrier},
        {Alarm::no_result, {{hours(24), kWarning}, {hours(72), kAlarm}}, Action::ask_carrier, Party::carrier},
        {Alarm::attempts_failed, {{kAtOnce, kAlarm}}, Action::agree_delivery, Party::customer, 0, 2},
        {Alarm::not_collected, {{hours(48), kWarning}, {days(5), kAlarm}}, Action::collect, Party::customer},
        {Alarm::stuck_in_customs, {{kAtOnce, kWarning}}, Action::ask_broker, Party::authority, 3},
        {Alarm::customs_exception, {{kAtOnce, kAlarm}}, Action::supply_documents, Party::customer},
        {Alarm::trouble, {{kAtOnce, kWarning}}, Action::ask_carrier, Party::carrier},
        {Alarm::expected_passed, {{kAtOnce, kWarning}}, Action::ask_carrier, Party::carrier},
        {Alarm::return_started, {{kAtOnce, kAlarm}}, Action::decide_return, Party::us},
        {Alarm::not_received, {{kAtOnce, kCritical}}, Action::open_case, Party::us},
        {Alarm::short_delivery, {{kAtOnce, kAlarm}}, Action::open_case, Party::us},
        {Alarm::other_city, {{kAtOnce, kWarning}}, Action::check_address, Party::carrier},
        {Alarm::tracking_ended, {{kAtOnce, kAlarm}}, Action::check_number, Party::us},
    };
    rules.overrides = {
        at_sea(Alarm::silent, {{days(14), kWarning}, {days(45), kAlarm}, {days(60), kCritical}}),
        at_sea(Alarm::stuck_at_hub, {{days(7), kWarning}})};
    return rules;
}

} // namespace orderdeck::domain
