#include "shared/domain/kpi/outcome.h"

#include "shared/domain/delay_reason.h"
#include "shared/domain/incoterm.h"
#include "shared/domain/kpi/recorded_days.h"
#include "shared/domain/name_table.h"
#include "shared/domain/progress/line_reach.h"
#include "shared/domain/progress/order_facts.h"
#include "shared/domain/summary/summary_parts.h"
#include "shared/domain/wide.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

constexpr std::array<std::string_view, kPromiseBasisCount> kBases{"requested", "first_confirmed", "agreed",
                                                                  "last_confirmed"};
// The least that can be anywhere: a line of which nothing is wanted is followed as if it were this much.
constexpr Quantity kTrace = Quantity::from_micro(1);

using Day = std::optional<base::LocalDate>;

Day earlier(Day left, Day right) { return !left || (right && *right < *left) ? right : left; }

/// What has to be delivered so that the line counts as complete, rounded up.
Quantity enough_of(Quantity wanted, int short_permille) {
    const Wide kept = Wide{wanted.micro()} * (1000 - std::clamp(short_permille, 0, 1000));
    return std::max(kTrace, Quantity::from_micro(saturate((kept + 999) / 1000)));
}

Day agreed_on(const PromiseHistory& history) {
    Day agreed = history.first_on();
    for (std::size_t i = 1; i < history.revisions.size(); ++i) {
        const PromiseRevision& revision = *history.revisions[i];
        const DelayReason* reason = delay_reason(revision.reason);
        const bool accepted = reason != nullptr && reason->acceptable;
        if (accepted || revision.party == Party::customer) agreed = revision.promised_on;
    }
    return agreed;
}

void read_promises(const PromiseHistory& history, LineOutcome& outcome) {
    const auto put = [&](PromiseBasis basis, Day on) {
        outcome.promised_on[static_cast<std::size_t>(basis)] = on;
    };
    put(PromiseBasis::first_confirmed, history.first_on());
    put(PromiseBasis::agreed, agreed_on(history));
    put(PromiseBasis::last_confirmed, history.last_on());
    outcome.has_promise = !history.revisions.empty();
    outcome.promise_moves = history.moves();
}

/// When the first of the line was at or beyond the stage. A shipment that does not say how much it carries brings some.
Day first_day(const LineFacts& facts, const Reach& trace, Stage stage) {
    Day first = earlier(trace.on(stage), facts.reach.on(stage));
    for (const ShippedPart& part : facts.parts) {
        if (part.shipment->stage >= stage)
            first = earlier(first, part.shipment->reached_on[static_cast<std::size_t>(stage)]);
    }
    return first;
}

/// The records as they were at the end of a day, as far as the goods' way is concerned.
OrderRecords way_until(const OrderRecords& records, base::LocalDate day) {
    OrderRecords until;
    until.order = records.order;
    until.lines = records.lines;
    until.shipments = records.shipments;
    until.shipment_lines = records.shipment_lines;
    until.parcels = records.parcels;
    for (Line& line : until.lines)
        line.accepted = Quantity{};
    for (const Milestone& milestone : records.milestones) {
        if (milestone.actual && milestone.actual->on <= day) until.milestones.push_back(milestone);
    }
    for (const TrackingEvent& event : records.tracking_events) {
        if (event.actual.on <= day) until.tracking_events.push_back(event);
    }
    return until;
}

void read_first_shipment(const OrderFacts& facts, std::size_t i, const Reach& trace, LineOutcome& outcome) {
    const LineFacts& line = facts.lines()[i];
    outcome.first_shipped_on = first_day(line, trace, Stage::shipped);
    if (!outcome.first_shipped_on) return;
    if (outcome.first_shipped_on == line.reach.on(Stage::shipped)) {
        outcome.first_shipped = outcome.wanted;
        return;
    }
    const OrderRecords then = way_until(facts.records(), *outcome.first_shipped_on);
    outcome.first_shipped = std::min(outcome.wanted, OrderFacts(then).progress()[i].shipped);
}

bool tells_of_return(MilestoneCode code) {
    return code == MilestoneCode::returned ||
           (code >= MilestoneCode::return_requested && code <= MilestoneCode::return_settled);
}

/// The customer's words about a quantity that was received: what is short, rejected or too much.
bool is_remark(const Milestone& milestone) {
    return milestone.code == MilestoneCode::received && milestone.quantity && !milestone.note.empty();
}

