#include "shared/domain/summary/summary_parts.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

SupplyState supply_at(Stage stage) {
    if (stage < Stage::scheduled) return SupplyState::unplanned;
    if (stage == Stage::scheduled) return SupplyState::scheduled;
    if (stage == Stage::in_production) return SupplyState::in_production;
    return stage == Stage::quality_check ? SupplyState::quality_check : SupplyState::ready;
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

BillingState billing_of(const OrderFacts& facts) {
    bool all_invoiced = true;
    bool any_invoiced = false;
    bool all_paid = true;
    bool any_paid = false;
    for (const LineFacts& line : facts.lines()) {
        if (line.wholly_cancelled) continue;
        const Quantity invoiced =
            off_path_quantity(line, MilestoneCode::invoiced, line.line->invoiced,
                              [](const ShipmentFacts& shipment) { return shipment.invoiced; });
        const Quantity paid = off_path_quantity(line, MilestoneCode::paid, {},
                                                [](const ShipmentFacts& shipment) { return shipment.paid; });
        all_invoiced = all_invoiced && invoiced >= line.active;
        any_invoiced = any_invoiced || invoiced.is_positive();
        all_paid = all_paid && paid >= line.active;
        any_paid = any_paid || paid.is_positive();
    }
    for (const Milestone* milestone : facts.order_wide()) {
        if (milestone->code == MilestoneCode::deposit_paid && milestone->actual) any_paid = true;
    }
    if (all_paid && any_paid) return BillingState::paid;
    if (all_invoiced && any_invoiced) return any_paid ? BillingState::partly_paid : BillingState::invoiced;
    return any_invoiced ? BillingState::partly_invoiced : BillingState::not_invoiced;
}

/// The least advanced of the lines that come back.
ReturnState returns_of(const OrderFacts& facts) {
    ReturnState least = ReturnState::none;
    for (std::size_t i = 0; i < facts.lines().size(); ++i) {
        const Quantity returned = facts.progress()[i].returned;
        if (facts.lines()[i].line->return_requested > returned) return ReturnState::requested;
        if (returned.is_positive()) least = ReturnState::received;
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
    summary.billing = billing_of(facts);
    Stage least = Stage::accepted;
    CommercialState commercial = CommercialState::confirmed_changed;
    for (std::size_t i = 0; i < facts.lines().size(); ++i) {
        const LineProgress& line = facts.progress()[i];
        // Once nothing is open, the axes speak of all that was not cancelled.
        if (line.wholly_cancelled || (!summary.complete && !is_open(line))) continue;
        least = std::min(least, line.reached);
        commercial = std::min(commercial, commercial_of(facts.lines()[i]));
    }
    summary.commercial = commercial;
    summary.supply = supply_at(least);
    summary.logistics = logistics_at(least);
}

} // namespace orderdeck::domain
