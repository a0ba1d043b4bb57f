#include "shared/domain/tracking/alarms.h"
#include "shared/domain/incoterm.h"
#include "shared/domain/parcel_alarms.h"
#include "shared/domain/summary/summary_parts.h"
#include "shared/domain/tracking/journey.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

using Instant = std::optional<base::Timestamp>;

void keep_earlier(Instant& first, const Instant& other) {
    if (other && (!first || *other < *first)) first = other;
}

AlarmContext context_of(const OrderRecords& records, const Shipment& shipment, const ShipmentFacts& facts) {
    const auto offset = base::Duration::minutes(records.order.delivery_utc_offset_minutes);
    AlarmContext context;
    context.carrier = shipment.carrier;
    context.mode = shipment.mode;
    context.destination_city = shipment.destination;
    if (facts.handed_over != nullptr) {
        const Occurrence& shipped = *facts.handed_over->actual;
        context.shipped_at = shipped.at.value_or(base::Timestamp::at_start_of(shipped.on) - offset);
    }
    // Half of all are later than the usual half; only after nine of ten it is late.
    const bool is_from_history = facts.usual && facts.expected_on == facts.usual->half_on;
    const auto until = is_from_history ? facts.usual->most_on : facts.expected_on;
    if (until) context.expected_before = base::Timestamp::at_start_of(until->plus_days(1)) - offset;
    context.usual_gap = shipment.usual_gap;
    const IncotermRule* rule = incoterm_rule(records.order.incoterm);
    if (rule != nullptr && rule->seller_clears_import) context.import_by = Party::us;
    return context;
}

} // namespace

std::vector<std::vector<ParcelAlarm>> alarms_of_parcels(const OrderFacts& facts, const Shipment& shipment,
                                                        const std::vector<ParcelState>& parcels) {
    const AlarmRules rules = default_alarm_rules();
    const AlarmContext context = context_of(facts.records(), shipment, facts.shipment(shipment.id));
    std::vector<std::vector<ParcelAlarm>> alarms;
    for (const ParcelState& parcel : parcels)
        alarms.push_back(alarms_of(parcel, context, rules));
    return alarms;
}

void derive_alarms(const OrderFacts& facts, OrderSummary& summary) {
    if (summary.complete) return;
    const OrderRecords& records = facts.records();
    if (records.tracking_events.empty()) return;
    for (const Shipment& shipment : records.shipments) {
        const ShipmentFacts& known = facts.shipment(shipment.id);
        if (known.stage >= Stage::delivered) continue;
        const ShipmentTracking tracking =
            track_shipment(shipment.id, records.parcels, records.tracking_events);
        if (tracking.states.empty()) continue;
        for (const std::vector<ParcelAlarm>& alarms : alarms_of_parcels(facts, shipment, tracking.states)) {
            const AlarmInstants instants = instants_of(alarms);
            keep_earlier(summary.silent_at, instants.silent_at);
            keep_earlier(summary.stuck_at, instants.stuck_at);
            keep_earlier(summary.trouble_at, instants.trouble_at);
        }
    }
}

} // namespace orderdeck::domain
