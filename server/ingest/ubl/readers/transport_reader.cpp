#include "server/ingest/ubl/parties.h"
#include "server/ingest/ubl/readers/readers.h"

namespace orderdeck::server::ingest::ubl {
namespace {

domain::ParcelStatus status_of(Reading& reading, const Element& status) {
    const auto word = reading.code("transport_condition", status, {"ConditionCode"});
    const auto known = word ? domain::parcel_status_from(*word) : std::nullopt;
    return known.value_or(domain::ParcelStatus::unknown);
}

domain::TrackingReason reason_of(Reading& reading, const Element& status) {
    auto word = reading.code("transport_reason", status, {"StatusReasonCode"});
    if (!word) word = reading.known_code("transport_condition_reason", status.text_at({"ConditionCode"}));
    const auto known = word ? domain::tracking_reason_from(*word) : std::nullopt;
    return known.value_or(domain::TrackingReason::none);
}

std::string words_of(const Element& status) {
    for (const std::string_view name : {"StatusReason", "Text", "Description", "SequenceID"}) {
        const std::string_view text = status.text_at({name});
        if (!text.empty() && name != "SequenceID") return std::string(text);
    }
    return {};
}

void add_event(Reading& reading, const std::string& parcel, const std::string& carrier, const Element& status,
               std::size_t number) {
    auto actual = reading.occurrence(status, "ReferenceDate", "ReferenceTime");
    if (!actual) actual = reading.head().issued;
    if (!actual) return;
    TrackingEventFact fact;
    fact.parcel = parcel;
    fact.carrier = carrier;
    fact.code = status.text_at({"ConditionCode"});
    fact.status = status_of(reading, status);
    fact.reason = reason_of(reading, status);
    fact.actual = *actual;
    fact.sequence = static_cast<std::int64_t>(number);
    fact.text = words_of(status);
    reading.add("event/" + std::to_string(number), std::move(fact), status);
}

/// The numbers under which a consignment's goods are tracked: its handling units, else itself.
std::size_t read_consignment(Reading& reading, const Element& consignment) {
    std::string carrier;
    if (const Element* party = consignment.child("CarrierParty")) carrier = party_name(*party);
    std::size_t events = 0;
    const auto read_statuses = [&](const Element& holder, const std::string& number) {
        for (const Element* status : holder.all("Status"))
            if (!number.empty()) add_event(reading, number, carrier, *status, ++events);
    };
    read_statuses(consignment, std::string(consignment.text_at({"ID"})));
    for (const Element* unit : consignment.all("TransportHandlingUnit"))
        read_statuses(*unit, std::string(unit->text_at({"ID"})));
    return events;
}

} // namespace

base::Result<void> read_transportation_status(Reading& reading) {
    std::size_t events = 0;
    for (const Element* consignment : reading.document().all("Consignment"))
        events += read_consignment(reading, *consignment);
    if (events > 0) return {};
    return base::fail(
        base::ErrorCode::invalid,
        "the status is about no consignment or handling unit with a number: nobody can tell what moved");
}

} // namespace orderdeck::server::ingest::ubl
