#include "shared/domain/progress/event_order.h"

namespace orderdeck::domain {
namespace {

/// How the event takes something back, among the others of its subject; null when it does not.
const WayBack* way_back_of(const Milestone& milestone, const MilestoneRefs& all) {
    if (!milestone.actual) return nullptr;
    if (milestone.code != kRework.by)
        return milestone.quantity ? nullptr : way_back_by(milestone.code); // a part is counted
    for (const Milestone* other : all) {
        const bool failed = other->code == MilestoneCode::qc_failed && other->actual && !other->quantity;
        if (failed && happened_before(other, &milestone)) return &kRework;
    }
    return nullptr;
}

} // namespace

void drop_taken_back(MilestoneRefs& milestones) {
    struct Reversal {
        const Milestone* event;
        const WayBack* way;
    };
    std::vector<Reversal> reversals;
    for (const Milestone* milestone : milestones) {
        if (const WayBack* way = way_back_of(*milestone, milestones)) reversals.push_back({milestone, way});
    }
    if (reversals.empty()) return;
    MilestoneRefs kept;
    for (const Milestone* milestone : milestones) {
        const std::optional<Stage> stage = stage_of(milestone->code);
        bool taken_back = false;
        for (const Reversal& reversal : reversals) {
            const bool meant =
                milestone->actual && stage && *stage >= reversal.way->first && *stage <= reversal.way->last;
            taken_back = taken_back || (meant && happened_before(milestone, reversal.event));
        }
        if (!taken_back) kept.push_back(milestone);
    }
    milestones = std::move(kept);
}

} // namespace orderdeck::domain
