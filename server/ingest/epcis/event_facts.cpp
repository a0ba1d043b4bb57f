#include "server/ingest/epcis/event_facts.h"

#include "server/ingest/epcis/identifiers.h"
#include "shared/base/text.h"

#include <algorithm>

namespace orderdeck::server::ingest::epcis {
namespace {

bool is_aggregation(const Event& event) { return event.type == "AggregationEvent"; }

void add_parcel(std::vector<std::string>& parcels, std::string_view epc) {
    if (auto sscc = sscc_of(epc); sscc && std::find(parcels.begin(), parcels.end(), *sscc) == parcels.end())
        parcels.push_back(std::move(*sscc));
}

std::optional<domain::MilestoneCode> milestone_of(const Event& event, const documents::CodeTable& codes) {
    const auto word = event.biz_step == "inspecting"
                          ? codes.find("inspection", "disposition", event.disposition)
                          : codes.find("milestone", "bizStep", event.biz_step);
    return word ? domain::milestone_code_from(*word) : std::nullopt;
}

/// What concerns the goods on their way is a shipment's, what concerns their making is the order's.
bool is_about_shipment(domain::MilestoneCode code) {
    const auto stage = domain::stage_of(code);
    return stage && *stage >= domain::Stage::packed;
}

std::string key_of(const Event& event) { return "event/" + event.id; }

std::string note_of(const Event& event, const documents::CodeTable& codes) {
    return std::string(codes.find("shown_disposition", event.disposition).value_or(""));
}

MilestoneFact milestone(const Event& event, domain::MilestoneCode code, const documents::CodeTable& codes) {
    MilestoneFact fact;
    fact.code = code;
    if (event.is_declared_error) return fact;
    fact.actual = event.occurred;
    fact.place = event.place;
    fact.note = note_of(event, codes);
    return fact;
}

void add_tracking(const Event& event, const Subjects& subjects, domain::ParcelStatus status,
                  const documents::CodeTable& codes, documents::Statement& statement) {
    for (const std::string& parcel : subjects.parcels) {
        TrackingEventFact fact;
        fact.parcel = parcel;
        fact.code = event.biz_step;
        fact.actual = event.occurred;
        fact.place = event.place;
        if (event.is_declared_error) {
            // A scan cannot be taken back, but it can stop saying anything.
            fact.code = "errorDeclaration";
            fact.text = event.error_reason;
        } else {
            fact.status = status;
            fact.text = note_of(event, codes);
        }
        statement.add(key_of(event), std::move(fact));
    }
}

/// The boxes of a despatch, and which box lies in which.
void add_parcels(const Event& event, const Subjects& subjects, documents::Statement& statement) {
    if (!subjects.shipment || event.is_declared_error || event.action == "DELETE") return;
    const auto outer = is_aggregation(event) ? sscc_of(event.parent) : std::nullopt;
    for (const std::string& parcel : subjects.parcels) {
        ParcelFact fact;
        fact.shipment = *subjects.shipment;
        fact.parcel = parcel;
        fact.sscc = parcel;
        if (outer && *outer != parcel) fact.master_number = *outer;
        statement.add("parcel/" + parcel, std::move(fact));
    }
}

} // namespace

std::string Subjects::described() const {
    std::vector<std::string> parts;
    if (order) parts.push_back("order " + *order);
    if (shipment) parts.push_back("shipment " + *shipment);
    for (const std::string& parcel : parcels)
        parts.push_back("parcel " + parcel);
    return base::join(parts, ", ");
}

Subjects subjects_of(const Event& event) {
    Subjects subjects;
    for (const Transaction& transaction : event.transactions) {
        const TransactionId id = transaction_id(transaction.uri);
        if (id.number.empty()) continue;
        if (transaction.type == "po" && !subjects.order) {
            subjects.order = id.number;
            subjects.customers.push_back(
                {.role = "issuer of the purchase order " + transaction.uri,
                 .name = {},
                 .ids = id.issuer.empty() ? std::vector<std::string>{} : std::vector{id.issuer}});
        }
        if (transaction.type == "desadv" && !subjects.shipment) subjects.shipment = id.number;
    }
    for (const std::string& destination : event.destinations)
        subjects.customers.push_back({.role = "destination", .name = {}, .ids = party_ids(destination)});
    add_parcel(subjects.parcels, event.parent);
    for (const std::string& object : event.objects)
        add_parcel(subjects.parcels, object);
    return subjects;
}

std::int64_t version_of(const Event& event) {
    if (!event.is_declared_error) return 0;
    return event.declared_at ? std::max<std::int64_t>(1, event.declared_at->milliseconds()) : 1;
}

bool add_facts(const Event& event, const Subjects& subjects, const documents::CodeTable& codes,
               documents::Statement& statement) {
    const std::size_t before = statement.facts().size();
    add_parcels(event, subjects, statement);
    if (const auto word = codes.find("parcel_status", "bizStep", event.biz_step)) {
        const auto status = domain::parcel_status_from(*word);
        add_tracking(event, subjects, status.value_or(domain::ParcelStatus::unknown), codes, statement);
    }
    if (const auto code = milestone_of(event, codes)) {
        MilestoneFact fact = milestone(event, *code, codes);
        if (is_about_shipment(*code) && subjects.shipment) {
            // The parcels say it themselves: a shipment is where the last of them is.
            fact.shipment = *subjects.shipment;
            if (subjects.parcels.empty()) statement.add(key_of(event), std::move(fact));
        } else if (subjects.order) {
            // It is about these objects, which need not be all that was ordered.
            fact.order = *subjects.order;
            if (event.object_count.is_positive() && !event.is_declared_error)
                fact.quantity = event.object_count;
            statement.add(key_of(event), std::move(fact));
        }
    }
    return statement.facts().size() > before;
}

} // namespace orderdeck::server::ingest::epcis