/// The first remark about a receipt and the first damage or loss on the way.
Day trouble_told(const OrderRecords& records, const LineFacts& line) {
    Day first;
    for (const Milestone* milestone : line.own) {
        if (milestone->actual && is_remark(*milestone)) first = earlier(first, milestone->actual->on);
    }
    const auto carries = [&line](ShipmentId shipment) {
        return std::any_of(line.parts.begin(), line.parts.end(),
                           [shipment](const ShippedPart& part) { return part.shipment->id == shipment; });
    };
    for (const TrackingEvent& event : records.tracking_events) {
        const bool is_loss = event.reason == TrackingReason::carrier_damaged_parcel ||
                             event.reason == TrackingReason::carrier_parcel_lost;
        if (is_loss && carries(event.shipment)) first = earlier(first, event.actual.on);
    }
    return first;
}

/// When the first of it was to come back, or came.
Day return_told(const OrderFacts& facts, const LineFacts& line) {
    Day first;
    for (const MilestoneRefs* milestones : {&line.own, &facts.order_wide()}) {
        for (const Milestone* milestone : *milestones) {
            if (milestone->actual && tells_of_return(milestone->code))
                first = earlier(first, milestone->actual->on);
        }
    }
    for (const ShippedPart& part : line.parts)
        if (part.shipment->returned_on) first = earlier(first, part.shipment->returned_on);
    return first;
}

void read_trouble(const OrderFacts& facts, std::size_t i, LineOutcome& outcome) {
    const LineFacts& line = facts.lines()[i];
    const Day told = trouble_told(facts.records(), line);
    const bool is_return =
        facts.progress()[i].returned.is_positive() || line.line->return_requested.is_positive();
    outcome.is_troubled = is_return || told;
    const Day back = is_return ? return_told(facts, line) : std::nullopt;
    if (!is_return || back) outcome.troubled_on = earlier(told, back);
}

void read_papers(const OrderRecords& records, OrderOutcome& outcome) {
    for (const Document& document : records.documents) {
        if (document.required && document.owed_by != Party::customer)
            outcome.papers.push_back({document.received_on, document.expires_on});
    }
    outcome.has_refused_bill =
        std::any_of(records.invoices.begin(), records.invoices.end(), [](const Invoice& invoice) {
            return invoice.state == InvoiceState::under_query || invoice.state == InvoiceState::rejected;
        });
}

LineOutcome line_outcome(const OrderFacts& facts, std::size_t i, int short_permille) {
    const LineFacts& line = facts.lines()[i];
    const LineProgress& progress = facts.progress()[i];
    const Stage point = responsibility_ends_at(facts.records().order.incoterm);
    LineOutcome outcome;
    outcome.line = line.line->id;
    outcome.wholly_cancelled = line.wholly_cancelled;
    outcome.wanted = line.active;
    outcome.promised_on[static_cast<std::size_t>(PromiseBasis::requested)] = line.line->requested_on;
    read_promises(facts.promises()[i], outcome);
    outcome.delivered_on = short_permille > 0
                               ? reach_of(line, enough_of(line.active, short_permille)).on(point)
                               : line.reach.on(point);
    if (line.reach.any >= std::min(point, Stage::shipped)) {
        const Reach trace = reach_of(line, kTrace);
        outcome.first_delivered_on = first_day(line, trace, point);
        read_first_shipment(facts, i, trace, outcome);
    }
    read_trouble(facts, i, outcome);
    outcome.is_open = is_open(progress);
    if (outcome.is_open) outcome.open_minor = open_value_of(facts, i);
    return outcome;
}

} // namespace

std::string_view name_of(PromiseBasis basis) { return name_in(kBases, basis); }
std::optional<PromiseBasis> promise_basis_from(std::string_view name) {
    return value_in<PromiseBasis>(kBases, name);
}

OrderOutcome outcome_of(const OrderRecords& records, int short_permille) {
    const OrderFacts facts(records);
    OrderOutcome outcome;
    outcome.order = records.order.id;
    outcome.kind = records.order.kind;
    if (records.order.placed) outcome.placed_on = records.order.placed->on;
    outcome.currency = records.order.currency;
    outcome.amount_basis = records.order.amount_basis;
    read_papers(records, outcome);
    const RecordedDays recorded(facts);
    for (std::size_t i = 0; i < facts.lines().size(); ++i) {
        outcome.lines.push_back(line_outcome(facts, i, short_permille));
        outcome.lines.back().happened_on = recorded.of_line(i);
    }
    return outcome;
}

} // namespace orderdeck::domain
