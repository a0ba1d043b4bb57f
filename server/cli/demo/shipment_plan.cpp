#include "server/cli/demo/shipment_plan.h"

#include "server/cli/demo/place_clock.h"
#include "server/cli/demo/working_day.h"

#include <algorithm>
#include <map>

namespace orderdeck::server::cli::demo {
namespace {

using base::LocalDate;
using domain::MilestoneCode;

constexpr int kSplitFirstPercent = 60;
constexpr int kDaysTogether = 3; ///< lines that are ready within these days leave together

bool leaves(const OrderPlan& order, const LinePlan& line) {
    return !order.cancelled_on && !line.cancelled_on;
}

/// Loads with the day on which the last of them is ready.
struct Despatching {
    std::vector<Load> loads;
    LocalDate ready_on;

    void add(std::size_t order, std::size_t line, int quantity, LocalDate ready) {
        ready_on = loads.empty() ? ready : std::max(ready_on, ready);
        loads.push_back({order, line, quantity});
    }
};

std::vector<Despatching> together(const std::vector<OrderPlan>& orders) {
    Despatching all;
    for (std::size_t order = 0; order < orders.size(); ++order) {
        for (std::size_t line = 0; line < orders[order].lines.size(); ++line) {
            const LinePlan& plan = orders[order].lines[line];
            if (leaves(orders[order], plan)) all.add(order, line, plan.leaving(), plan.ready_on);
        }
    }
    if (all.loads.empty()) return {};
    return {all};
}

std::vector<Despatching> as_ready(const OrderPlan& order) {
    std::vector<std::size_t> lines;
    for (std::size_t line = 0; line < order.lines.size(); ++line) {
        if (leaves(order, order.lines[line])) lines.push_back(line);
    }
    std::stable_sort(lines.begin(), lines.end(), [&](std::size_t left, std::size_t right) {
        return order.lines[left].ready_on < order.lines[right].ready_on;
    });
    std::vector<Despatching> groups;
    LocalDate opened;
    for (const std::size_t line : lines) {
        const LocalDate ready = order.lines[line].ready_on;
        if (groups.empty() || ready - opened > kDaysTogether) {
            groups.push_back({});
            opened = ready;
        }
        groups.back().add(0, line, order.lines[line].leaving(), ready);
    }
    return groups;
}

/// The first part of the first line ahead, the rest with the other lines.
std::vector<Despatching> split_first_line(const std::vector<OrderPlan>& orders) {
    std::vector<Despatching> groups = together(orders);
    const LinePlan& first = orders.front().lines.front();
    if (groups.empty() || groups.front().loads.front().line != 0) return groups;
    const int ahead = std::max(1, first.quantity * kSplitFirstPercent / 100);
    groups.front().loads.front().quantity = first.quantity - ahead;
    groups.front().ready_on = std::max(groups.front().ready_on, first.ready_on.plus_days(kSplitWaitDays));
    Despatching early;
    early.add(0, 0, ahead, first.ready_on);
    groups.insert(groups.begin(), early);
    return groups;
}

std::string digits(Dice& dice, int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += static_cast<char>('0' + dice.between(0, 9));
    return text;
}

/// With the check digit of ISO 6346 in place of the last one.
std::string container_number(std::string number) {
    constexpr std::string_view kLetters = "0123456789A?BCDEFGHIJK?LMNOPQRSTU?VWXYZ";
    std::size_t sum = 0;
    for (std::size_t i = 0; i + 1 < number.size(); ++i)
        sum += kLetters.find(number[i]) << i;
    number.back() = static_cast<char>('0' + sum % 11 % 10);
    return number;
}

std::string tracking_number_of(Dice& dice, TrackingForm form) {
    switch (form) {
    case TrackingForm::sf: return "SF1" + digits(dice, 12);
    case TrackingForm::deppon: return "DPK" + digits(dice, 12);
    case TrackingForm::dhl: return "4" + digits(dice, 9);
    case TrackingForm::fedex: return "7" + digits(dice, 11);
    case TrackingForm::container: return container_number("MSKU" + digits(dice, 7));
    case TrackingForm::bill_of_lading: return "COSU637" + digits(dice, 7);
    }
    return {};
}

ShipmentPlan plan_shipment(Dice& dice, const OrderPlan& order, Despatching despatching) {
    ShipmentPlan plan;
    plan.place = order.place;
    plan.route = order.route;
    plan.is_archived = order.is_archived;
    plan.tracking_number = tracking_number_of(dice, order.route->tracking);
    plan.parcels = static_cast<int>(despatching.loads.size()) + dice.between(0, 3);
    const LocalDate packed_on = working_day(despatching.ready_on.plus_days(dice.between(0, 1)));
    plan.packed = at_house(packed_on, 10 * 60 + dice.between(0, 200));
    const LocalDate shipped_on = working_day(packed_on.plus_days(dice.between(0, 1)));
    plan.shipped = at_house(shipped_on, 15 * 60 + dice.between(0, 110));
    plan.planned_arrival_on = working_day(shipped_on.plus_days(order.route->transit_days));
    int late = 0;
    if (dice.chance(13)) {
        const bool abroad = order.place->destination != Destination::near_by;
        plan.delay_reason = abroad && dice.chance(55) ? "customs"
                            : dice.chance(30)         ? "weather"
                                                      : "carrier_delay";
        late = dice.between(2, abroad ? 8 : 4);
    }
    const LocalDate arrival = working_day(plan.planned_arrival_on.plus_days(late));
    plan.place_offset = clock_offset(order.customer->utc_offset_minutes, arrival);
    plan.delivered = at_clock(arrival, 9 * 60 + 30 + dice.between(0, 400), plan.place_offset);
    plan.loads = std::move(despatching.loads);
    return plan;
}

std::string with_city(std::string_view text, std::string_view city) {
    std::string filled(text);
    const std::size_t position = filled.find("{city}");
    if (position != std::string::npos) filled.replace(position, 6, city);
    return filled;
}

/// Courier and delivery are at the place's hours; what is before is spread over the way.
domain::Occurrence time_of(const ShipmentPlan& plan, const Scan& scan) {
    if (scan.code == MilestoneCode::delivered) return plan.delivered;
    const base::Timestamp start = *plan.shipped.at + base::Duration::minutes(95);
    const base::Duration way = *plan.delivered.at - base::Duration::minutes(100) - start;
    const base::Timestamp at = start + way * scan.permille_of_way / 1000;
    const LocalDate standard = at.date_at(base::Duration::minutes(scan.utc_offset_minutes));
    const int offset = clock_offset(scan.utc_offset_minutes, standard);
    return {.on = at.date_at(base::Duration::minutes(offset)), .at = at, .utc_offset_minutes = offset};
}

void tell_scans(FactSink& sink, const ShipmentPlan& plan) {
    std::map<MilestoneCode, int> told;
    for (const Scan& scan : plan.route->scans) {
        const domain::Occurrence at = time_of(plan, scan);
        const int number = ++told[scan.code];
        if (scan.code == MilestoneCode::delivered || !sink.has_happened(at)) continue;
        ingest::MilestoneFact fact;
        fact.shipment = plan.number;
        fact.code = scan.code;
        fact.actual = at;
        fact.place = with_city(scan.place, plan.place->city);
        fact.note = std::string(scan.note);
        sink.add(System::carrier, std::string(domain::name_of(scan.code)) + "/" + std::to_string(number),
                 *at.at, 14, std::move(fact));
    }
}

struct CarrierWords {
    std::string_view carrier;
    std::string_view code; ///< of the scan; Kuaidi100 has words alone
};

CarrierWords words_of(TrackingForm form, MilestoneCode code) {
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
    const bool is_silent = !plan.delay_reason.empty();
    int number = 0;
    for (const Scan& scan : plan.route->scans) {
        ++number;
        const domain::Occurrence at = time_of(plan, scan);
        const bool is_missed = is_silent && number > 2 && scan.code != MilestoneCode::delivered;
        if (is_missed || !sink.has_happened(at)) continue;
        const CarrierWords words = words_of(plan.route->tracking, scan.code);
        ingest::TrackingEventFact fact;
        fact.parcel = plan.tracking_number;
        fact.carrier = std::string(words.carrier);
        fact.code = std::string(words.code);
        if (scan.code == MilestoneCode::delivered) fact.status = domain::ParcelStatus::delivered;
        fact.actual = at;
        fact.place = with_city(scan.place, plan.place->city);
        fact.text = std::string(scan.note);
        sink.add(System::carrier, "scan/" + std::to_string(number), *at.at, 14, std::move(fact));
    }
    if (sink.has_happened(plan.delivered)) return;
    ingest::ParcelForecastFact forecast;
    forecast.parcel = plan.tracking_number;
    forecast.expected = {.on = plan.planned_arrival_on, .at = {}, .utc_offset_minutes = {}};
    sink.add(System::carrier, "forecast", *plan.shipped.at, 14, std::move(forecast));
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

std::vector<ShipmentPlan> plan_shipments(Dice& dice, const std::vector<OrderPlan>& orders) {
    std::vector<Despatching> despatchings;
    const Despatch way = orders.size() > 1 ? Despatch::complete : orders.front().despatch;
    switch (way) {
    case Despatch::complete: despatchings = together(orders); break;
    case Despatch::as_ready: despatchings = as_ready(orders.front()); break;
    case Despatch::split_line: despatchings = split_first_line(orders); break;
    case Despatch::never: break;
    }
    std::vector<ShipmentPlan> plans;
    for (Despatching& despatching : despatchings) {
        plans.push_back(plan_shipment(dice, orders.front(), std::move(despatching)));
    }
    return plans;
}

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
    if (is_told_by_carrier(sink, plan)) return tell_parcel(sink, plan);
    if (!plan.is_archived) tell_scans(sink, plan);
    tell_arrival(sink, plan);
}

} // namespace orderdeck::server::cli::demo
