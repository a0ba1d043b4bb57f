#include "server/cli/demo/peppol_documents.h"
#include "server/cli/demo/source_words.h"
#include "shared/json/writer.h"

#include <algorithm>
#include <map>
#include <utility>

namespace orderdeck::server::cli::demo {
namespace {

constexpr std::string_view kAccount = "VINAPACK";
constexpr std::string_view kBuyer = "8938505970011"; ///< GLN, as the mapping knows it
constexpr base::Duration kUnloading = base::Duration::minutes(55);
constexpr base::Duration kUploading = base::Duration::minutes(35);

/// A shipment on its way to the gate.
struct Arrival {
    std::map<std::string, std::optional<domain::Occurrence>> parcels; ///< by tracking number, when each came
    std::optional<domain::Occurrence> delivered;
    std::string destination;
};

std::optional<domain::Occurrence> last_of(const Arrival& arrival) {
    if (arrival.delivered) return arrival.delivered;
    std::optional<domain::Occurrence> last;
    for (const auto& [number, came] : arrival.parcels) {
        if (!came) return std::nullopt;
        if (!last || *last->at < *came->at) last = came;
    }
    return last;
}

std::string event_of(const std::string& shipment, const std::string& purchase_order, const Arrival& arrival,
                     const domain::Occurrence& received) {
    const std::string clock = place_clock(received);
    json::Writer json;
    json.begin_object().key("@context").begin_array();
    json.value("https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld").end_array();
    json.field("type", "EPCISDocument").field("schemaVersion", "2.0");
    json.field("creationDate", (*received.at + kUploading).to_string());
    json.key("epcisBody").begin_object().key("eventList").begin_array().begin_object();
    json.field("type", "ObjectEvent").field("action", "OBSERVE").field("bizStep", "receiving");
    json.field("disposition", "in_progress").field("eventTime", received.at->to_string());
    json.field("eventTimeZoneOffset", clock.substr(17));
    json.key("bizLocation")
        .begin_object()
        .field("id", "https://vinapack.example.com/gates/" + arrival.destination);
    json.end_object().key("bizTransactionList").begin_array();
    const std::string prefix = "urn:epcglobal:cbv:bt:" + std::string(kBuyer) + ":";
    json.begin_object().field("type", "po").field("bizTransaction", prefix + purchase_order).end_object();
    json.begin_object().field("type", "desadv").field("bizTransaction", prefix + shipment).end_object();
    json.end_array().end_object().end_array().end_object().end_object();
    return json.take();
}

std::map<std::string, Arrival> arrivals_of(const std::vector<ingest::Fact>& facts) {
    std::map<std::string, Arrival> arrivals;
    for (const ingest::Fact& fact : facts) {
        if (const auto* head = std::get_if<ingest::ShipmentFact>(&fact.body)) {
            arrivals[head->shipment].destination = head->destination.value_or("");
            if (head->tracking_number) arrivals[head->shipment].parcels.try_emplace(*head->tracking_number);
        }
        const auto* parcel = std::get_if<ingest::ParcelFact>(&fact.body);
        if (parcel != nullptr) {
            arrivals[parcel->shipment].parcels.try_emplace(parcel->parcel);
            arrivals[parcel->shipment].parcels.erase(parcel->master_number);
        }
        const auto* milestone = std::get_if<ingest::MilestoneFact>(&fact.body);
        if (milestone != nullptr && milestone->code == domain::MilestoneCode::delivered &&
            !milestone->shipment.empty())
            arrivals[milestone->shipment].delivered = milestone->actual;
    }
    for (const ingest::Fact& fact : facts) {
        const auto* scan = std::get_if<ingest::TrackingEventFact>(&fact.body);
        if (scan == nullptr || scan->status != domain::ParcelStatus::delivered) continue;
        for (auto& [number, arrival] : arrivals) {
            const auto parcel = arrival.parcels.find(scan->parcel);
            if (parcel != arrival.parcels.end()) parcel->second = scan->actual;
        }
    }
    return arrivals;
}

} // namespace

void GateEvents::add(const std::vector<ingest::Fact>& facts) {
    constexpr base::Duration kSinceTheGate = base::Duration::days(120);
    if (facts.empty() || facts.front().account != kAccount) return;
    const auto* order = std::get_if<ingest::OrderFact>(&facts.front().body);
    if (order == nullptr) return;
    for (const auto& [number, arrival] : arrivals_of(facts)) {
        auto received = last_of(arrival);
        if (!received || now_ - *received->at > kSinceTheGate) continue;
        received->at = *received->at + kUnloading;
        SourceFile file;
        file.received = *received->at + kUploading;
        if (file.received > now_) continue;
        file.name = "epcis_" + number + ".json";
        file.mapping = "demo_epcis";
        file.bytes = event_of(number, order->customer_reference.value_or(""), arrival, *received);
        file.rows = 1;
        files_.push_back(std::move(file));
    }
}

std::vector<SourceFile> GateEvents::take() { return std::exchange(files_, {}); }

} // namespace orderdeck::server::cli::demo
