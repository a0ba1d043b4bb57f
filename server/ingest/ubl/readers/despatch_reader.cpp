#include "server/ingest/ubl/parties.h"
#include "server/ingest/ubl/readers/readers.h"
#include "shared/base/parse_number.h"

#include <algorithm>
#include <map>
#include <set>

namespace orderdeck::server::ingest::ubl {
namespace {

constexpr std::size_t kSsccLength = 18;

bool is_sscc(std::string_view number) {
    return number.size() == kSsccLength && std::all_of(number.begin(), number.end(), base::is_digit);
}

std::optional<std::string> carrier_of(const Element& shipment) {
    for (const Element* consignment : shipment.all("Consignment")) {
        const Element* carrier = consignment->child("CarrierParty");
        if (carrier == nullptr) continue;
        if (std::string name = party_name(*carrier); !name.empty()) return name;
    }
    return std::nullopt;
}

std::optional<std::string> place_of(const Element* address) {
    if (address == nullptr) return std::nullopt;
    std::string place = one_line(*address);
    if (place.empty()) return std::nullopt;
    return place;
}

std::optional<std::string> destination_of(const Element& document, const Element* shipment) {
    const Element* address = nullptr;
    if (shipment != nullptr) {
        address = shipment->at({"Delivery", "DeliveryAddress"});
        if (address == nullptr) address = shipment->at({"Delivery", "DeliveryLocation", "Address"});
    }
    if (address == nullptr) address = document.at({"DeliveryCustomerParty", "Party", "PostalAddress"});
    return place_of(address);
}

std::optional<std::string> origin_of(const Element& document, const Element* shipment) {
    const Element* address = nullptr;
    if (shipment != nullptr) address = shipment->at({"Delivery", "Despatch", "DespatchAddress"});
    if (address == nullptr) address = document.at({"DespatchSupplierParty", "Party", "PostalAddress"});
    return place_of(address);
}

ShipmentFact read_head_of_shipment(Reading& reading, const Element* shipment) {
    const Element& document = reading.document();
    ShipmentFact fact;
    fact.shipment = reading.head().id;
    fact.origin = origin_of(document, shipment);
    fact.destination = destination_of(document, shipment);
    if (shipment == nullptr) return fact;
    fact.carrier = carrier_of(*shipment);
    fact.tracking_number = reading.text(*shipment, {"Delivery", "TrackingID"});
    if (const auto mode = reading.code("transport_mode", *shipment, {"ShipmentStage", "TransportModeCode"}))
        fact.mode = std::string(*mode);
    const auto parcels = reading.quantity(*shipment, {"TotalTransportHandlingUnitQuantity"});
    if (parcels) fact.parcels = parcels->micro() / domain::Quantity::kScale;
    return fact;
}

void add_parcels(Reading& reading, const Element& holder, const std::optional<std::string>& carrier,
                 std::set<std::string>& seen) {
    for (const Element* unit : holder.all("TransportHandlingUnit")) {
        const auto number = reading.text(*unit, {"ID"});
        if (!number || !seen.insert(*number).second) continue;
        ParcelFact fact;
        fact.shipment = reading.head().id;
        fact.parcel = *number;
        fact.carrier = carrier.value_or("");
        if (is_sscc(*number)) fact.sscc = *number;
        reading.add("parcel/" + *number, std::move(fact), *unit);
    }
}

/// When the goods left, and when they are expected.
void add_milestones(Reading& reading, const Element* shipment) {
    const Element& document = reading.document();
    MilestoneFact shipped;
    shipped.shipment = reading.head().id;
    shipped.code = domain::MilestoneCode::shipped;
    // A despatch advice is sent with the goods: without a date of its own the day of issue counts.
    shipped.actual = reading.head().issued;
    const Element* despatch = shipment == nullptr ? nullptr : shipment->at({"Delivery", "Despatch"});
    if (despatch != nullptr) {
        if (const auto actual = reading.occurrence(*despatch, "ActualDespatchDate", "ActualDespatchTime"))
            shipped.actual = actual;
        shipped.planned = reading.date(*despatch, {"RequestedDespatchDate"});
    }
    if (shipped.actual || shipped.planned) reading.add("shipped", std::move(shipped), document);
    if (shipment == nullptr) return;
    MilestoneFact delivered;
    delivered.shipment = reading.head().id;
    delivered.code = domain::MilestoneCode::delivered;
    delivered.forecast = reading.end_of(*shipment, {"Delivery", "EstimatedDeliveryPeriod"});
    delivered.planned = reading.end_of(*shipment, {"Delivery", "PromisedDeliveryPeriod"});
    if (const Element* delivery = shipment->child("Delivery"))
        delivered.actual = reading.occurrence(*delivery, "ActualDeliveryDate", "ActualDeliveryTime");
    if (delivered.actual || delivered.forecast || delivered.planned)
        reading.add("delivered", std::move(delivered), *shipment);
}

/// Several lines of an advice can carry parts of one order line (lots): their quantities are added up.
void add_lines(Reading& reading) {
    std::map<std::pair<std::string, std::string>, domain::Quantity> quantities;
    for (const Element* line : reading.document().all("DespatchLine")) {
        const OrderLine about = reading.order_line(*line);
        const auto quantity = reading.quantity(*line, {"DeliveredQuantity"});
        if (about.order.empty() || about.line.empty()) {
            reading.report(Severity::warning, "no_order_line",
                           "line " + std::string(line->text_at({"ID"})) +
                               " of the advice names no order line; it was left out",
                           *line);
            continue;
        }
        if (quantity) quantities[{about.order, about.line}] += *quantity;
    }
    for (const auto& [about, quantity] : quantities)
        reading.add(about.second + "/shipment",
                    ShipmentLineFact{.shipment = reading.head().id,
                                     .order = about.first,
                                     .line = about.second,
                                     .quantity = quantity},
                    reading.document());
}

} // namespace

base::Result<void> read_despatch_advice(Reading& reading) {
    const Element& document = reading.document();
    const Element* shipment = document.child("Shipment");
    ShipmentFact head = read_head_of_shipment(reading, shipment);
    std::set<std::string> parcels;
    if (shipment != nullptr) add_parcels(reading, *shipment, head.carrier, parcels);
    for (const Element* line : document.all("DespatchLine"))
        for (const Element* part : line->all("Shipment"))
            add_parcels(reading, *part, head.carrier, parcels);
    reading.add("shipment", std::move(head), document);
    add_milestones(reading, shipment);
    add_lines(reading);
    return {};
}

} // namespace orderdeck::server::ingest::ubl
