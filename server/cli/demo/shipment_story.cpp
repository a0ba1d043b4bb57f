#include "server/cli/demo/place_clock.h"
#include "server/cli/demo/shipment_plan.h"
#include "server/cli/demo/working_day.h"

#include <algorithm>
#include <map>

namespace orderdeck::server::cli::demo {
namespace {

using base::LocalDate;
using domain::MilestoneCode;

void fill(std::string& text, std::string_view gap, std::string_view with) {
    const std::size_t position = text.find(gap);
    if (position != std::string::npos) text.replace(position, gap.size(), with);
}

std::string filled(std::string_view text, const ShipmentPlan& plan) {
    std::string words(text);
    fill(words, "{city}", plan.place->city);
    fill(words, "{next}", plan.next_number);
    return words;
}

struct Hours {
    int from = 0; ///< minute of the day
    int until = 0;
};

/// Couriers set out in the morning, customs work by day; goods move at any hour.
std::optional<Hours> hours_of(MilestoneCode code) {
    switch (code) {
    case MilestoneCode::out_for_delivery: return Hours{6 * 60 + 45, 10 * 60};
    case MilestoneCode::attempt_failed: return Hours{9 * 60, 18 * 60};
    case MilestoneCode::export_cleared:
    case MilestoneCode::customs_entered:
    case MilestoneCode::import_cleared: return Hours{9 * 60, 17 * 60};
    default: return std::nullopt;
    }
}

base::Timestamp within_hours(base::Timestamp at, int offset, const Hours& hours) {
    const LocalDate day = at.date_at(base::Duration::minutes(offset));
    const base::Timestamp midnight = base::Timestamp::at_start_of(day) - base::Duration::minutes(offset);
    constexpr int kSpread = 45; // minutes, so that not all of it happens as the doors open
    const int minute = static_cast<int>((at - midnight).whole_seconds() / 60);
    if (minute < hours.from) return midnight + base::Duration::minutes(hours.from + minute % kSpread);
    if (minute > hours.until) return midnight + base::Duration::minutes(hours.until - minute % kSpread);
    return at;
}

/// When each scan of the way happens: spread over it, each at hours at which such things happen, one after the other.
std::vector<domain::Occurrence> times_of(const ShipmentPlan& plan) {
    std::vector<domain::Occurrence> times;
    const base::Timestamp start = *plan.shipped.at + base::Duration::minutes(95);
    const base::Timestamp end = *plan.delivered.at - base::Duration::minutes(100);
    base::Timestamp earliest = start;
    for (const Scan& scan : plan.route->scans) {
        if (scan.code == MilestoneCode::delivered) {
            times.push_back(plan.delivered);
            continue;
        }
        base::Timestamp at = start + (end - start) * scan.permille_of_way / 1000;
        const int offset = clock_offset(scan.utc_offset_minutes,
                                        at.date_at(base::Duration::minutes(scan.utc_offset_minutes)));
        if (const auto hours = hours_of(scan.code)) at = within_hours(at, offset, *hours);
        at = std::max(at, earliest);
        earliest = at + base::Duration::minutes(25);
        times.push_back(
            {.on = at.date_at(base::Duration::minutes(offset)), .at = at, .utc_offset_minutes = offset});
    }
    return times;
}

void tell_scans(FactSink& sink, const ShipmentPlan& plan) {
    std::map<MilestoneCode, int> told;
    const std::vector<domain::Occurrence> times = times_of(plan);
    for (std::size_t i = 0; i < times.size(); ++i) {
        const Scan& scan = plan.route->scans[i];
        const domain::Occurrence& at = times[i];
        const int number = ++told[scan.code];
        if (scan.code == MilestoneCode::delivered || !sink.has_happened(at)) continue;
        ingest::MilestoneFact fact;
        fact.shipment = plan.number;
        fact.code = scan.code;
        fact.actual = at;
        fact.place = filled(scan.place, plan);
        fact.note = filled(scan.note, plan);
        sink.add(System::carrier, std::string(domain::name_of(scan.code)) + "/" + std::to_string(number),
                 *at.at, 14, std::move(fact));
    }
}

struct CarrierWords {
    std::string_view carrier;
    std::string_view code; ///< of the scan; Kuaidi100 has words alone
};

std::string_view kuaidi100_code(MilestoneCode code) {
    switch (code) {
    case MilestoneCode::picked_up: return "1";
    case MilestoneCode::export_cleared:
    case MilestoneCode::import_cleared: return "12";
    case MilestoneCode::customs_entered: return "11";
    default: return "0";
    }
}

std::string_view ups_code(MilestoneCode code) {
    switch (code) {
    case MilestoneCode::out_for_delivery: return "OT";
    case MilestoneCode::delivered: return "FS";
    default: return "AR";
    }
}

CarrierWords words_of(TrackingForm form, const Scan& scan) {
    const MilestoneCode code = scan.code;
    if (scan.leg > 1) return {"ups", ups_code(code)};
    if (form == TrackingForm::sf_international) return {"shunfengguoji", kuaidi100_code(code)};
    const bool is_dhl = form == TrackingForm::dhl;
    if (form == TrackingForm::sf) return {"shunfeng", {}};
    if (form == TrackingForm::deppon) return {"debangkuaidi", {}};
    const std::string_view carrier = is_dhl ? "dhl" : "fedex";
    switch (code) {
    case MilestoneCode::picked_up: return {carrier, "PU"};
    case MilestoneCode::export_cleared:
    case MilestoneCode::customs_entered:
    case MilestoneCode::import_cleared: return {carrier, is_dhl ? "CR" : "CC"};
    case MilestoneCode::out_for_delivery: return {carrier, is_dhl ? "WC" : "OD"};
    case MilestoneCode::delivered: return {carrier, is_dhl ? "OK" : "DL"};
    default: return {carrier, is_dhl ? "DF" : "DP"};
    }
}

/// The scans as the carrier's own system has them. A parcel that is late is not seen from its first hub on.
void tell_parcel(FactSink& sink, const ShipmentPlan& plan) {
    const bool is_silent = !plan.delay_reason.empty() && plan.next_number.empty();
    const std::vector<domain::Occurrence> times = times_of(plan);
    for (std::size_t i = 0; i < times.size(); ++i) {
        const Scan& scan = plan.route->scans[i];
        const std::size_t number = i + 1;
        const domain::Occurrence& at = times[i];
        const bool is_missed = is_silent && number > 2 && scan.code != MilestoneCode::delivered;
        if (is_missed || !sink.has_happened(at)) continue;
        const CarrierWords words = words_of(plan.route->tracking, scan);
        ingest::TrackingEventFact fact;
        fact.parcel = scan.leg > 1 ? plan.next_number : plan.tracking_number;
        fact.carrier = std::string(words.carrier);
        fact.code = std::string(words.code);
        if (scan.code == MilestoneCode::delivered) fact.status = domain::ParcelStatus::delivered;
        fact.actual = at;
        fact.place = filled(scan.place, plan);
        fact.text = filled(scan.note, plan);
        sink.add(System::carrier, "scan/" + std::to_string(number), *at.at, 14, std::move(fact));
    }
    if (sink.has_happened(plan.delivered)) return;
    ingest::ParcelForecastFact forecast;
    forecast.parcel = plan.tracking_number;
    forecast.expected = {.on = plan.planned_arrival_on, .at = {}, .utc_offset_minutes = {}};
    sink.add(System::carrier, "forecast", *plan.shipped.at, 14, std::move(forecast));
}

/// GS1: extension digit, company prefix, serial number, check digit.
std::string sscc_of(const ShipmentPlan& plan, int piece) {
    std::string code = "06971234" + plan.number.substr(plan.number.size() - 6) + std::to_string(100 + piece);
    int sum = 0;
    for (std::size_t i = 0; i < code.size(); ++i)
        sum += (code[i] - '0') * (i % 2 == 0 ? 3 : 1);
    return code + std::to_string((10 - sum % 10) % 10);
}

void tell_number(FactSink& sink, const ShipmentPlan& plan, ingest::ParcelFact fact, base::Timestamp at) {
    if (!sink.has_happened(at)) return;
    fact.shipment = plan.number;
    const std::string key = "parcel/" + fact.parcel;
    sink.add(System::carrier, key, at, 14, std::move(fact));
}

/// Of some shipments the last parcel is separated from the others and comes a day after them.
ShipmentPlan piece_of(const ShipmentPlan& plan, int piece) {
    ShipmentPlan one = plan;
    one.tracking_number = piece_number(plan, piece);
    const LocalDate before = working_day_before(plan.delivered.on.plus_days(-1));
    const bool is_separated = plan.parcels % 2 == 1 && plan.route->transit_days > 2;
    if (is_separated && piece + 1 < plan.parcels && before > plan.shipped.on) {
        const base::Duration earlier = base::Duration::days(plan.delivered.on - before);
        one.delivered.on = before;
        one.delivered.at = *plan.delivered.at - earlier;
    }
    return one;
}

void tell_parcels(FactSink& sink, const ShipmentPlan& plan) {
    const base::Timestamp announced = *plan.shipped.at + base::Duration::minutes(95);
    const std::string carrier(plan.route->carrier);
    for (int piece = 0; piece < plan.parcels; ++piece) {
        const ShipmentPlan one = piece_of(plan, piece);
        tell_number(sink, plan,
                    {{}, one.tracking_number, carrier, plan.tracking_number, sscc_of(plan, piece)},
                    announced);
        tell_parcel(sink, one);
    }
}

/// The number under which the second carrier has the goods, as soon as it has them.
void tell_next_leg(FactSink& sink, const ShipmentPlan& plan) {
    const std::vector<domain::Occurrence> times = times_of(plan);
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (plan.route->scans[i].note.find("{next}") == std::string_view::npos) continue;
        tell_number(sink, plan, {{}, plan.next_number, "UPS", {}, {}}, *times[i].at);
    }
}

/// Whether the carrier tells the portal itself: a courier or an airline, of what left lately.
bool is_told_by_carrier(const FactSink& sink, const ShipmentPlan& plan) {
    constexpr int kDaysOfScans = 21;
    return plan.route->mode != "ocean" &&
           sink.until() - *plan.shipped.at < base::Duration::days(kDaysOfScans);
}

void tell_arrival(FactSink& sink, const ShipmentPlan& plan) {
    ingest::MilestoneFact fact;
    fact.shipment = plan.number;
    fact.code = MilestoneCode::delivered;
    fact.planned = plan.planned_arrival_on;
    base::Timestamp said = *plan.shipped.at + base::Duration::minutes(95);
    if (sink.has_happened(plan.delivered)) {
        fact.actual = plan.delivered;
        fact.place = std::string(plan.place->city);
        fact.note = std::string(plan.route->scans.back().note);
        said = *plan.delivered.at;
    } else {
        // A carrier admits a delay when the planned day is near.
        const base::Timestamp admitted = base::Timestamp::at_start_of(plan.planned_arrival_on.plus_days(-2));
        const bool is_admitted = sink.has_happened(admitted);
        fact.forecast = is_admitted ? plan.delivered.on : plan.planned_arrival_on;
        if (is_admitted) said = std::max(said, admitted);
    }
    sink.add(System::carrier, "delivered", said, 14, std::move(fact));
}

} // namespace

