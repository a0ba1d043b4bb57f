#pragma once

#include "shared/base/local_date.h"
#include "shared/base/timestamp.h"

#include <cstdint>
#include <vector>

namespace orderdeck::base {

/// From `at_ms` (UTC milliseconds) on the viewer's zone is `offset_minutes` east of UTC.
struct OffsetTransition {
    std::int64_t at_ms = 0;
    std::int32_t offset_minutes = 0;
};

/// Now, on the clock of whoever is looking.
struct ViewerClock {
    Timestamp now;
    /// Of the viewer's zone, sorted; the first holds since ever. Empty means UTC.
    std::vector<OffsetTransition> transitions;

    Duration offset_at(Timestamp at) const;
    LocalDate date_of(Timestamp at) const { return at.date_at(offset_at(at)); }
    LocalDate today() const { return date_of(now); }
};

} // namespace orderdeck::base
