#pragma once

#include "shared/domain/milestone.h"

namespace orderdeck::domain {

/// A legal way back, and the event that proves it: it takes back what was said before about the stages from `first` to
/// `last`. Every way forward is legal, also past stages that nobody recorded.
struct WayBack {
    MilestoneCode by;
    Stage first;
    Stage last;
    Stage to; ///< where the goods are again
};

inline constexpr WayBack kWaysBack[] = {
    {MilestoneCode::qc_failed, Stage::ready, Stage::ready, Stage::quality_check},
    {MilestoneCode::unpacked, Stage::packed, Stage::packed, Stage::ready},
    {MilestoneCode::goods_issue_reversed, Stage::shipped, Stage::out_for_delivery, Stage::packed},
    {MilestoneCode::delivery_corrected, Stage::delivered, Stage::accepted, Stage::in_transit},
};

/// What production says after a failed inspection begins anew.
inline constexpr WayBack kRework{MilestoneCode::in_production, Stage::quality_check, Stage::quality_check,
                                 Stage::in_production};

/// Null for events that take nothing back.
constexpr const WayBack* way_back_by(MilestoneCode code) {
    for (const WayBack& way : kWaysBack) {
        if (way.by == code) return &way;
    }
    return nullptr;
}

/// Whether goods may go from one stage to the other when `by` is the newest event. Between the stages on the carrier's
/// way they go back and forth freely: a failed attempt brings a parcel from the courier back into transit.
constexpr bool is_legal(Stage from, Stage to, MilestoneCode by) {
    if (to >= from) return true;
    if (from <= Stage::out_for_delivery && to >= Stage::in_transit) return true;
    const WayBack* way = by == kRework.by ? &kRework : way_back_by(by);
    return way != nullptr && from >= way->first && from <= way->last && to == way->to;
}

} // namespace orderdeck::domain
