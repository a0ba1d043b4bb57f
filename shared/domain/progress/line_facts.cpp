#include "shared/domain/progress/line_facts.h"

#include "shared/domain/progress/line_reach.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

// A line of which nothing is wanted still has a place on the way: it is followed as if it were this much.
constexpr Quantity kTrace = Quantity::from_micro(1);

Quantity sum_of(const MilestoneRefs& milestones, MilestoneCode code) {
    Quantity sum;
    for (const Milestone* milestone : milestones) {
        if (milestone->code != code || !milestone->actual || !milestone->quantity) continue;
        sum += std::max(Quantity{}, *milestone->quantity);
    }
    return sum;
}

bool says_all(const MilestoneRefs& milestones, MilestoneCode code) {
    return std::any_of(milestones.begin(), milestones.end(), [code](const Milestone* milestone) {
        return milestone->code == code && milestone->actual && !milestone->quantity;
    });
}

bool is_said_cancelled(const LineFacts& facts) {
    const CommercialState commercial = facts.line->commercial;
    return commercial == CommercialState::cancelled || commercial == CommercialState::rejected ||
           says_all(facts.own, MilestoneCode::cancelled) ||
           says_all(*facts.order_wide, MilestoneCode::cancelled);
}

/// Whether production has begun something after the last operation was confirmed, as it does after a failed inspection.
bool begins_anew(const LineFacts& facts) {
    const auto finished_on = facts.work.finished_on;
    return finished_on && std::any_of(facts.own.begin(), facts.own.end(), [&](const Milestone* milestone) {
               return milestone->code == MilestoneCode::in_production && milestone->actual &&
                      milestone->actual->on > *finished_on;
           });
}

} // namespace

void derive_line(LineFacts& facts) {
    const Quantity ordered = std::max(Quantity{}, facts.line->ordered);
    const Quantity stated = std::max(facts.line->cancelled, sum_of(facts.own, MilestoneCode::cancelled));
    facts.cancelled = std::clamp(stated, Quantity{}, ordered);
    facts.said_cancelled = is_said_cancelled(facts);
    const auto reach_now = [&] {
        facts.work = work_progress(facts.operations, ordered - facts.cancelled);
        facts.is_reworked = begins_anew(facts);
        return reach_of(facts, std::max(kTrace, ordered - facts.cancelled));
    };
    facts.reach = reach_now();
    const bool has_left = facts.reach.any >= Stage::shipped;
    if (facts.said_cancelled) {
        // What has left the house cannot be cancelled any more; the word means the rest.
        const Quantity rest =
            has_left ? ordered - std::min(ordered, facts.reach.at(Stage::shipped)) : ordered;
        facts.cancelled = std::max(facts.cancelled, rest);
        facts.reach = reach_now();
    }
    facts.active = ordered - facts.cancelled;
    facts.wholly_cancelled =
        (facts.said_cancelled && !has_left) || (ordered.is_positive() && facts.active.is_zero());
    if (facts.active.is_zero()) {
        for (Quantity& quantity : facts.reach.quantity) {
            if (quantity == kTrace) quantity = Quantity{};
        }
    }
}

Quantity off_path_quantity(const LineFacts& facts, MilestoneCode code, Quantity stated,
                           bool (*in_shipment)(const ShipmentFacts&)) {
    Quantity shipped;
    for (const ShippedPart& part : facts.parts) {
        if (in_shipment(*part.shipment)) shipped += part.quantity;
    }
    const Quantity most = std::max({stated, sum_of(facts.own, code), shipped});
    const bool all = says_all(facts.own, code) || says_all(*facts.order_wide, code);
    return all ? std::max(most, facts.active) : most;
}

} // namespace orderdeck::domain
