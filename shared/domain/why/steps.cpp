#include "shared/domain/summary/summary_parts.h"

#include <algorithm>
#include <tuple>

namespace orderdeck::domain {
namespace {

using Date = std::optional<base::LocalDate>;

/// The stage at which a line has done a step, the one from which it is in it, and what plans it.
struct StepRule {
    Stage done;
    Stage begun;
    MilestoneCode planned_by;
};

constexpr std::array<StepRule, kStepCount> kRules{{
    {Stage::placed, Stage::placed, MilestoneCode::placed},
    {Stage::confirmed, Stage::reviewed, MilestoneCode::confirmed},
    {Stage::ready, Stage::in_production, MilestoneCode::produced},
    {Stage::shipped, Stage::shipped, MilestoneCode::shipped},
    {Stage::delivered, Stage::delivered, MilestoneCode::delivered},
    {Stage::accepted, Stage::accepted, MilestoneCode::accepted},
}};

void keep_latest(Date& latest, Date candidate) {
    if (candidate && (!latest || *candidate > *latest)) latest = candidate;
}

/// The most recent day on which some of the line reached the stage.
Date last_event_on(const LineFacts& facts, Stage stage) {
    Date last = facts.reach.on(stage);
    // What a shipment shows of the steps before it is only that they were over by then.
    if (stage < Stage::packed) return last;
    for (const ShippedPart& part : facts.parts) {
        if (part.shipment->stage >= stage) {
            keep_latest(last, part.shipment->reached_on[static_cast<std::size_t>(stage)]);
        }
    }
    return last;
}

void plan_from(StepState& state, MilestoneCode code, const MilestoneRefs& milestones) {
    for (const Milestone* milestone : milestones) {
        if (milestone->code != code) continue;
        keep_latest(state.planned_on, milestone->planned);
        if (!milestone->actual) keep_latest(state.forecast_on, milestone->forecast);
    }
}

void add_line(StepState& state, const StepRule& rule, const LineFacts& facts, bool& has_begun) {
    ++state.lines_of;
    if (facts.reach.full >= rule.done) ++state.lines_done;
    has_begun = has_begun || facts.reach.any >= rule.begun;
    if (facts.reach.any >= rule.done) keep_latest(state.actual_on, last_event_on(facts, rule.done));
    plan_from(state, rule.planned_by, facts.own);
}

void finish(StepState& state, bool has_begun) {
    if (state.lines_of > 0 && state.lines_done == state.lines_of) {
        state.progress = StepState::Progress::done;
        state.forecast_on.reset();
    } else if (has_begun) {
        state.progress = StepState::Progress::partly;
    }
}

/// A delivery is planned by its promise where no source states another plan.
void add_promises(StepState& delivered, const OrderFacts& facts) {
    Date first;
    Date expected;
    for (const LineProgress& line : facts.progress()) {
        if (line.wholly_cancelled) continue;
        keep_latest(first, line.promised_first_on);
        if (is_open(line)) keep_latest(expected, expected_on(line));
    }
    if (!delivered.planned_on) delivered.planned_on = first;
    if (delivered.progress != StepState::Progress::done) delivered.forecast_on = expected;
}

bool skips_production(const OrderFacts& facts) {
    return facts.records().order.flow == Flow::stock &&
           std::none_of(facts.lines().begin(), facts.lines().end(),
                        [&](const LineFacts& line) { return is_produced(facts.records().order, line); });
}

} // namespace

std::array<StepState, kStepCount> steps_of(const OrderRecords& records) {
    const OrderFacts facts(records);
    std::array<StepState, kStepCount> steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        StepState& state = steps[i];
        state.step = static_cast<Step>(i);
        bool has_begun = false;
        for (const LineFacts& line : facts.lines()) {
            if (!line.wholly_cancelled) add_line(state, kRules[i], line, has_begun);
        }
        plan_from(state, kRules[i].planned_by, facts.order_wide());
        finish(state, has_begun);
    }
    StepState& placed = steps[static_cast<std::size_t>(Step::placed)];
    placed.progress = StepState::Progress::done;
    if (records.order.placed) placed.actual_on = records.order.placed->on;
    add_promises(steps[static_cast<std::size_t>(Step::delivered)], facts);
    if (skips_production(facts)) {
        steps[static_cast<std::size_t>(Step::production)].progress = StepState::Progress::skipped;
    }
    return steps;
}

} // namespace orderdeck::domain
