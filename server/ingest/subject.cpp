#include "server/ingest/subject.h"

#include <array>

namespace orderdeck::server::ingest {
namespace {

/// In the order of SubjectKind.
constexpr std::array<std::string_view, 4> kPrefixes{"order:", "shipment:", "parcel:", "invoice:"};

struct FindSubject {
    Subject operator()(const ShipmentFact& fact) const { return {SubjectKind::shipment, fact.shipment}; }
    Subject operator()(const ParcelFact& fact) const { return {SubjectKind::shipment, fact.shipment}; }
    Subject operator()(const MilestoneFact& fact) const { return shipment_or_order(fact); }
    Subject operator()(const DocumentFact& fact) const { return shipment_or_order(fact); }
    Subject operator()(const TrackingEventFact& fact) const { return {SubjectKind::parcel, fact.parcel}; }
    Subject operator()(const ParcelForecastFact& fact) const { return {SubjectKind::parcel, fact.parcel}; }
    Subject operator()(const InvoiceFact& fact) const { return {SubjectKind::invoice, fact.invoice}; }
    Subject operator()(const PaymentFact& fact) const {
        if (!fact.invoice.empty()) return {SubjectKind::invoice, fact.invoice};
        return {SubjectKind::order, fact.order};
    }
    template <typename OrderedFact>
    Subject operator()(const OrderedFact& fact) const {
        return {SubjectKind::order, fact.order};
    }

private:
    template <typename Fact>
    static Subject shipment_or_order(const Fact& fact) {
        if (!fact.shipment.empty()) return {SubjectKind::shipment, fact.shipment};
        return {SubjectKind::order, fact.order};
    }
};

} // namespace

std::string to_string(const Subject& subject) {
    return std::string(kPrefixes[static_cast<std::size_t>(subject.kind)]) + subject.number;
}

base::Result<Subject> parse_subject(std::string_view text) {
    for (std::size_t kind = 0; kind < kPrefixes.size(); ++kind) {
        if (text.starts_with(kPrefixes[kind]))
            return Subject{static_cast<SubjectKind>(kind), std::string(text.substr(kPrefixes[kind].size()))};
    }
    return base::fail(base::ErrorCode::corrupt, "a record has an unknown subject", std::string(text));
}

Subject subject_of(const FactBody& body) { return std::visit(FindSubject{}, body); }

} // namespace orderdeck::server::ingest
