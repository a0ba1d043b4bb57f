#include "shared/domain/tracking/working_days.h"

namespace orderdeck::domain {
namespace {

constexpr int kLongestRest = 366;

base::LocalDate local_day(base::Timestamp at, const WorkingDays& calendar) {
    return at.date_at(base::Duration::minutes(calendar.utc_offset_minutes));
}

base::Failure<base::Error> no_working_day() {
    return base::fail(base::ErrorCode::invalid, "the calendar has no working day within a year");
}

} // namespace

bool WorkingDays::is_working_day(base::LocalDate day) const {
    if (worked_rest_days.count(day) != 0) return true;
    if (holidays.count(day) != 0) return false;
    return week[static_cast<std::size_t>(day.weekday()) - 1];
}

base::Result<base::Timestamp> plus_working_days(base::Timestamp from, int count,
                                                const WorkingDays& calendar) {
    base::LocalDate day = local_day(from, calendar);
    std::int64_t days = 0;
    int resting = 0;
    for (int left = count; left > 0;) {
        ++days;
        day = day.plus_days(1);
        const bool works = calendar.is_working_day(day);
        left -= works ? 1 : 0;
        resting = works ? 0 : resting + 1;
        if (resting > kLongestRest) return no_working_day();
    }
    return from + base::Duration::days(days);
}

base::Result<base::Timestamp> on_working_day(base::Timestamp at, const WorkingDays& calendar) {
    base::LocalDate day = local_day(at, calendar);
    for (std::int64_t days = 0; days <= kLongestRest; ++days, day = day.plus_days(1)) {
        if (calendar.is_working_day(day)) return at + base::Duration::days(days);
    }
    return no_working_day();
}

} // namespace orderdeck::domain
