#pragma once

#include "shared/base/local_date.h"

namespace orderdeck::server::cli::demo {

/// Minutes by which clocks are ahead of UTC on a day. Of the demo's places those on Central European Time have summer
/// time: from the last Sunday of March to the last of October.
inline int clock_offset(int standard_offset, base::LocalDate on) {
    constexpr int kCentralEurope = 60;
    if (standard_offset != kCentralEurope) return standard_offset;
    const auto last_sunday = [&](int month) {
        base::LocalDate day = base::LocalDate::from_ymd(on.year(), month, 31).value_or(on);
        while (day.weekday() != base::Weekday::sunday)
            day = day.plus_days(-1);
        return day;
    };
    constexpr int kMarch = 3;
    constexpr int kOctober = 10;
    const bool is_summer = last_sunday(kMarch) <= on && on < last_sunday(kOctober);
    return standard_offset + (is_summer ? 60 : 0);
}

} // namespace orderdeck::server::cli::demo
