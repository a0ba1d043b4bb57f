#include "server/ingest/projection/transit_projection.h"

#include "server/ingest/projection/projector.h"
#include "shared/domain/tracking/scan_milestones.h"

#include <algorithm>

namespace orderdeck::server::ingest {
namespace {

using domain::TransitPart;
using persistence::sqlite::ChangeWriter;
using persistence::sqlite::StaleEstimate;
using persistence::sqlite::Told;
using persistence::sqlite::TransitRows;

constexpr std::int64_t kShipmentsPerTransaction = 500;

/// What the records say about each of their shipments, as domain::OrderFacts has it.
domain::ShipmentFacts facts_of(const domain::OrderRecords& records, domain::ShipmentId shipment,
                               const std::vector<domain::Milestone>& scanned) {
    domain::MilestoneRefs about;
    for (const std::vector<domain::Milestone>* milestones : {&records.milestones, &scanned}) {
        for (const domain::Milestone& milestone : *milestones)
            if (milestone.shipment == shipment) about.push_back(&milestone);
    }
    return domain::shipment_facts(shipment, std::move(about));
}

bool is_same(const std::optional<TransitPart>& left, const std::optional<TransitPart>& right) {
    if (!left || !right) return !left && !right;
    return left->lane == right->lane && left->month == right->month && left->told == right->told;
}

bool has_left(const domain::OrderRecords& records) {
    return !records.tracking_events.empty() ||
           std::any_of(records.milestones.begin(), records.milestones.end(), [](const auto& milestone) {
               const auto stage = domain::stage_of(milestone.code);
               return milestone.shipment && milestone.actual && stage && *stage >= domain::Stage::shipped &&
                      *stage < domain::Stage::delivered;
           });
}

} // namespace

TransitProjection::TransitProjection(AccountContext& context)
    : context_(context), rows_(context.writer().database()) {}

base::Result<void> TransitProjection::project(domain::OrderRecords& records) {
    if (records.shipments.empty()) return {};
    if (!has_parts_) has_parts_ = TRY(rows_.has_parts(context_.owner().root));
    if (!*has_parts_ && !has_left(records)) return {};
    const std::vector<domain::Milestone> scanned =
        domain::scan_milestones(records.parcels, records.tracking_events);
    for (domain::Shipment& shipment : records.shipments) {
        // A shipment of several orders is brought in line with the first.
        if (const auto known = estimated_.find(shipment.id); known != estimated_.end()) {
            shipment.usual = known->second.usual;
            shipment.usual_gap = known->second.usual_gap;
            continue;
        }
        const domain::ShipmentFacts facts = facts_of(records, shipment.id, scanned);
        const domain::ShipmentTracking tracking =
            domain::track_shipment(shipment.id, records.parcels, records.tracking_events);
        const auto part = domain::transit_part(shipment, facts, tracking);
        TRY(keep(shipment, part));
        TRY(estimate(shipment, facts, part));
        estimated_[shipment.id] = {shipment.usual, shipment.usual_gap};
    }
    return {};
}

base::Result<std::optional<TransitPart>> TransitProjection::known_part(domain::ShipmentId shipment) {
    if (!has_parts_) has_parts_ = TRY(rows_.has_parts(context_.owner().root));
    if (!*has_parts_) return std::optional<TransitPart>{};
    return rows_.part(context_.owner().root, shipment);
}

base::Result<void> TransitProjection::keep(const domain::Shipment& shipment,
                                           const std::optional<TransitPart>& part) {
    const auto known = TRY(known_part(shipment.id));
    if (is_same(known, part)) return {};
    if (known) note(changes_, *known, Told::taken_away);
    if (!part) return rows_.remove_part(context_.owner().root, shipment.id);
    note(changes_, *part, Told::added);
    has_parts_ = true;
    return rows_.put_part(context_.owner(), shipment.id, shipment.number, *part);
}

base::Result<void> TransitProjection::estimate(domain::Shipment& shipment, const domain::ShipmentFacts& facts,
                                               const std::optional<TransitPart>& part) {
    const bool had_any = shipment.usual || shipment.usual_gap;
    shipment.usual.reset();
    shipment.usual_gap.reset();
    if (part && part->asks()) {
        std::optional<base::Error> failure;
        const auto find = [&](const std::string& key) -> const domain::TransitCounts* {
            const MonthOfKey at{key, part->month};
            const auto known = counts_.find(at);
            if (known != counts_.end()) return &known->second;
            auto counts = rows_.counts(key, domain::months_before(part->month));
            if (!counts) failure = counts.error();
            return counts ? &counts_.emplace(at, std::move(*counts)).first->second : nullptr;
        };
        shipment.usual = domain::usual_arrival(facts, part->lane, find);
        shipment.usual_gap = domain::usual_gap(part->lane, find);
        if (failure) return base::Failure{std::move(*failure)};
    }
    if (had_any || shipment.usual || shipment.usual_gap)
        TRY(context_.writer().put(context_.owner(), shipment));
    return {};
}

base::Result<void> TransitProjection::forget(domain::ShipmentId shipment) {
    const auto known = TRY(known_part(shipment));
    if (!known) return {};
    note(changes_, *known, Told::taken_away);
    return rows_.remove_part(context_.owner().root, shipment);
}

base::Result<void> TransitProjection::finish() {
    TRY(rows_.add(changes_));
    changes_.clear();
    return {};
}

base::Result<std::int64_t> estimate_anew(persistence::sqlite::Store& store, base::Timestamp now) {
    std::int64_t changed = 0;
    for (;;) {
        {
            auto reader = TRY(store.read());
            if (TRY(reader->query_int("SELECT NOT EXISTS(SELECT 1 FROM transit_pending)")) != 0)
                return changed;
        }
        ChangeWriter writer = TRY(ChangeWriter::begin(store, now));
        TransitRows rows(writer.database());
        const std::vector<StaleEstimate> stale = TRY(rows.stale(kShipmentsPerTransaction));
        if (stale.empty()) return changed;
        AccountContext context = TRY(AccountContext::begin(writer, stale.front().owner));
        std::set<Subject> subjects;
        for (const StaleEstimate& each : stale) {
            subjects.insert({.kind = SubjectKind::shipment, .number = each.shipment});
            TRY(rows.settle(each));
        }
        TRY(Projector(context).project(subjects));
        changed += static_cast<std::int64_t>(writer.change_count());
        TRY(writer.commit());
    }
}

} // namespace orderdeck::server::ingest