void tell_shipment(FactSink& sink, const ShipmentPlan& plan) {
    ingest::ShipmentFact head;
    head.shipment = plan.number;
    head.carrier = std::string(plan.route->carrier);
    head.mode = std::string(plan.route->mode);
    head.parcels = plan.parcels;
    head.origin = plan.place->destination == Destination::near_by ? "江苏常州" : "Changzhou, China";
    head.destination = std::string(plan.place->city);
    const bool is_shipped = sink.has_happened(plan.shipped);
    if (is_shipped) head.tracking_number = plan.tracking_number;
    sink.add(System::warehouse, "head", is_shipped ? *plan.shipped.at : *plan.packed.at, 6, std::move(head));
    for (const auto& [code, occurrence] :
         {std::pair(MilestoneCode::packed, plan.packed), std::pair(MilestoneCode::shipped, plan.shipped)}) {
        if (!sink.has_happened(occurrence) || (plan.is_archived && code == MilestoneCode::packed)) continue;
        ingest::MilestoneFact fact;
        fact.shipment = plan.number;
        fact.code = code;
        fact.actual = occurrence;
        fact.place =
            plan.place->destination == Destination::near_by ? "常州成品仓" : "Changzhou finished goods store";
        sink.add(System::warehouse, std::string(domain::name_of(code)), *occurrence.at, 6, std::move(fact));
    }
    if (!is_shipped) return;
    if (is_told_by_carrier(sink, plan)) {
        if (plan.has_piece_numbers) return tell_parcels(sink, plan);
        tell_next_leg(sink, plan);
        return tell_parcel(sink, plan);
    }
    if (!plan.is_archived) tell_scans(sink, plan);
    tell_arrival(sink, plan);
}

} // namespace orderdeck::server::cli::demo
