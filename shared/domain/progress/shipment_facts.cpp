#include "shared/domain/progress/shipment_facts.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

bool is_on_the_way(Stage stage) { return stage >= Stage::in_transit && stage <= Stage::out_for_delivery; }

/// Actual events on the path of goods, oldest first.
MilestoneRefs goods_events(const MilestoneRefs& milestones) {
    MilestoneRefs events;
    for (const Milestone* milestone : milestones) {
        if (milestone->actual && stage_of(milestone->code)) events.push_back(milestone);
    }
    std::sort(events.begin(), events.end(), happened_before);
    return events;
}

/// Whether the goods were taken out of it, and not packed again.
bool is_unpacked(const MilestoneRefs& milestones) {
    const Milestone* last = nullptr;
    for (const Milestone* milestone : milestones) {
        const bool packs =
            milestone->code == MilestoneCode::packed || milestone->code == MilestoneCode::unpacked;
        if (!packs || !milestone->actual) continue;
        if (last == nullptr || happened_before(last, milestone)) last = milestone;
    }
    return last != nullptr && last->code == MilestoneCode::unpacked;
}

/// Delivered and accepted are sticky. Before that the latest scan of the carrier counts, for a failed attempt
/// brings a parcel back from the courier into transit.
const Milestone* decisive_event(const MilestoneRefs& events) {
    const Milestone* decisive = nullptr;
    for (const Milestone* event : events) {
        const Stage stage = *stage_of(event->code);
        if (decisive == nullptr) {
            decisive = event;
            continue;
        }
        const Stage reached = *stage_of(decisive->code);
        if (stage > reached || (stage < reached && is_on_the_way(stage) && is_on_the_way(reached)))
            decisive = event;
    }
    return decisive;
}

void note_expected_delivery(ShipmentFacts& facts, const MilestoneRefs& milestones) {
    const Milestone* latest = nullptr;
    for (const Milestone* milestone : milestones) {
        if (milestone->code != MilestoneCode::delivered) continue;
        if (!milestone->forecast && !milestone->planned) continue;
        const auto key = [](const Milestone& m) {
            return std::tuple(m.forecast.has_value(), m.received_at, m.id);
        };
        if (latest == nullptr || key(*latest) < key(*milestone)) latest = milestone;
    }
    if (latest == nullptr) return;
    facts.is_forecast = latest->forecast.has_value();
    facts.expected_on = facts.is_forecast ? latest->forecast : latest->planned;
}

void note_off_path(ShipmentFacts& facts, const MilestoneRefs& milestones) {
    for (const Milestone* milestone : milestones) {
        if (!milestone->actual) continue;
        if (milestone->code == MilestoneCode::cancelled) facts.cancelled = true;
        if (milestone->code == MilestoneCode::invoiced) facts.invoiced = true;
        if (milestone->code == MilestoneCode::paid) facts.paid = true;
        if (milestone->code == MilestoneCode::returned) {
            facts.returned_on =
                std::max(facts.returned_on.value_or(milestone->actual->on), milestone->actual->on);
        }
    }
}

} // namespace

ShipmentFacts shipment_facts(ShipmentId id, MilestoneRefs milestones) {
    ShipmentFacts facts;
    facts.id = id;
    facts.cancelled = is_unpacked(milestones);
    drop_taken_back(milestones);
    note_off_path(facts, milestones);
    facts.events = goods_events(milestones);
    const MilestoneRefs& events = facts.events;
    facts.evidence = decisive_event(events);
    if (facts.evidence != nullptr) facts.stage = std::max(Stage::packed, *stage_of(facts.evidence->code));
    for (const Milestone* event : events) {
        const Stage stage = *stage_of(event->code);
        const base::LocalDate on = event->actual->on;
        for (int at = 0; at <= static_cast<int>(stage); ++at) {
            auto& reached = facts.reached_on[static_cast<std::size_t>(at)];
            reached = std::min(reached.value_or(on), on);
        }
        if (stage >= Stage::shipped && facts.handed_over == nullptr) facts.handed_over = event;
        if (stage == Stage::shipped) facts.shipped_on = std::min(facts.shipped_on.value_or(on), on);
        const bool delivered =
            facts.stage >= Stage::delivered && event_key(*facts.evidence) < event_key(*event);
        if (delivered && stage < Stage::delivered) facts.after_delivery = event;
    }
    // A shipment that was delivered did take place, whatever else is said about it.
    if (facts.stage >= Stage::shipped) facts.cancelled = false;
    if (facts.stage < Stage::delivered) note_expected_delivery(facts, milestones);
    return facts;
}

} // namespace orderdeck::domain
