#include "server/ingest/projection/shipment_projection.h"

#include "server/ingest/projection/contradictions.h"
#include "server/ingest/projection/merge.h"
#include "server/ingest/projection/milestone_projection.h"
#include "server/ingest/projection/order_projection.h"

#include "shared/domain/tracking/text_signs.h"

#include <algorithm>
#include <set>
#include <vector>

namespace orderdeck::server::ingest {
namespace {

using persistence::sqlite::StoredShipment;

constexpr std::string_view kForecastKey = "parcel_forecast";

/// One parcel as all sources together know it: the first in precedence that names a carrier tells it, and so on.
domain::Parcel parcel_of(const Facts& facts) {
    domain::Parcel parcel;
    const auto fill = [](std::string& into, const std::string& said) {
        if (into.empty()) into = said;
    };
    for (const KnownFact* known : facts) {
        const auto& fact = std::get<ParcelFact>(known->body);
        parcel.number = fact.parcel;
        fill(parcel.carrier, fact.carrier);
        fill(parcel.master_number, fact.master_number);
        fill(parcel.sscc, fact.sscc);
    }
    return parcel;
}

/// The forecast of a parcel that is furthest off, for a shipment has arrived when all of it has.
struct Forecast {
    base::LocalDate on;
    const KnownSource* source = nullptr;
    base::Timestamp received_at;
};

/// Writes one shipment; its stored ids are used up row by row.
class ShipmentProjection {
public:
    ShipmentProjection(AccountContext& context, const Subject& subject, StoredShipment stored)
        : context_(context),
          subject_(subject),
          id_(stored.id),
          usual_(stored.usual),
          usual_gap_(stored.usual_gap),
          milestones_(context, std::move(stored.milestones)),
          parcels_(context, std::move(stored.parcels)),
          events_(context, std::move(stored.tracking_events)),
          documents_(context, std::move(stored.documents)),
          contradictions_(context, std::move(stored.contradictions)) {}

    base::Result<void> write(const std::vector<KnownFact>& facts) {
        Disputes disputes;
        domain::Shipment head = shipment_of(merge_shipment(facts_of<ShipmentFact>(facts), disputes));
        head.id = id_;
        head.account = context_.owner().account;
        head.number = subject_.number;
        // Stays until TransitProjection has looked.
        head.usual = usual_;
        head.usual_gap = usual_gap_;
        TRY(context_.writer().put(context_.owner(), head));
        domain::Document paper;
        paper.shipment = id_;
        TRY(project_documents(paper, facts_of<DocumentFact>(facts), documents_));
        std::set<std::string> numbers = TRY(write_parcels(facts_of<ParcelFact>(facts)));
        if (!head.tracking_number.empty()) numbers.insert(head.tracking_number);
        // Whoever scans the parcels speaks about the shipment, too.
        Speakers speakers(facts);
        const std::vector<std::vector<KnownFact>> scans = TRY(write_tracking(std::move(numbers)));
        for (const std::vector<KnownFact>& of_parcel : scans)
            speakers.add(of_parcel);
        domain::Milestone about;
        about.shipment = id_;
        TRY(project_milestones(about, facts_of<MilestoneFact>(facts), milestones_, speakers, disputes));
        domain::Contradiction contradiction;
        contradiction.shipment = id_;
        TRY(contradictions_.write(subject_, contradiction, "shipment", disputes));
        return remove_rest();
    }

    base::Result<void> remove_rest() {
        TRY(contradictions_.remove_rest());
        TRY(documents_.remove_rest());
        TRY(events_.remove_rest());
        TRY(parcels_.remove_rest());
        return milestones_.remove_rest();
    }

    base::Result<void> remove_all() {
        TRY(remove_rest());
        TRY(context_.writer().remove<domain::Shipment>(context_.owner().root, id_.value()));
        context_.forget_shipment(subject_.number, id_);
        return {};
    }

private:
    /// Returns the numbers of the parcels.
    base::Result<std::set<std::string>> write_parcels(const Facts& facts) {
        std::map<std::string, Facts> by_number;
        for (const KnownFact* known : facts)
            by_number[std::get<ParcelFact>(known->body).parcel].push_back(known);
        std::set<std::string> numbers;
        for (const auto& [number, told] : by_number) {
            domain::Parcel parcel = parcel_of(told);
            parcel.shipment = id_;
            TRY(parcels_.write(number, std::move(parcel)));
            numbers.insert(number);
        }
        return numbers;
    }

