#include "server/ingest/subject.h"

namespace orderdeck::server::ingest {
namespace {

constexpr std::string_view kOrder = "order:";
constexpr std::string_view kShipment = "shipment:";

struct FindSubject {
    Subject operator()(const ShipmentFact& fact) const { return {SubjectKind::shipment, fact.shipment}; }
    Subject operator()(const MilestoneFact& fact) const {
        if (!fact.shipment.empty()) return {SubjectKind::shipment, fact.shipment};
        return {SubjectKind::order, fact.order};
    }
    template <typename OrderedFact>
    Subject operator()(const OrderedFact& fact) const {
        return {SubjectKind::order, fact.order};
    }
};

} // namespace

std::string to_string(const Subject& subject) {
    return std::string(subject.kind == SubjectKind::order ? kOrder : kShipment) + subject.number;
}

base::Result<Subject> parse_subject(std::string_view text) {
    if (text.starts_with(kOrder)) return Subject{SubjectKind::order, std::string(text.substr(kOrder.size()))};
    if (text.starts_with(kShipment))
        return Subject{SubjectKind::shipment, std::string(text.substr(kShipment.size()))};
    return base::fail(base::ErrorCode::corrupt, "a record has an unknown subject", std::string(text));
}

Subject subject_of(const FactBody& body) { return std::visit(FindSubject{}, body); }

} // namespace orderdeck::server::ingest
