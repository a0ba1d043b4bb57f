#include "client/app/viewer_clock.h"

namespace orderdeck::client::app {

base::Duration ViewerClock::offset_at(base::Timestamp at) const {
    std::int32_t minutes = transitions.empty() ? 0 : transitions.front().offset_minutes;
    for (const platform::OffsetTransition& transition : transitions)
        if (transition.at_ms <= at.milliseconds()) minutes = transition.offset_minutes;
    return base::Duration::minutes(minutes);
}

} // namespace orderdeck::client::app
