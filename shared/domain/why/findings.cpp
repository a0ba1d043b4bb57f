#include "shared/domain/why/findings.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

using Date = std::optional<base::LocalDate>;

/// The earliest actual event of the line or the order whose stage lies in the range.
const Milestone* earliest_between(const LineFacts& facts, Stage from, Stage to) {
    const Milestone* earliest = nullptr;
    for (const MilestoneRefs* milestones : {&facts.own, facts.order_wide}) {
        for (const Milestone* milestone : *milestones) {
            const std::optional<Stage> stage = stage_of(milestone->code);
            if (!milestone->actual || !stage || *stage < from || *stage > to) continue;
            if (earliest == nullptr || happened_before(milestone, earliest)) earliest = milestone;
        }
    }
    return earliest;
}

class LineCheck {
public:
    LineCheck(const OrderFacts& facts, std::size_t position, std::vector<Reason>& reasons)
        : order_(facts.records().order),
          line_(facts.lines()[position]),
          progress_(facts.progress()[position]),
          reasons_(reasons) {}

    void run() {
        delivery_ = earliest_between(line_, Stage::delivered, Stage::accepted);
        check_dates();
        check_quantities();
        if (line_.said_cancelled && progress_.shipped.is_positive()) {
            found(Finding::cancelled_but_shipped, progress_.shipped, progress_.ordered);
        }
    }

private:
    Reason& found(Finding finding, Quantity quantity = {}, Quantity of = {}) {
        Reason reason;
        reason.kind = Reason::Kind::fact_conflict;
        reason.line = progress_.line;
        reason.stage = progress_.reached_any;
        reason.quantity = quantity;
        reason.of = of;
        reason.text = std::string(name_of(finding));
        reasons_.push_back(with_evidence(std::move(reason), delivery_));
        return reasons_.back();
    }

    Date delivered_on() const {
        if (progress_.delivered_on) return progress_.delivered_on;
        return delivery_ != nullptr ? Date(delivery_->actual->on) : Date();
    }

    void found_order_of(Finding finding, base::LocalDate from, base::LocalDate on) {
        Reason& reason = found(finding);
        reason.from = from;
        reason.on = on;
        reason.days = from - on;
    }

    void check_dates() {
        const Date delivered = delivered_on();
        if (delivered && order_.placed && *delivered < order_.placed->on) {
            found_order_of(Finding::delivered_before_placed, order_.placed->on, *delivered);
        }
        const Milestone* despatch = earliest_between(line_, Stage::shipped, Stage::shipped);
        if (delivery_ != nullptr && despatch != nullptr && delivery_->actual->on < despatch->actual->on) {
            found_order_of(Finding::delivered_before_shipped, despatch->actual->on, delivery_->actual->on);
        }
        const bool despatched = earliest_between(line_, Stage::packed, Stage::out_for_delivery) != nullptr;
        if (delivery_ != nullptr && line_.parts.empty() && !despatched) {
            found(Finding::delivered_without_shipment, progress_.delivered, line_.active).on =
                delivery_->actual->on;
        }
    }

    void check_quantities() {
        const Line& line = *line_.line;
        if (!line.ordered.is_positive()) return;
        if (progress_.delivered > line_.active) {
            found(Finding::delivered_exceeds_ordered, progress_.delivered, line_.active);
        } else if (progress_.shipped > line_.active) {
            found(Finding::shipped_exceeds_ordered, progress_.shipped, line_.active);
        }
        // Acceptance proves delivery, so the claim is compared with what is otherwise known about it.
        const bool known_delivered =
            delivery_ != nullptr ||
            std::any_of(line_.parts.begin(), line_.parts.end(),
                        [](const ShippedPart& part) { return part.shipment->stage >= Stage::delivered; });
        if (line.accepted.is_positive() && !known_delivered) {
            found(Finding::accepted_exceeds_delivered, line.accepted, Quantity{});
        }
        if (progress_.returned > progress_.shipped) {
            found(Finding::returned_exceeds_delivered, progress_.returned, progress_.delivered);
        }
        if (line.invoiced > line.ordered)
            found(Finding::invoiced_exceeds_ordered, line.invoiced, line.ordered);
    }

    const Order& order_;
    const LineFacts& line_;
    const LineProgress& progress_;
    std::vector<Reason>& reasons_;
    const Milestone* delivery_ = nullptr;
};

void check_shipment(const ShipmentFacts& shipment, std::vector<Reason>& reasons) {
    Reason reason;
    reason.kind = Reason::Kind::fact_conflict;
    reason.shipment = shipment.id;
    reason.stage = shipment.stage;
    const bool is_delivered = shipment.stage >= Stage::delivered;
    if (is_delivered && shipment.shipped_on && shipment.evidence->actual->on < *shipment.shipped_on) {
        Reason conflict = reason;
        conflict.text = std::string(name_of(Finding::delivered_before_shipped));
        conflict.from = shipment.shipped_on;
        conflict.on = shipment.evidence->actual->on;
        conflict.days = *conflict.from - *conflict.on;
        reasons.push_back(with_evidence(std::move(conflict), shipment.evidence));
    }
    if (shipment.after_delivery != nullptr) {
        Reason conflict = reason;
        conflict.text = std::string(name_of(Finding::event_after_delivery));
        conflict.from = shipment.evidence->actual->on;
        conflict.on = shipment.after_delivery->actual->on;
        reasons.push_back(with_evidence(std::move(conflict), shipment.after_delivery));
    }
}

} // namespace

Reason with_evidence(Reason reason, const Milestone* evidence) {
    if (evidence == nullptr) return reason;
    reason.source = evidence->source;
    reason.received_at = evidence->received_at;
    return reason;
}

std::vector<Reason> find_conflicts(const OrderFacts& facts) {
    std::vector<Reason> reasons;
    for (std::size_t i = 0; i < facts.lines().size(); ++i)
        LineCheck(facts, i, reasons).run();
    for (const Shipment& shipment : facts.records().shipments)
        check_shipment(facts.shipment(shipment.id), reasons);
    return reasons;
}

} // namespace orderdeck::domain
