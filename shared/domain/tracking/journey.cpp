#include "shared/domain/tracking/journey.h"

#include <algorithm>
#include <map>
#include <set>

namespace orderdeck::domain {
namespace {

using EventRefs = std::vector<const TrackingEvent*>;

struct NumberedState {
    ParcelState state;
    std::string master;
};
using States = std::map<std::string, NumberedState>;

States fold_numbers(std::span<const Parcel> parcels, std::span<const TrackingEvent* const> events) {
    std::map<std::string, EventRefs> by_number;
    for (const Parcel& parcel : parcels)
        by_number.try_emplace(parcel.number);
    for (const TrackingEvent* event : events)
        by_number[event->parcel].push_back(event);
    States states;
    for (auto& [number, refs] : by_number)
        states[number].state = fold_parcel(number, refs);
    for (const Parcel& parcel : parcels) {
        NumberedState& numbered = states[parcel.number];
        if (numbered.state.carrier.empty()) numbered.state.carrier = parcel.carrier;
        if (parcel.master_number != parcel.number)
            numbered.master = std::max(numbered.master, parcel.master_number);
    }
    return states;
}

/// Numbers of which nothing is known but that another one was handed over to them are not parcels (yet).
void forget_bare_legs(States& states) {
    std::set<std::string> named;
    for (const auto& [number, numbered] : states) {
        for (const ParcelScan& scan : numbered.state.scans)
            if (scan.handover && scan.handover->number != number) named.insert(scan.handover->number);
    }
    std::erase_if(states, [&named](const auto& entry) {
        return entry.second.state.scans.empty() && named.count(entry.first) != 0;
    });
}

/// The number of a later leg, for each number that has one. Every hand-over counts, not only the last: a leg may name the
/// number under which its own carrier took the parcel.
std::map<std::string, std::string> next_legs(const States& states) {
    std::map<std::string, std::string> next;
    for (const auto& [number, numbered] : states) {
        for (const ParcelScan& scan : numbered.state.scans) {
            if (scan.handover && scan.handover->number != number && states.count(scan.handover->number) != 0)
                next[number] = scan.handover->number;
        }
    }
    return next;
}

/// From a first leg on, each number once: two numbers that name each other are a loop in the data.
std::vector<std::string> legs_from(const std::string& first, const std::map<std::string, std::string>& next,
                                   std::set<std::string>& used) {
    std::vector<std::string> legs;
    for (std::string number = first; used.insert(number).second;) {
        legs.push_back(number);
        const auto following = next.find(number);
        if (following == next.end()) break;
        number = following->second;
    }
    return legs;
}

void append_leg(ParcelState& journey, const ParcelState& leg) {
    journey.legs.push_back(leg.number);
    journey.scans.insert(journey.scans.end(), leg.scans.begin(), leg.scans.end());
    journey.pieces = std::max(journey.pieces, leg.pieces);
    journey.failed_attempts += leg.failed_attempts;
    journey.next = leg.next;
    if (journey.picked_up == nullptr) journey.picked_up = leg.picked_up;
    if (leg.last_scan != nullptr) journey.last_scan = leg.last_scan;
    // Before its first scan the next leg knows less than the hand-over says.
    if (leg.current == nullptr || leg.status == ParcelStatus::registered ||
        leg.status == ParcelStatus::unknown)
        return;
    journey.status = leg.status;
    journey.reason = leg.reason;
    journey.current = leg.current;
    journey.delivered = leg.delivered;
}

bool is_virtual_master(const States& states, const NumberedState& numbered) {
    if (!numbered.state.scans.empty()) return false;
    return std::any_of(states.begin(), states.end(), [&numbered](const auto& other) {
        return other.second.master == numbered.state.number;
    });
}

/// How badly a shipment needs its worst parcel looked at: trouble first, then by how little is done.
int worst_first(ParcelStatus status) {
    switch (status) {
    case ParcelStatus::exception: return 0;
    case ParcelStatus::returning: return 1;
    case ParcelStatus::returned: return 2;
    case ParcelStatus::attempt_failed: return 3;
    case ParcelStatus::expired: return 4;
    case ParcelStatus::unknown: return 5;
    case ParcelStatus::registered: return 6;
    case ParcelStatus::picked_up: return 7;
    case ParcelStatus::in_transit: return 8;
    case ParcelStatus::customs: return 9;
    case ParcelStatus::out_for_delivery: return 10;
    case ParcelStatus::ready_for_pickup: return 11;
    case ParcelStatus::delivered: return 12;
    }
    return 5;
}

/// Pieces that a carrier counts beyond the numbers we know: the master counts itself as one of them.
int unseen_pieces(const std::vector<ParcelState>& states, std::span<const Parcel> parcels) {
    int unseen = 0;
    for (const ParcelState& state : states) {
        const auto is_child = [&state](const Parcel& parcel) {
            return parcel.master_number == state.number && parcel.number != state.number;
        };
        const auto children = std::count_if(parcels.begin(), parcels.end(), is_child);
        unseen += std::max(0, state.pieces - 1 - static_cast<int>(children));
    }
    return unseen;
}

/// The day and time of the latest delivery; days are compared where a zone is unknown.
std::optional<Occurrence> last_delivery(const std::vector<ParcelState>& states) {
    const Occurrence* last = nullptr;
    for (const ParcelState& state : states) {
        if (state.delivered == nullptr) continue;
        const Occurrence& this_one = state.delivered->actual;
        const bool both = last != nullptr && last->at && this_one.at;
        if (last == nullptr || (both ? *last->at < *this_one.at : last->on < this_one.on)) last = &this_one;
    }
    return last == nullptr ? std::nullopt : std::optional(*last);
}

} // namespace

ParcelState fold_journey(std::span<const std::string> legs, std::span<const TrackingEvent* const> events) {
    ParcelState journey;
    for (const std::string& leg : legs) {
        EventRefs own;
        std::copy_if(events.begin(), events.end(), std::back_inserter(own),
                     [&leg](const TrackingEvent* event) { return event->parcel == leg; });
        if (&leg == legs.data())
            journey = fold_parcel(leg, own);
        else
            append_leg(journey, fold_parcel(leg, own));
    }
    return journey;
}

std::vector<ParcelState> fold_parcels(std::span<const Parcel> parcels,
                                      std::span<const TrackingEvent* const> events) {
    States states = fold_numbers(parcels, events);
    forget_bare_legs(states);
    const auto next = next_legs(states);
    std::set<std::string> later_legs;
    for (const auto& link : next)
        later_legs.insert(link.second);
    std::vector<ParcelState> result;
    std::set<std::string> used;
    const auto add_journey = [&](const std::string& first) {
        const std::vector<std::string> legs = legs_from(first, next, used);
        if (legs.empty()) return;
        ParcelState journey = states.at(first).state;
        for (std::size_t i = 1; i < legs.size(); ++i)
            append_leg(journey, states.at(legs[i]).state);
        if (!is_virtual_master(states, states.at(first))) result.push_back(std::move(journey));
    };
    for (const auto& entry : states) {
        if (later_legs.count(entry.first) == 0) add_journey(entry.first);
    }
    for (const auto& entry : states)
        add_journey(entry.first);
    return result;
}

ShipmentTracking track_shipment(ShipmentId shipment, std::span<const Parcel> parcels,
                                std::span<const TrackingEvent> events) {
    std::vector<Parcel> own_parcels;
    std::copy_if(parcels.begin(), parcels.end(), std::back_inserter(own_parcels),
                 [shipment](const Parcel& parcel) { return parcel.shipment == shipment; });
    EventRefs own_events;
    for (const TrackingEvent& event : events) {
        if (event.shipment == shipment) own_events.push_back(&event);
    }
    ShipmentTracking result;
    result.states = fold_parcels(own_parcels, own_events);
    result.unseen = unseen_pieces(result.states, own_parcels);
    result.parcels = static_cast<int>(result.states.size()) + result.unseen;
    result.status = result.unseen > 0 ? ParcelStatus::unknown : ParcelStatus::delivered;
    if (result.states.empty()) result.status = ParcelStatus::unknown;
    for (const ParcelState& state : result.states) {
        result.delivered += state.status == ParcelStatus::delivered ? 1 : 0;
        result.returned += state.status == ParcelStatus::returned ? 1 : 0;
        if (worst_first(state.status) >= worst_first(result.status)) continue;
        result.status = state.status;
        result.reason = state.reason;
    }
    if (result.status == ParcelStatus::delivered) result.delivered_on = last_delivery(result.states);
    return result;
}

} // namespace orderdeck::domain
