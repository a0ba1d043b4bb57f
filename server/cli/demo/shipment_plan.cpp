#include "server/cli/demo/shipment_plan.h"

#include "server/cli/demo/place_clock.h"
#include "server/cli/demo/working_day.h"
#include "shared/base/hash.h"

#include <algorithm>

namespace orderdeck::server::cli::demo {
namespace {

using base::LocalDate;

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
    case TrackingForm::sf_international: return "SF6088" + digits(dice, 9);
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
    add_further_numbers(plan);
    return plan;
}

std::uint64_t hash_of(std::string_view number, int piece) {
    base::Hash64 hash;
    hash.append(number).append(std::int64_t{piece});
    return hash.value();
}

/// As many digits, the same ones for the same hash.
std::string digits_of(std::uint64_t hash, int count) {
    std::string text;
    for (; count > 0; --count, hash /= 10)
        text += static_cast<char>('0' + hash % 10);
    return text;
}

} // namespace

void add_further_numbers(ShipmentPlan& plan) {
    constexpr int kMostPieces = 5;
    constexpr std::uint64_t kShipmentsForOneOfPieces = 3;
    const TrackingForm form = plan.route->tracking;
    const bool counts_pieces =
        form == TrackingForm::sf || form == TrackingForm::deppon || form == TrackingForm::fedex;
    const std::uint64_t hash = hash_of(plan.tracking_number, 0);
    plan.has_piece_numbers = counts_pieces && plan.parcels > 1 && plan.parcels <= kMostPieces &&
                             hash % kShipmentsForOneOfPieces == 0;
    if (form == TrackingForm::sf_international) plan.next_number = "1Z8A4E2204" + digits_of(hash, 8);
}

std::string piece_number(const ShipmentPlan& plan, int piece) {
    const std::uint64_t hash = hash_of(plan.tracking_number, piece + 1);
    switch (plan.route->tracking) {
    case TrackingForm::fedex: return "7" + digits_of(hash, 11);
    case TrackingForm::deppon: return plan.tracking_number + "00" + std::to_string(piece + 1);
    default: return "SF2" + digits_of(hash, 12);
    }
}

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

} // namespace orderdeck::server::cli::demo
