#include "server/ingest/projection/milestone_projection.h"
#include "server/ingest/projection/order_projection.h"

namespace orderdeck::server::ingest {
namespace {

domain::Shipment shipment_of(const ShipmentFact& fact) {
    domain::Shipment shipment;
    shipment.carrier = fact.carrier.value_or("");
    shipment.tracking_number = fact.tracking_number.value_or("");
    shipment.mode = fact.mode.value_or("");
    shipment.parcels = fact.parcels.value_or(0);
    shipment.origin = fact.origin.value_or("");
    shipment.destination = fact.destination.value_or("");
    return shipment;
}

template <typename Fact>
std::vector<const KnownFact*> facts_of(const std::vector<KnownFact>& facts) {
    std::vector<const KnownFact*> matching;
    for (const KnownFact& fact : facts) {
        if (std::holds_alternative<Fact>(fact.body)) matching.push_back(&fact);
    }
    return matching;
}

base::Result<void> write_head(AccountContext& context, const Subject& subject, domain::ShipmentId id,
                              const std::vector<KnownFact>& facts) {
    std::vector<Conflict> conflicts;
    domain::Shipment shipment = shipment_of(merge_shipment(facts_of<ShipmentFact>(facts), conflicts));
    context.note_conflicts(subject, conflicts);
    shipment.id = id;
    shipment.account = context.owner().account;
    shipment.number = subject.number;
    TRY(context.writer().put(context.owner(), shipment));
    return {};
}

base::Result<bool> carries_something(AccountContext& context, domain::ShipmentId shipment) {
    return !TRY(context.rows().orders_in(context.owner().root, shipment)).empty();
}

} // namespace

base::Result<std::optional<domain::ShipmentId>> project_shipment(AccountContext& context,
                                                                 const std::string& number) {
    const Subject subject{.kind = SubjectKind::shipment, .number = number};
    const std::vector<KnownFact> facts = TRY(context.facts_about(subject));
    auto stored = TRY(context.rows().shipment(context.owner(), number));
    if (!stored) {
        if (facts.empty()) return std::optional<domain::ShipmentId>{};
        stored = persistence::sqlite::StoredShipment{.id = TRY(context.shipment(number)), .milestones = {}};
    }
    MilestoneIds milestones(context.writer(), std::move(stored->milestones));
    domain::Milestone about_shipment;
    about_shipment.shipment = stored->id;
    TRY(project_milestones(context, about_shipment, facts_of<MilestoneFact>(facts), milestones));
    TRY(milestones.remove_rest(context.owner().root));
    if (facts.empty() && !TRY(carries_something(context, stored->id))) {
        TRY(context.writer().remove<domain::Shipment>(context.owner().root, stored->id.value()));
        context.forget_shipment(number);
        return std::optional<domain::ShipmentId>{};
    }
    TRY(write_head(context, subject, stored->id, facts));
    return std::optional(stored->id);
}

} // namespace orderdeck::server::ingest