    /// Scans say under which number another carrier goes on: that leg is of the shipment, too.
    base::Result<void> follow_hand_over(const std::string& number, const KnownFact& known,
                                        std::set<std::string>& numbers, std::vector<std::string>& waiting) {
        const auto handover = domain::handover_in(std::get<TrackingEventFact>(known.body).text);
        if (!handover || handover->number.empty() || handover->number == number) return {};
        if (!numbers.insert(handover->number).second) return {};
        domain::Parcel leg;
        leg.shipment = id_;
        leg.number = handover->number;
        leg.carrier = handover->carrier;
        TRY(parcels_.write(leg.number, leg));
        waiting.push_back(leg.number);
        return {};
    }

    /// Returns the facts about each parcel.
    base::Result<std::vector<std::vector<KnownFact>>> write_tracking(std::set<std::string> numbers) {
        std::optional<Forecast> latest;
        std::vector<std::vector<KnownFact>> told;
        std::vector<std::string> waiting(numbers.begin(), numbers.end());
        while (!waiting.empty()) {
            const std::string number = std::move(waiting.back());
            waiting.pop_back();
            const std::vector<KnownFact>& facts =
                told.emplace_back(TRY(context_.facts_about({.kind = SubjectKind::parcel, .number = number})));
            for (const KnownFact* known : facts_of<TrackingEventFact>(facts)) {
                TRY(write_event(number, *known));
                TRY(follow_hand_over(number, *known, numbers, waiting));
            }
            const Facts forecasts = facts_of<ParcelForecastFact>(facts);
            if (forecasts.empty()) continue;
            const KnownFact& newest = *forecasts.front();
            const base::LocalDate on = std::get<ParcelForecastFact>(newest.body).expected.on;
            if (!latest || on > latest->on)
                latest = Forecast{.on = on, .source = newest.source, .received_at = newest.received_at};
        }
        if (!latest) return told;
        domain::Milestone row;
        row.shipment = id_;
        row.code = domain::MilestoneCode::delivered;
        row.forecast = latest->on;
        row.source = latest->source->row;
        row.received_at = latest->received_at;
        TRY(milestones_.write(std::string(kForecastKey), std::move(row)));
        return told;
    }

    base::Result<void> write_event(const std::string& number, const KnownFact& known) {
        const auto& fact = std::get<TrackingEventFact>(known.body);
        TRY(events_.write(number + "/" + known.natural_key(), {.id = {},
                                                               .shipment = id_,
                                                               .parcel = number,
                                                               .carrier = fact.carrier,
                                                               .code = fact.code,
                                                               .status = fact.status,
                                                               .reason = fact.reason,
                                                               .actual = fact.actual,
                                                               .local_minute = fact.local_minute,
                                                               .sequence = fact.sequence,
                                                               .place = fact.place,
                                                               .text = fact.text,
                                                               .source = known.source->row,
                                                               .received_at = known.received_at}));
        return {};
    }

    AccountContext& context_;
    const Subject& subject_;
    domain::ShipmentId id_;
    std::optional<domain::UsualArrival> usual_;
    std::optional<base::Duration> usual_gap_;
    KeyedRows<domain::Milestone> milestones_;
    KeyedRows<domain::Parcel> parcels_;
    KeyedRows<domain::TrackingEvent> events_;
    KeyedRows<domain::Document> documents_;
    ContradictionRows contradictions_;
};

base::Result<bool> carries_something(AccountContext& context, domain::ShipmentId shipment) {
    return !TRY(context.rows().orders_in(context.owner().root, shipment)).empty();
}

} // namespace

base::Result<std::optional<domain::ShipmentId>> project_shipment(AccountContext& context,
                                                                 const std::string& number) {
    const Subject subject{.kind = SubjectKind::shipment, .number = number};
    auto stored = TRY(context.rows().shipment(context.owner(), number));
    const std::vector<KnownFact> facts =
        TRY(context.facts_about(subject, stored ? Before::perhaps_known : Before::unknown));
    if (!stored) {
        if (facts.empty()) return std::optional<domain::ShipmentId>{};
        stored = StoredShipment{};
        stored->id = TRY(context.shipment(number));
    }
    const domain::ShipmentId id = stored->id;
    ShipmentProjection projection(context, subject, std::move(*stored));
    if (facts.empty() && !TRY(carries_something(context, id))) {
        TRY(projection.remove_all());
        return std::optional<domain::ShipmentId>{};
    }
    TRY(projection.write(facts));
    return std::optional(id);
}

} // namespace orderdeck::server::ingest
