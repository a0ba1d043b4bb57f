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

/// By the instants where both have one, for days alone do not tell which came first within a day.
bool is_before(const Occurrence& left, const Occurrence& right) {
    if (left.at && right.at) return *left.at < *right.at;
    return left.on < right.on;
}

const Milestone* earlier(const Milestone* left, const Milestone* right) {
    if (left == nullptr || right == nullptr) return left == nullptr ? right : left;
    return is_before(*right->actual, *left->actual) ? right : left;
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
        check_approval();
        check_quantities();
        check_counters();
        if (!line_.said_cancelled || !progress_.shipped.is_positive()) return;
        if (progress_.delivered.is_positive())
            found(Finding::cancelled_but_delivered, progress_.delivered, progress_.ordered);
        else
            found(Finding::cancelled_but_shipped, progress_.shipped, progress_.ordered);
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

    void check_approval() {
        const Milestone* approval = nullptr;
        for (const MilestoneRefs* milestones : {&line_.own, line_.order_wide}) {
            for (const Milestone* milestone : *milestones) {
                const bool approves = milestone->code == MilestoneCode::reviewed ||
                                      milestone->code == MilestoneCode::deposit_paid;
                if (approves && milestone->actual) approval = earlier(approval, milestone);
            }
        }
        const Milestone* hand_over = earliest_between(line_, Stage::shipped, Stage::out_for_delivery);
        for (const ShippedPart& part : line_.parts)
            hand_over = earlier(hand_over, part.shipment->handed_over);
        if (approval == nullptr || hand_over == nullptr) return;
        if (is_before(*hand_over->actual, *approval->actual)) {
            found_order_of(Finding::shipped_before_approval, approval->actual->on, hand_over->actual->on);
        }
    }

    Quantity told(MilestoneCode code) const {
        Quantity sum;
        for (const Milestone* milestone : line_.own) {
            if (milestone->code == code && milestone->actual && milestone->quantity)
                sum += *milestone->quantity;
        }
        return sum;
    }

    Quantity carried_away() const {
        Quantity sum;
        for (const ShippedPart& part : line_.parts) {
            if (part.shipment->stage >= Stage::shipped) sum += part.quantity;
        }
        return sum;
    }

    void check_counters() {
        const Line& line = *line_.line;
        if (!line.ordered.is_positive()) return;
        if (line.cancelled > line.ordered) {
            found(Finding::cancelled_exceeds_ordered, line.cancelled, line.ordered);
        } else if (line.confirmed && !line_.said_cancelled && !line_.wholly_cancelled &&
                   *line.confirmed + line.cancelled > line.ordered) {
            found(Finding::confirmed_exceeds_ordered, *line.confirmed + line.cancelled, line.ordered);
        }
        const Quantity packed = told(MilestoneCode::packed);
        const Quantity shipped = told(MilestoneCode::shipped);
        if (packed.is_positive() && packed < shipped) {
            found(Finding::shipped_exceeds_packed, shipped, packed);
        }
        const Quantity carried = carried_away();
        if (shipped.is_positive() && carried.is_positive() && shipped != carried) {
            found(Finding::shipped_quantities_differ, carried, shipped);
        }
        const bool is_prepaid =
            std::any_of(line_.order_wide->begin(), line_.order_wide->end(), [](const Milestone* milestone) {
                return milestone->code == MilestoneCode::deposit_paid && milestone->actual;
            });
        if (progress_.shipped.is_positive() && line.invoiced > progress_.shipped &&
            line.invoiced <= line.ordered && !is_prepaid) {
            found(Finding::invoiced_exceeds_shipped, line.invoiced, progress_.shipped);
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

/// The first event that has goods in the house again after the carrier had them.
const Milestone* backward_event(MilestoneRefs events) {
    std::sort(events.begin(), events.end(), happened_before);
    const Milestone* away = nullptr;
    for (const Milestone* event : events) {
        const Stage stage = *stage_of(event->code);
        if (stage >= Stage::shipped) away = event;
        const bool in_house = stage >= Stage::in_production && stage < Stage::shipped;
        if (away == nullptr || !in_house || !is_before(*away->actual, *event->actual)) continue;
        if (!is_legal(*stage_of(away->code), stage, event->code)) return event;
    }
    return nullptr;
}

/// Events on the path of goods about all of a line, or about a shipment.
MilestoneRefs path_events(const MilestoneRefs& milestones) {
    MilestoneRefs events;
    for (const Milestone* milestone : milestones) {
        if (milestone->actual && !milestone->quantity && stage_of(milestone->code))
            events.push_back(milestone);
    }
    return events;
}

MilestoneRefs milestones_about(const OrderRecords& records, ShipmentId shipment) {
    MilestoneRefs milestones;
    for (const Milestone& milestone : records.milestones) {
        if (milestone.shipment == shipment) milestones.push_back(&milestone);
    }
    drop_taken_back(milestones);
    return milestones;
}

Reason conflict_about(const ShipmentFacts& shipment) {
    Reason reason;
    reason.kind = Reason::Kind::fact_conflict;
    reason.shipment = shipment.id;
    reason.stage = shipment.stage;
    return reason;
}

/// What lines and shipments can have alike: a way back that is none, and a delivery without a day.
void check_events(const MilestoneRefs& milestones, const Reason& subject, std::vector<Reason>& reasons) {
    if (const Milestone* back = backward_event(path_events(milestones))) {
        Reason conflict = subject;
        conflict.text = std::string(name_of(Finding::moved_backward));
        conflict.on = back->actual->on;
        reasons.push_back(with_evidence(std::move(conflict), back));
    }
    bool has_day = false;
    const Milestone* undated = nullptr;
    for (const Milestone* milestone : milestones) {
        if (milestone->code != MilestoneCode::delivered) continue;
        has_day = has_day || milestone->actual.has_value();
        if (!milestone->actual && !milestone->planned && !milestone->forecast) undated = milestone;
    }
    if (undated == nullptr || has_day) return;
    Reason conflict = subject;
    conflict.text = std::string(name_of(Finding::delivered_without_date));
    reasons.push_back(with_evidence(std::move(conflict), undated));
}

void check_shipment(const ShipmentFacts& shipment, std::vector<Reason>& reasons) {
    const Reason reason = conflict_about(shipment);
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
    for (std::size_t i = 0; i < facts.lines().size(); ++i) {
        LineCheck(facts, i, reasons).run();
        Reason subject;
        subject.kind = Reason::Kind::fact_conflict;
        subject.line = facts.progress()[i].line;
        check_events(facts.lines()[i].own, subject, reasons);
    }
    Reason order;
    order.kind = Reason::Kind::fact_conflict;
    check_events(facts.order_wide(), order, reasons);
    for (const Shipment& shipment : facts.records().shipments) {
        const ShipmentFacts& known = facts.shipment(shipment.id);
        check_shipment(known, reasons);
        check_events(milestones_about(facts.records(), shipment.id), conflict_about(known), reasons);
    }
    return reasons;
}

} // namespace orderdeck::domain
