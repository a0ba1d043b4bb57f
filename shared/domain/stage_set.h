#pragma once

#include "shared/domain/changes.h"
#include "shared/domain/milestone.h"

#include <array>
#include <span>

namespace orderdeck::domain {

/// What a stage of the flow is when no source records it and the goods are beyond it.
enum class Unrecorded : std::uint8_t {
    inferred, ///< it must have happened: the later fact proves it
    skipped,  ///< the goods did not need it
    hidden    ///< nothing is said about it
};

struct StageRule {
    MilestoneCode code;
    Unrecorded unrecorded;
};

/// The stages through which the goods of one flow go, as its customer sees them, and until which of them a change is
/// free. Data: assets/stages, the same for browser and server.
struct StageSet {
    Flow flow;
    std::span<const StageRule> stages;
    std::array<MilestoneCode, kChangeCount> free_until; ///< in the order of Change
};

const StageSet& stage_set_of(Flow flow);

} // namespace orderdeck::domain
