#pragma once

#include "shared/domain/milestone.h"
#include "shared/domain/transition.h"

#include <tuple>
#include <vector>

namespace orderdeck::domain {

/// Milestones by reference into the records they come from.
using MilestoneRefs = std::vector<const Milestone*>;

/// A total order of events that does not depend on how they were stored: by instant (a date without time counts as
/// the start of its day), then by how far the goods are, then by what was received first. What takes a stage back comes
/// after it.
inline auto event_key(const Milestone& milestone) {
    const Occurrence occurrence = milestone.actual.value_or(Occurrence{});
    const base::Timestamp at = occurrence.at.value_or(base::Timestamp::at_start_of(occurrence.on));
    const WayBack* way = way_back_by(milestone.code);
    const Stage stage = way != nullptr ? way->last : stage_of(milestone.code).value_or(Stage::placed);
    return std::tuple(at, stage, milestone.code, milestone.received_at, milestone.id);
}

inline bool happened_before(const Milestone* left, const Milestone* right) {
    return event_key(*left) < event_key(*right);
}

/// Removes the events that a later one about all of the same subject takes back.
void drop_taken_back(MilestoneRefs& milestones);

} // namespace orderdeck::domain
