#pragma once

#include "shared/base/local_date.h"
#include "shared/base/result.h"
#include "shared/base/timestamp.h"

#include <array>
#include <set>

namespace orderdeck::domain {

/// Which days count as working days at a place. By default Monday to Friday without holidays.
struct WorkingDays {
    std::array<bool, 7> week{true, true, true, true, true, false, false}; ///< from Monday
    std::set<base::LocalDate> holidays;
    std::set<base::LocalDate> worked_rest_days; ///< weekend days that are worked (China's 调休)
    int utc_offset_minutes = 0;                 ///< of the place's clock

    bool is_working_day(base::LocalDate day) const;
};

/// The instant `count` working days after another one, at the same time of day: the days after the first one that are
/// working days are counted. `invalid` for a calendar without a working day in a year.
base::Result<base::Timestamp> plus_working_days(base::Timestamp from, int count, const WorkingDays& calendar);

/// The same time of day on this day if it is a working day, else on the next one.
base::Result<base::Timestamp> on_working_day(base::Timestamp at, const WorkingDays& calendar);

} // namespace orderdeck::domain
