#include "shared/domain/summary/summary_parts.h"
#include "shared/domain/why/findings.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

using Kind = Reason::Kind;

Reason about_line(Kind kind, const LineProgress& line) {
    Reason reason;
    reason.kind = kind;
    reason.line = line.line;
    reason.stage = line.reached;
    reason.of = std::max(Quantity{}, line.ordered - line.cancelled);
    return reason;
}

/// The most recent news that proves the stage of a line: its own, its shipments', else the order's.
const Milestone* evidence_of(const LineFacts& facts, Stage stage) {
    const Milestone* newest = nullptr;
    const auto consider = [&](const Milestone* milestone) {
        if (milestone == nullptr || !milestone->actual || stage_of(milestone->code) != stage) return;
        const auto key = [](const Milestone& m) { return std::tuple(m.received_at, m.id); };
        if (newest == nullptr || key(*newest) < key(*milestone)) newest = milestone;
    };
    for (const Milestone* milestone : facts.own)
        consider(milestone);
    for (const ShippedPart& part : facts.parts)
        consider(part.shipment->evidence);
    if (newest != nullptr) return newest;
    for (const Milestone* milestone : *facts.order_wide)
        consider(milestone);
    return newest;
}

void tell_holds(const OrderFacts& facts, std::vector<Reason>& reasons) {
    for (const Hold* hold : facts.open_holds()) {
        Reason reason;
        reason.kind = hold->line ? Kind::line_on_hold : Kind::order_on_hold;
        reason.line = hold->line;
        reason.hold_reason = hold->reason;
        reason.party = hold->owner;
        reason.on = hold->since;
        reason.text = hold->note;
        reasons.push_back(std::move(reason));
    }
}

Reason line_at(const LineFacts& facts, const LineProgress& line, Stage stage, Quantity quantity) {
    Reason reason = about_line(Kind::line_at_stage, line);
    reason.stage = stage;
    reason.quantity = quantity;
    if (stage == line.reached) reason.on = facts.reach.on(stage);
    return with_evidence(std::move(reason), evidence_of(facts, stage));
}

void tell_line(const LineFacts& facts, const LineProgress& line, std::vector<Reason>& reasons) {
    if (line.wholly_cancelled) {
        Reason reason = about_line(Kind::line_cancelled, line);
        reason.quantity = line.cancelled;
        reason.of = line.ordered;
        reasons.push_back(std::move(reason));
        return;
    }
    Quantity rest = facts.active;
    // What has left ahead of the rest is told first: "6 of 10 delivered", then where the other four stand.
    if (line.reached < Stage::shipped && line.reached_any >= Stage::shipped) {
        const Quantity ahead = facts.reach.at(line.reached_any);
        reasons.push_back(line_at(facts, line, line.reached_any, ahead));
        rest = std::max(Quantity{}, rest - line.shipped);
    }
    const bool in_production = line.reached == Stage::in_production;
    const Quantity made = std::min(rest, std::max(Quantity{}, line.produced - (facts.active - rest)));
    reasons.push_back(line_at(facts, line, line.reached, in_production ? made : rest));
}

void tell_blocking_line(const OrderFacts& facts, std::vector<Reason>& reasons) {
    const std::optional<LineId> blocking = blocking_line_of(facts);
    for (const LineProgress& line : facts.progress()) {
        if (line.line != blocking) continue;
        Reason reason = about_line(Kind::blocking_line, line);
        reason.on = expected_on(line);
        reasons.push_back(std::move(reason));
    }
}

void tell_shipment(const Shipment& shipment, const ShipmentFacts& known, std::vector<Reason>& reasons) {
    Reason reason;
    reason.kind = Kind::shipment_at;
    reason.shipment = shipment.id;
    reason.stage = known.stage;
    if (known.evidence != nullptr) {
        reason.on = known.evidence->actual->on;
        reason.text = known.evidence->place;
    }
    reasons.push_back(with_evidence(std::move(reason), known.evidence));
}

void tell_promise(const PromiseHistory& history, const LineProgress& line, std::vector<Reason>& reasons) {
    for (std::size_t i = 1; i < history.revisions.size(); ++i) {
        const PromiseRevision& before = *history.revisions[i - 1];
        const PromiseRevision& after = *history.revisions[i];
        if (before.promised_on == after.promised_on) continue;
        Reason reason = about_line(Kind::promise_moved, line);
        reason.from = before.promised_on;
        reason.on = after.promised_on;
        reason.days = after.promised_on - before.promised_on;
        reason.party = after.party;
        reason.text = after.reason;
        reason.text_names = after.reason_names;
        reason.source = after.source;
        reason.received_at = after.received_at;
        reasons.push_back(std::move(reason));
    }
}

void tell_lateness(const LineProgress& line, std::vector<Reason>& reasons) {
    if (!line.promised_on) return;
    const bool is_done = line.fulfilled;
    const std::optional<base::LocalDate> on = is_done ? line.fulfilled_on : line.fulfilment_forecast_on;
    if (!on || *on <= *line.promised_on) return;
    Reason reason = about_line(is_done ? Kind::delivered_late : Kind::forecast_after_promise, line);
    reason.from = line.promised_on;
    reason.on = on;
    reason.days = *on - *line.promised_on;
    reasons.push_back(std::move(reason));
}

} // namespace

std::vector<Reason> explain(const OrderRecords& records) {
    const OrderFacts facts(records);
    std::vector<Reason> reasons;
    tell_holds(facts, reasons);
    for (std::size_t i = 0; i < facts.lines().size(); ++i)
        tell_line(facts.lines()[i], facts.progress()[i], reasons);
    tell_blocking_line(facts, reasons);
    for (const Shipment& shipment : records.shipments)
        tell_shipment(shipment, facts.shipment(shipment.id), reasons);
    for (std::size_t i = 0; i < facts.lines().size(); ++i) {
        if (facts.progress()[i].wholly_cancelled) continue;
        tell_promise(facts.promises()[i], facts.progress()[i], reasons);
        tell_lateness(facts.progress()[i], reasons);
    }
    for (Reason& conflict : find_conflicts(facts))
        reasons.push_back(std::move(conflict));
    return reasons;
}

} // namespace orderdeck::domain
