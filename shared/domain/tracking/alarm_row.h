#pragma once

#include "shared/domain/tracking/alarm_rules.h"

#include <array>
#include <string_view>

namespace orderdeck::domain {

/// A rule as it stands in assets/alarms; carrier and mode are empty for the one that holds by default.
struct AlarmRow {
    std::string_view carrier;
    std::string_view mode;
    TrackingAlarm alarm;
    std::array<AlarmStep, 4> steps;
    std::size_t step_count;
    AlarmAction action;
    Party owner;
    int working_days;
    int attempts;
};

} // namespace orderdeck::domain
