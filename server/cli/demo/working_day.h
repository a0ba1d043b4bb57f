#pragma once

#include "shared/base/local_date.h"

namespace orderdeck::server::cli::demo {

/// The day itself, or the Monday after its week-end: goods leave and arrive on working days.
inline base::LocalDate working_day(base::LocalDate day) {
    while (day.weekday() > base::Weekday::friday)
        day = day.plus_days(1);
    return day;
}

/// The day itself, or the Friday before its week-end.
inline base::LocalDate working_day_before(base::LocalDate day) {
    while (day.weekday() > base::Weekday::friday)
        day = day.plus_days(-1);
    return day;
}

} // namespace orderdeck::server::cli::demo
