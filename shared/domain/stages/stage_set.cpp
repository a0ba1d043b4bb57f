#include "shared/domain/stage_set.h"

#include "shared/domain/stage_set_table.h"

#include <algorithm>
#include <iterator>

namespace orderdeck::domain {
namespace {

/// Begins with the order, names nothing twice, goes forward only, and frees no change beyond what it knows.
constexpr bool is_sound(const StageSet& set, int position) {
    if (static_cast<int>(set.flow) != position || set.stages.empty()) return false;
    if (set.stages.front().code != MilestoneCode::placed) return false;
    Stage before = Stage::placed;
    for (std::size_t i = 0; i < set.stages.size(); ++i) {
        const std::optional<Stage> stage = stage_of(set.stages[i].code);
        if (stage && *stage < before) return false;
        before = stage.value_or(before);
        for (std::size_t other = 0; other < i; ++other) {
            if (set.stages[other].code == set.stages[i].code) return false;
        }
    }
    for (const MilestoneCode code : set.free_until) {
        const std::optional<Stage> stage = stage_of(code);
        if (!stage || *stage > Stage::shipped) return false;
    }
    return true;
}

constexpr bool all_are_sound() {
    for (int i = 0; i < kFlowCount; ++i) {
        if (!is_sound(kStageSets[i], i)) return false;
    }
    return true;
}

static_assert(std::size(kStageSets) == kFlowCount);
static_assert(all_are_sound(), "a file of assets/stages breaks the laws of stage sets");

} // namespace

const StageSet& stage_set_of(Flow flow) { return kStageSets[static_cast<std::size_t>(flow)]; }

} // namespace orderdeck::domain
