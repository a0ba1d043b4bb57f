#include "shared/domain/summary/summary_parts.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

SupplyState supply_of(const Order& order, const LineFacts& facts, Stage stage) {
    if (stage >= Stage::ready) return SupplyState::ready;
    if (order.flow == Flow::stock && !is_produced(order, facts)) {
        const bool is_reserved = stage == Stage::scheduled ||
                                 (facts.line->reserved.is_positive() && facts.line->reserved >= facts.active);
        return is_reserved ? SupplyState::reserved : SupplyState::from_stock;
    }
    if (stage < Stage::scheduled) return SupplyState::unplanned;
    if (stage == Stage::scheduled) return SupplyState::scheduled;
    return stage == Stage::in_production ? SupplyState::in_production : SupplyState::quality_check;
}

/// How far goods are in supply, so that of several lines the least advanced speaks.
int rank_of(SupplyState state) {
    switch (state) {
    case SupplyState::unplanned: return 0;
    case SupplyState::from_stock: return 1;
    case SupplyState::scheduled: return 2;
    case SupplyState::reserved: return 3;
    case SupplyState::in_production: return 4;
    case SupplyState::quality_check: return 5;
    case SupplyState::ready: return 6;
    }
    return 0;
}

LogisticsState logistics_at(Stage stage) {
    switch (stage) {
    case Stage::packed: return LogisticsState::packed;
    case Stage::shipped: return LogisticsState::shipped;
    case Stage::in_transit: return LogisticsState::in_transit;
    case Stage::customs: return LogisticsState::customs;
    case Stage::out_for_delivery: return LogisticsState::out_for_delivery;
    case Stage::delivered: return LogisticsState::delivered;
    case Stage::accepted: return LogisticsState::accepted;
    case Stage::placed:
    case Stage::reviewed:
    case Stage::confirmed:
    case Stage::scheduled:
    case Stage::in_production:
    case Stage::quality_check:
    case Stage::ready: return LogisticsState::none;
    }
    return LogisticsState::none;
}

CommercialState commercial_of(const LineFacts& facts) {
    const CommercialState stated = facts.line->commercial;
    if (stated == CommercialState::confirmed_changed) return stated;
    if (facts.reach.full >= Stage::confirmed) return CommercialState::confirmed;
    return facts.reach.full >= Stage::reviewed ? CommercialState::reviewed : CommercialState::requested;
}

CommercialState commercial_when_all_cancelled(const OrderFacts& facts) {
    const bool rejected = std::all_of(facts.lines().begin(), facts.lines().end(), [](const LineFacts& line) {
        return line.line->commercial == CommercialState::rejected;
    });
    return rejected ? CommercialState::rejected : CommercialState::cancelled;
}

bool says(const LineFacts& facts, MilestoneCode code) {
    for (const MilestoneRefs* milestones : {&facts.own, facts.order_wide}) {
        for (const Milestone* milestone : *milestones) {
            if (milestone->code == code && milestone->actual) return true;
        }
    }
    return false;
}

ReturnState return_of(const LineFacts& facts, Quantity returned) {
    const Line& line = *facts.line;
    // While something of it is still out, the way of that part is told.
    if (line.return_requested > returned || !returned.is_positive()) {
        if (says(facts, MilestoneCode::in_return)) return ReturnState::in_return;
        if (says(facts, MilestoneCode::return_approved)) return ReturnState::approved;
        const bool requested =
            line.return_requested.is_positive() || says(facts, MilestoneCode::return_requested);
        return requested ? ReturnState::requested : ReturnState::none;
    }
    const bool made_good = line.credited + line.replaced >= returned;
    if (made_good || says(facts, MilestoneCode::return_settled)) return ReturnState::settled;
    return says(facts, MilestoneCode::return_inspected) ? ReturnState::inspected : ReturnState::received;
}

/// The least advanced of the lines that come back.
ReturnState returns_of(const OrderFacts& facts) {
    ReturnState least = ReturnState::none;
    for (std::size_t i = 0; i < facts.lines().size(); ++i) {
        const ReturnState state = return_of(facts.lines()[i], facts.progress()[i].returned);
        if (state == ReturnState::none) continue;
        least = least == ReturnState::none ? state : std::min(least, state);
    }
    return least;
}

} // namespace

void derive_axes(const OrderFacts& facts, OrderSummary& summary) {
    summary.returns = returns_of(facts);
    if (summary.lines == 0) return;
    if (summary.lines == summary.lines_cancelled) {
        summary.commercial = commercial_when_all_cancelled(facts);
        return;
    }
    Stage least = Stage::accepted;
    CommercialState commercial = CommercialState::confirmed_changed;
    summary.supply = SupplyState::ready;
    for (std::size_t i = 0; i < facts.lines().size(); ++i) {
        const LineProgress& line = facts.progress()[i];
        // Once nothing is open, the axes speak of all that was not cancelled.
        if (line.wholly_cancelled || (!summary.complete && !is_open(line))) continue;
        least = std::min(least, line.reached);
        commercial = std::min(commercial, commercial_of(facts.lines()[i]));
        const SupplyState supply = supply_of(facts.records().order, facts.lines()[i], line.reached);
        if (rank_of(supply) < rank_of(summary.supply)) summary.supply = supply;
    }
    summary.commercial = commercial;
    summary.logistics = logistics_at(least);
}

} // namespace orderdeck::domain
