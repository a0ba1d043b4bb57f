#include "shared/domain/progress/order_facts.h"

#include "shared/domain/incoterm.h"
#include "shared/domain/tracking/scan_milestones.h"

#include <algorithm>
#include <tuple>

namespace orderdeck::domain {
namespace {

/// What the newest statement forecasts for a stage.
std::optional<base::LocalDate> forecast_for(Stage stage, const MilestoneRefs& milestones) {
    const Milestone* newest = nullptr;
    const auto key = [](const Milestone& milestone) {
        return std::tuple(milestone.received_at, milestone.id);
    };
    for (const Milestone* milestone : milestones) {
        if (!milestone->forecast || stage_of(milestone->code) != stage) continue;
        if (newest == nullptr || key(*newest) < key(*milestone)) newest = milestone;
    }
    return newest == nullptr ? std::nullopt : newest->forecast;
}

} // namespace

bool is_open(const LineProgress& progress) {
    return !progress.wholly_cancelled && progress.reached < Stage::delivered;
}

UsualDays usual_days(const UsualArrival& usual, const Order& order) {
    const auto offset = base::Duration::minutes(order.delivery_utc_offset_minutes);
    return {usual.p50.date_at(offset), usual.p90.date_at(offset), usual.samples, usual.match};
}

std::optional<base::LocalDate> expected_on(const LineProgress& progress) {
    return progress.forecast_on ? progress.forecast_on : progress.promised_on;
}

OrderFacts::OrderFacts(const OrderRecords& records)
    : records_(records),
      our_end_(responsibility_ends_at(records.order.incoterm)),
      scanned_(scan_milestones(records.parcels, records.tracking_events)) {
    gather_shipments();
    gather_lines();
    for (const Line& line : records_.lines)
        promises_.push_back(promise_history(records_.promises, line.id));
    for (std::size_t i = 0; i < lines_.size(); ++i)
        progress_.push_back(progress_of(i));
    gather_holds();
}

void OrderFacts::gather_shipments() {
    std::map<ShipmentId, MilestoneRefs> scans;
    for (const Shipment& shipment : records_.shipments)
        scans[shipment.id];
    for (const ShipmentLine& link : records_.shipment_lines)
        scans[link.shipment];
    for (const Milestone& milestone : records_.milestones) {
        if (milestone.shipment)
            scans[*milestone.shipment].push_back(&milestone);
        else if (!milestone.line)
            order_wide_.push_back(&milestone);
    }
    for (const Milestone& milestone : scanned_) {
        const auto shipment = scans.find(*milestone.shipment);
        if (shipment != scans.end()) shipment->second.push_back(&milestone);
    }
    // What is said about the whole order in a quantity cannot be shared out among its lines.
    std::erase_if(order_wide_, [](const Milestone* milestone) { return milestone->quantity.has_value(); });
    drop_taken_back(order_wide_);
    for (const auto& [id, milestones] : scans)
        shipments_.emplace(id, shipment_facts(id, milestones));
    for (const Shipment& shipment : records_.shipments)
        note_usual_arrival(shipments_.at(shipment.id), shipment);
}

void OrderFacts::note_usual_arrival(ShipmentFacts& facts, const Shipment& shipment) const {
    const bool is_on_its_way = facts.stage >= Stage::shipped && facts.stage < Stage::delivered;
    if (!shipment.usual || !is_on_its_way || facts.is_forecast) return;
    facts.usual = usual_days(*shipment.usual, records_.order);
    if (!facts.expected_on) facts.expected_on = facts.usual->half_on;
}

void OrderFacts::gather_lines() {
    std::map<LineId, std::size_t> position;
    for (const Line& line : records_.lines) {
        position.emplace(line.id, lines_.size());
        lines_.push_back({});
        lines_.back().line = &line;
        lines_.back().order_wide = &order_wide_;
    }
    for (const Milestone& milestone : records_.milestones) {
        if (milestone.shipment || !milestone.line) continue;
        const auto found = position.find(*milestone.line);
        if (found != position.end()) lines_[found->second].own.push_back(&milestone);
    }
    for (const Operation& operation : records_.operations) {
        const auto found = position.find(operation.line);
        if (found != position.end()) lines_[found->second].operations.push_back(&operation);
    }
    for (const ShipmentLine& link : records_.shipment_lines) {
        const auto found = position.find(link.line);
        const ShipmentFacts& shipment = shipments_.at(link.shipment);
        if (found == position.end() || shipment.cancelled) continue;
        lines_[found->second].parts.push_back({&shipment, link.quantity, link.quantity.is_positive()});
    }
    for (LineFacts& facts : lines_) {
        drop_taken_back(facts.own);
        derive_line(facts);
    }
}

void OrderFacts::gather_holds() {
    std::map<LineId, std::size_t> position;
    for (std::size_t i = 0; i < lines_.size(); ++i)
        position.emplace(records_.lines[i].id, i);
    const auto waits = [&](const Hold& hold) {
        if (hold.until) return false;
        if (!hold.line) return std::any_of(progress_.begin(), progress_.end(), is_open);
        const auto found = position.find(*hold.line);
        return found != position.end() && is_open(progress_[found->second]);
    };
    for (const Hold& hold : records_.holds) {
        if (!waits(hold)) continue;
        open_holds_.push_back(&hold);
        for (std::size_t i = 0; i < progress_.size(); ++i) {
            const bool meant = !hold.line || *hold.line == progress_[i].line;
            if (meant && is_open(progress_[i])) progress_[i].on_hold = true;
        }
    }
    std::sort(open_holds_.begin(), open_holds_.end(), [](const Hold* left, const Hold* right) {
        return std::tuple(left->since, left->id) < std::tuple(right->since, right->id);
    });
}

LineProgress OrderFacts::progress_of(std::size_t i) const {
    const LineFacts& facts = lines_[i];
    const Reach& reach = facts.reach;
    LineProgress progress;
    progress.line = facts.line->id;
    progress.ordered = facts.line->ordered;
    progress.cancelled = facts.cancelled;
    progress.produced = std::max(facts.line->produced, reach.at(Stage::quality_check));
    for (const Milestone* milestone : facts.own) {
        if (milestone->code != MilestoneCode::in_production || !milestone->actual) continue;
        progress.produced = std::max(progress.produced, milestone->quantity.value_or(Quantity{}));
    }
    progress.produced = std::max(progress.produced, facts.work.through);
    progress.operations = facts.work.operations;
    progress.operations_finished = facts.work.finished;
    if (facts.work.current != nullptr) progress.operation = facts.work.current->name;
    progress.packed = reach.at(Stage::packed);
    progress.shipped = reach.at(Stage::shipped);
    progress.delivered = reach.at(Stage::delivered);
    progress.accepted = reach.at(Stage::accepted);
    progress.returned =
        off_path_quantity(facts, MilestoneCode::returned, facts.line->returned,
                          [](const ShipmentFacts& shipment) { return shipment.returned_on.has_value(); });
    progress.open = std::max(Quantity{}, facts.active - progress.delivered);
    progress.reached = reach.full;
    progress.reached_any = reach.any;
    progress.wholly_cancelled = facts.wholly_cancelled;
    progress.production_permille = production_of(facts, progress);
    progress.promised_first_on = promises_[i].first_on();
    progress.promised_on = promises_[i].last_on();
    progress.promise_moves = promises_[i].moves();
    progress.delivered_on = reach.on(Stage::delivered);
    if (is_open(progress)) progress.forecast_on = forecast_of(facts);
    add_fulfilment(facts, progress);
    return progress;
}

std::optional<int> OrderFacts::production_of(const LineFacts& facts, const LineProgress& progress) const {
    constexpr int kWhole = 1000;
    constexpr int kNotQuiteAll = 999;
    if (progress.reached >= Stage::quality_check) return kWhole;
    const int by_quantity = permille(progress.produced, facts.active);
    if (facts.work.operations > 0) return std::min(kNotQuiteAll, std::max(by_quantity, facts.work.permille));
    const bool is_counted = progress.produced.is_positive() ||
                            std::any_of(facts.own.begin(), facts.own.end(), [](const Milestone* milestone) {
                                return milestone->code == MilestoneCode::in_production && milestone->actual &&
                                       milestone->quantity;
                            });
    if (is_counted || progress.reached_any < Stage::in_production) return std::min(kNotQuiteAll, by_quantity);
    return std::nullopt;
}

void OrderFacts::add_fulfilment(const LineFacts& facts, LineProgress& progress) const {
    progress.fulfilled = progress.reached >= our_end_;
    progress.fulfilled_on = facts.reach.on(our_end_);
    if (progress.fulfilled) return;
    if (our_end_ == Stage::delivered) {
        progress.fulfilment_forecast_on = progress.forecast_on;
        return;
    }
    progress.fulfilment_forecast_on = forecast_for(our_end_, facts.own);
    if (!progress.fulfilment_forecast_on)
        progress.fulfilment_forecast_on = forecast_for(our_end_, order_wide_);
}

std::optional<base::LocalDate> OrderFacts::forecast_of(const LineFacts& facts) const {
    std::optional<base::LocalDate> latest;
    Quantity carried;
    bool shipments_know = !facts.parts.empty();
    for (const ShippedPart& part : facts.parts) {
        carried += part.quantity;
        if (part.shipment->stage >= Stage::delivered) continue;
        if (part.shipment->expected_on)
            latest = std::max(latest.value_or(*part.shipment->expected_on), *part.shipment->expected_on);
        else
            shipments_know = false;
    }
    // The carrier knows best about what it carries; for the rest the word about the line counts.
    const bool all_carried = std::all_of(facts.parts.begin(), facts.parts.end(),
                                         [](const ShippedPart& part) { return part.is_stated; })
                                 ? carried >= facts.active
                                 : true;
    if (shipments_know && all_carried && latest) return latest;
    std::optional<base::LocalDate> said = forecast_for(Stage::delivered, facts.own);
    if (!said) said = forecast_for(Stage::delivered, order_wide_);
    if (!said) return latest;
    return latest ? std::max(*latest, *said) : *said;
}

std::vector<LineProgress> line_progress(const OrderRecords& records) {
    return OrderFacts(records).progress();
}

} // namespace orderdeck::domain
