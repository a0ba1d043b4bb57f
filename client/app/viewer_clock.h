#pragma once

#include "client/platform/environment.h"
#include "shared/base/local_date.h"
#include "shared/base/timestamp.h"

#include <vector>

namespace orderdeck::client::app {

/// Now, on the clock of whoever is looking.
struct ViewerClock {
    base::Timestamp now;
    /// Of the viewer's zone, sorted; the first holds since ever. Empty means UTC.
    std::vector<platform::OffsetTransition> transitions;

    base::Duration offset_at(base::Timestamp at) const;
    base::LocalDate date_of(base::Timestamp at) const { return at.date_at(offset_at(at)); }
    base::LocalDate today() const { return date_of(now); }
};

} // namespace orderdeck::client::app
