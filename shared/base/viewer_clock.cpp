#include "shared/base/viewer_clock.h"

namespace orderdeck::base {

Duration ViewerClock::offset_at(Timestamp at) const {
    std::int32_t minutes = transitions.empty() ? 0 : transitions.front().offset_minutes;
    for (const OffsetTransition& transition : transitions)
        if (transition.at_ms <= at.milliseconds()) minutes = transition.offset_minutes;
    return Duration::minutes(minutes);
}

} // namespace orderdeck::base
