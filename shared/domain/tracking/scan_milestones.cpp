#include "shared/domain/tracking/scan_milestones.h"

#include <algorithm>
#include <array>
#include <set>

namespace orderdeck::domain {
namespace {

/// The steps that are shown, in their order.
constexpr std::array kSteps{ParcelStatus::picked_up, ParcelStatus::in_transit, ParcelStatus::customs,
                            ParcelStatus::out_for_delivery, ParcelStatus::ready_for_pickup};

/// The step at which goods are that have this status; unknown before the first scan.
ParcelStatus step_of(ParcelStatus status) {
    switch (status) {
    case ParcelStatus::exception:
    case ParcelStatus::attempt_failed:
    case ParcelStatus::returning:
    case ParcelStatus::expired: return ParcelStatus::in_transit;
    case ParcelStatus::registered: return ParcelStatus::unknown;
    case ParcelStatus::unknown:
    case ParcelStatus::picked_up:
    case ParcelStatus::in_transit:
    case ParcelStatus::customs:
    case ParcelStatus::out_for_delivery:
    case ParcelStatus::ready_for_pickup:
    case ParcelStatus::returned:
    case ParcelStatus::delivered: return status;
    }
    return ParcelStatus::unknown;
}

MilestoneCode code_of(ParcelStatus step) {
    switch (step) {
    case ParcelStatus::picked_up: return MilestoneCode::picked_up;
    case ParcelStatus::customs: return MilestoneCode::customs_entered;
    case ParcelStatus::out_for_delivery: return MilestoneCode::out_for_delivery;
    case ParcelStatus::ready_for_pickup: return MilestoneCode::ready_for_pickup;
    case ParcelStatus::delivered: return MilestoneCode::delivered;
    case ParcelStatus::returned: return MilestoneCode::returned;
    case ParcelStatus::unknown:
    case ParcelStatus::registered:
    case ParcelStatus::in_transit:
    case ParcelStatus::attempt_failed:
    case ParcelStatus::exception:
    case ParcelStatus::returning:
    case ParcelStatus::expired: return MilestoneCode::in_transit;
    }
    return MilestoneCode::in_transit;
}

const TrackingEvent* first_scan_at(const ParcelState& parcel, ParcelStatus step) {
    if (step == ParcelStatus::picked_up) return parcel.picked_up;
    for (const ParcelScan& scan : parcel.scans) {
        const bool counts = scan.role != ScanRole::after_delivery && scan.role != ScanRole::unplaced;
        if (counts && scan.status == step) return scan.event;
    }
    return nullptr;
}

bool is_later(const TrackingEvent& left, const TrackingEvent& right) {
    const Occurrence& one = left.actual;
    const Occurrence& other = right.actual;
    return one.at && other.at ? *one.at > *other.at : one.on > other.on;
}

/// The scan of the parcel that took the step last; null unless all took it.
const TrackingEvent* last_to_take(const ShipmentTracking& tracking, ParcelStatus step) {
    const TrackingEvent* last = nullptr;
    for (const ParcelState& parcel : tracking.states) {
        const TrackingEvent* scan = first_scan_at(parcel, step);
        if (scan == nullptr) return nullptr;
        if (last == nullptr || is_later(*scan, *last)) last = scan;
    }
    return last;
}

Milestone milestone_of(ShipmentId shipment, MilestoneCode code, const TrackingEvent& event) {
    Milestone milestone;
    milestone.shipment = shipment;
    milestone.code = code;
    milestone.actual = event.actual;
    milestone.place = event.place;
    milestone.note = event.text;
    milestone.source = event.source;
    milestone.received_at = event.received_at;
    return milestone;
}

bool all_have(const ShipmentTracking& tracking, ParcelStatus status) {
    return tracking.unseen == 0 && !tracking.states.empty() &&
           std::all_of(tracking.states.begin(), tracking.states.end(),
                       [status](const ParcelState& parcel) { return parcel.status == status; });
}

/// The least step that a parcel is at, with the scan by which it is there.
std::pair<ParcelStatus, const TrackingEvent*> least_step(const ShipmentTracking& tracking) {
    ParcelStatus least = tracking.unseen > 0 ? ParcelStatus::unknown : ParcelStatus::delivered;
    const TrackingEvent* scan = nullptr;
    for (const ParcelState& parcel : tracking.states) {
        const ParcelStatus step = parcel.status == ParcelStatus::expired && parcel.picked_up == nullptr
                                      ? ParcelStatus::unknown
                                      : step_of(parcel.status);
        if (scan != nullptr && lifecycle_rank(step) >= lifecycle_rank(least)) continue;
        if (lifecycle_rank(step) > lifecycle_rank(least)) continue;
        least = step;
        scan = parcel.current;
    }
    return {least, scan};
}

void forget_instants(std::vector<Milestone>& milestones) {
    for (Milestone& milestone : milestones) {
        milestone.actual->at.reset();
        milestone.actual->utc_offset_minutes.reset();
    }
}

void add_steps(ShipmentId shipment, const ShipmentTracking& tracking, std::vector<Milestone>& milestones) {
    const auto [least, present] = least_step(tracking);
    for (const ParcelStatus step : kSteps) {
        if (lifecycle_rank(step) > lifecycle_rank(least)) break;
        if (const TrackingEvent* scan = last_to_take(tracking, step))
            milestones.push_back(milestone_of(shipment, code_of(step), *scan));
    }
    if (all_have(tracking, ParcelStatus::returned) || all_have(tracking, ParcelStatus::delivered)) {
        const TrackingEvent* last = nullptr;
        for (const ParcelState& parcel : tracking.states) {
            if (last == nullptr || is_later(*parcel.current, *last)) last = parcel.current;
        }
        milestones.push_back(milestone_of(shipment, code_of(least), *last));
    } else if (present != nullptr && least != ParcelStatus::unknown && !is_terminal(least)) {
        // Unless it is the step itself: after a failed attempt the goods are back on their way.
        const auto is_there = [code = code_of(least), scan = present](const Milestone& milestone) {
            return milestone.code == code && milestone.actual == scan->actual;
        };
        if (std::none_of(milestones.begin(), milestones.end(), is_there))
            milestones.push_back(milestone_of(shipment, code_of(least), *present));
    }
}

void add_scans_after(ShipmentId shipment, const ShipmentTracking& tracking,
                     std::vector<Milestone>& milestones) {
    if (!all_have(tracking, ParcelStatus::delivered)) return;
    for (const ParcelState& parcel : tracking.states) {
        for (const ParcelScan& scan : parcel.scans) {
            if (scan.role == ScanRole::after_delivery && step_of(scan.status) != ParcelStatus::unknown)
                milestones.push_back(milestone_of(shipment, code_of(step_of(scan.status)), *scan.event));
        }
    }
}

} // namespace

std::vector<Milestone> scan_milestones(ShipmentId shipment, const ShipmentTracking& tracking) {
    std::vector<Milestone> milestones;
    add_steps(shipment, tracking, milestones);
    add_scans_after(shipment, tracking, milestones);
    const auto has_instant = [](const Milestone& milestone) { return milestone.actual->at.has_value(); };
    if (!std::all_of(milestones.begin(), milestones.end(), has_instant)) forget_instants(milestones);
    return milestones;
}

std::vector<Milestone> scan_milestones(std::span<const Parcel> parcels,
                                       std::span<const TrackingEvent> events) {
    std::set<ShipmentId> shipments;
    for (const TrackingEvent& event : events)
        shipments.insert(event.shipment);
    std::vector<Milestone> milestones;
    for (const ShipmentId shipment : shipments) {
        for (Milestone& milestone : scan_milestones(shipment, track_shipment(shipment, parcels, events)))
            milestones.push_back(std::move(milestone));
    }
    return milestones;
}

} // namespace orderdeck::domain
