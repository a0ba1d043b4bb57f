#include "shared/words/order/order_view.h"

#include "shared/base/text.h"
#include "shared/domain/parcel_alarms.h"
#include "shared/domain/tracking/contact_mask.h"
#include "shared/domain/tracking/journey.h"
#include "shared/i18n/format_date.h"
#include "shared/i18n/format_number.h"
#include "shared/i18n/tracking_words.h"
#include "shared/words/order/line_words.h"
#include "shared/words/source_words.h"

#include <algorithm>

namespace orderdeck::words {
namespace {

using domain::ParcelScan;
using domain::ParcelState;
using domain::ParcelStatus;
using domain::ScanRole;

Tone tone_of(ParcelStatus status) {
    switch (status) {
    case ParcelStatus::delivered: return Tone::ok;
    case ParcelStatus::customs:
    case ParcelStatus::ready_for_pickup:
    case ParcelStatus::attempt_failed: return Tone::warn;
    case ParcelStatus::exception:
    case ParcelStatus::returning:
    case ParcelStatus::returned: return Tone::bad;
    case ParcelStatus::picked_up:
    case ParcelStatus::in_transit:
    case ParcelStatus::out_for_delivery: return Tone::info;
    case ParcelStatus::unknown:
    case ParcelStatus::registered:
    case ParcelStatus::expired: break;
    }
    return Tone::mute;
}

/// Whether a code ("fedex", "sf") stands in a name ("FedEx", "SF Express").
bool is_short_for(std::string_view code, std::string_view name) {
    const auto letters = [](std::string_view text) {
        std::string kept = base::to_lower_ascii(text);
        kept.erase(
            std::remove_if(kept.begin(), kept.end(), [](char c) { return c == ' ' || c == '_' || c == '-'; }),
            kept.end());
        return kept;
    };
    return letters(name).find(letters(code)) != std::string::npos;
}

struct ParcelWriter {
    const ViewContext& context;
    const domain::Shipment& shipment;
    const ParcelState& parcel;
    const std::vector<domain::ParcelAlarm>& alarms;

    std::string status_words(ParcelStatus status) const {
        return as_beginning(context.language.raw(i18n::message_of(status)));
    }

    std::string when(const domain::TrackingEvent& event) const {
        const domain::Occurrence& actual = event.actual;
        if (actual.at || !event.local_minute)
            return i18n::format_occurrence(context.language, actual, context.clock);
        const auto clock =
            base::Timestamp::at_start_of(actual.on) + base::Duration::minutes(*event.local_minute);
        const std::string local = i18n::format_instant(context.language, clock, {}, context.clock.today());
        return context.text("date.local", {{"time", local}});
    }

    std::string handover_words(const domain::Handover& handover) const {
        return join_facts(
            {handover.carrier.empty() ? std::string()
                                      : context.text("scans.handed_over", {{"carrier", handover.carrier}}),
             handover.number.empty() ? std::string()
                                     : context.text("scans.next_leg", {{"number", handover.number}})});
    }

    std::string role_words(const ParcelScan& scan) const {
        switch (scan.role) {
        case ScanRole::after_delivery: return context.text("scans.after_delivery");
        case ScanRole::unplaced: return context.text("scans.unplaced");
        case ScanRole::correction: return context.text("scans.correction");
        case ScanRole::hand_over: return scan.handover ? handover_words(*scan.handover) : std::string();
        case ScanRole::regular:
        case ScanRole::repeated: break;
        }
        return {};
    }

    std::string reason_words(domain::TrackingReason reason) const {
        if (reason == domain::TrackingReason::none || reason == domain::TrackingReason::unknown) return {};
        return std::string(context.language.raw(i18n::message_of(reason)));
    }

    EventView event(const ParcelScan& scan) const {
        const domain::TrackingEvent& told = *scan.event;
        EventView view;
        view.title = status_words(scan.status);
        view.when = when(told);
        const bool is_other_carrier = !told.carrier.empty() && told.carrier != parcel.carrier;
        view.note = join_facts(
            {told.place, is_other_carrier ? told.carrier : std::string(), reason_words(told.reason),
             role_words(scan),
             scan.times > 1 ? context.text("scans.times", {{"count", scan.times}}) : std::string()});
        view.words = domain::mask_contacts(told.text);
        return view;
    }

    /// The gravest of what is wrong now.
    const domain::ParcelAlarm* alarm() const {
        const base::Timestamp now = context.clock.now;
        const domain::ParcelAlarm* gravest = nullptr;
        for (const domain::ParcelAlarm& each : alarms) {
            if (!each.holds_at(now)) continue;
            if (gravest == nullptr || gravest->severity_at(now) < each.severity_at(now)) gravest = &each;
        }
        return gravest;
    }

    std::string caption() const {
        std::vector<std::string> parts;
        if (const domain::ParcelAlarm* wrong = alarm())
            parts.push_back(context.text(i18n::message_of(wrong->alarm)));
        parts.push_back(reason_words(parcel.reason));
        if (parcel.last_scan != nullptr) {
            parts.push_back(parcel.last_scan->place);
            parts.push_back(when(*parcel.last_scan));
        }
        if (parcel.failed_attempts > 0)
            parts.push_back(context.text("scans.attempts", {{"count", parcel.failed_attempts}}));
        if (parcel.pieces > 1) parts.push_back(context.text("scans.pieces", {{"count", parcel.pieces}}));
        if (parcel.next) parts.push_back(handover_words(*parcel.next));
        return join_facts(parts);
    }

    /// The shipment's carrier by the name that the shipment calls it: a carrier's own scans only have its code.
    const std::string& carrier() const {
        const bool is_the_shipments = parcel.number == shipment.tracking_number || parcel.carrier.empty() ||
                                      is_short_for(parcel.carrier, shipment.carrier);
        return is_the_shipments ? shipment.carrier : parcel.carrier;
    }

    ParcelView view() const {
        ParcelView view;
        view.key = parcel.number;
        view.title = carrier().empty() ? parcel.number : carrier() + " " + parcel.number;
        const bool is_wrong = alarm() != nullptr;
        view.pill = {status_words(parcel.status),
                     is_wrong && tone_of(parcel.status) != Tone::bad ? Tone::warn : tone_of(parcel.status)};
        view.caption = caption();
        view.scans = context.text("scans.show", {{"count", parcel.scans.size()}});
        view.events_name = context.text("scans.name", {{"number", parcel.number}});
        view.own_words = context.text("scans.words");
        for (auto scan = parcel.scans.rbegin(); scan != parcel.scans.rend(); ++scan)
            view.events.push_back(event(*scan));
        return view;
    }
};

} // namespace

std::vector<ParcelView> parcels_view(const ViewContext& context, const domain::OrderDetails& details,
                                     const domain::Shipment& shipment) {
    const domain::ShipmentTracking tracking =
        domain::track_shipment(shipment.id, details.records.parcels, details.records.tracking_events);
    if (tracking.states.empty()) return {};
    const domain::OrderFacts facts(details.records);
    const auto alarms = domain::alarms_of_parcels(facts, shipment, tracking.states);
    std::vector<ParcelView> views;
    for (std::size_t i = 0; i < tracking.states.size(); ++i)
        views.push_back(ParcelWriter{context, shipment, tracking.states[i], alarms[i]}.view());
    return views;
}

} // namespace orderdeck::words
