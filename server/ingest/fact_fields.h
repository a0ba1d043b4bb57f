#pragma once

#include "server/ingest/facts.h"

#include <string_view>
#include <tuple>

namespace orderdeck::server::ingest {

/// A member of a fact with the name under which it is stored and reported.
template <typename Fact, typename Value>
struct FactField {
    std::string_view name;
    Value Fact::*member;
};

template <typename Fact, typename Value>
constexpr FactField<Fact, Value> fact_field(std::string_view name, Value Fact::*member) {
    return {name, member};
}

/// All members of a fact but the number of its subject. Stored in records: append only.
template <typename Fact>
constexpr auto fields_of();

template <>
constexpr auto fields_of<OrderFact>() {
    return std::tuple(
        fact_field("customer_reference", &OrderFact::customer_reference),
        fact_field("project", &OrderFact::project), fact_field("placed", &OrderFact::placed),
        fact_field("currency", &OrderFact::currency), fact_field("amount_basis", &OrderFact::amount_basis),
        fact_field("flow", &OrderFact::flow), fact_field("incoterm", &OrderFact::incoterm),
        fact_field("incoterm_place", &OrderFact::incoterm_place), fact_field("ship_to", &OrderFact::ship_to),
        fact_field("payment_terms", &OrderFact::payment_terms),
        fact_field("delivery_utc_offset_minutes", &OrderFact::delivery_utc_offset_minutes),
        fact_field("kind", &OrderFact::kind), fact_field("priority", &OrderFact::priority),
        fact_field("valid_until", &OrderFact::valid_until));
}

template <>
constexpr auto fields_of<LineFact>() {
    return std::tuple(
        fact_field("line", &LineFact::line), fact_field("sku", &LineFact::sku),
        fact_field("item", &LineFact::item), fact_field("customer_reference", &LineFact::customer_reference),
        fact_field("commercial", &LineFact::commercial), fact_field("ordered", &LineFact::ordered),
        fact_field("unit", &LineFact::unit), fact_field("unit_price", &LineFact::unit_price),
        fact_field("amount_minor", &LineFact::amount_minor),
        fact_field("requested_on", &LineFact::requested_on), fact_field("hs_code", &LineFact::hs_code),
        fact_field("origin_country", &LineFact::origin_country));
}

template <>
constexpr auto fields_of<QuantityFact>() {
    return std::tuple(fact_field("line", &QuantityFact::line), fact_field("kind", &QuantityFact::kind),
                      fact_field("quantity", &QuantityFact::quantity));
}

template <>
constexpr auto fields_of<PromiseFact>() {
    return std::tuple(fact_field("line", &PromiseFact::line),
                      fact_field("promised_on", &PromiseFact::promised_on),
                      fact_field("stated_at", &PromiseFact::stated_at),
                      fact_field("reason", &PromiseFact::reason), fact_field("party", &PromiseFact::party));
}

template <>
constexpr auto fields_of<ShipmentFact>() {
    return std::tuple(fact_field("carrier", &ShipmentFact::carrier),
                      fact_field("tracking_number", &ShipmentFact::tracking_number),
                      fact_field("mode", &ShipmentFact::mode), fact_field("parcels", &ShipmentFact::parcels),
                      fact_field("origin", &ShipmentFact::origin),
                      fact_field("destination", &ShipmentFact::destination));
}

template <>
constexpr auto fields_of<ShipmentLineFact>() {
    return std::tuple(fact_field("shipment", &ShipmentLineFact::shipment),
                      fact_field("line", &ShipmentLineFact::line),
                      fact_field("quantity", &ShipmentLineFact::quantity));
}

template <>
constexpr auto fields_of<MilestoneFact>() {
    return std::tuple(
        fact_field("line", &MilestoneFact::line), fact_field("code", &MilestoneFact::code),
        fact_field("planned", &MilestoneFact::planned), fact_field("forecast", &MilestoneFact::forecast),
        fact_field("actual", &MilestoneFact::actual), fact_field("quantity", &MilestoneFact::quantity),
        fact_field("place", &MilestoneFact::place), fact_field("note", &MilestoneFact::note));
}

template <>
constexpr auto fields_of<HoldFact>() {
    return std::tuple(fact_field("line", &HoldFact::line), fact_field("reason", &HoldFact::reason),
                      fact_field("owner", &HoldFact::owner), fact_field("since", &HoldFact::since),
                      fact_field("until", &HoldFact::until), fact_field("note", &HoldFact::note));
}

template <>
constexpr auto fields_of<ParcelFact>() {
    return std::tuple(fact_field("parcel", &ParcelFact::parcel), fact_field("carrier", &ParcelFact::carrier),
                      fact_field("master_number", &ParcelFact::master_number),
                      fact_field("sscc", &ParcelFact::sscc));
}

template <>
constexpr auto fields_of<TrackingEventFact>() {
    return std::tuple(
        fact_field("carrier", &TrackingEventFact::carrier), fact_field("code", &TrackingEventFact::code),
        fact_field("status", &TrackingEventFact::status), fact_field("reason", &TrackingEventFact::reason),
        fact_field("actual", &TrackingEventFact::actual),
        fact_field("local_minute", &TrackingEventFact::local_minute),
        fact_field("sequence", &TrackingEventFact::sequence), fact_field("place", &TrackingEventFact::place),
        fact_field("text", &TrackingEventFact::text));
}

template <>
constexpr auto fields_of<ParcelForecastFact>() {
    return std::tuple(fact_field("expected", &ParcelForecastFact::expected));
}

template <>
constexpr auto fields_of<InvoiceFact>() {
    return std::tuple(
        fact_field("kind", &InvoiceFact::kind), fact_field("state", &InvoiceFact::state),
        fact_field("corrects", &InvoiceFact::corrects), fact_field("currency", &InvoiceFact::currency),
        fact_field("total_minor", &InvoiceFact::total_minor),
        fact_field("tax_minor", &InvoiceFact::tax_minor), fact_field("issued_on", &InvoiceFact::issued_on),
        fact_field("due_on", &InvoiceFact::due_on));
}

template <>
constexpr auto fields_of<InvoiceLineFact>() {
    return std::tuple(fact_field("invoice", &InvoiceLineFact::invoice),
                      fact_field("line", &InvoiceLineFact::line),
                      fact_field("quantity", &InvoiceLineFact::quantity),
                      fact_field("amount_minor", &InvoiceLineFact::amount_minor));
}

template <>
constexpr auto fields_of<PaymentFact>() {
    return std::tuple(fact_field("amount_minor", &PaymentFact::amount_minor),
                      fact_field("currency", &PaymentFact::currency), fact_field("on", &PaymentFact::on),
                      fact_field("method", &PaymentFact::method));
}

template <>
constexpr auto fields_of<InstalmentFact>() {
    return std::tuple(
        fact_field("number", &InstalmentFact::number),
        fact_field("share_permille", &InstalmentFact::share_permille),
        fact_field("amount_minor", &InstalmentFact::amount_minor),
        fact_field("trigger", &InstalmentFact::trigger), fact_field("days", &InstalmentFact::days),
        fact_field("due_on", &InstalmentFact::due_on), fact_field("method", &InstalmentFact::method));
}

template <>
constexpr auto fields_of<RelationFact>() {
    return std::tuple(fact_field("line", &RelationFact::line), fact_field("kind", &RelationFact::kind),
                      fact_field("other_order", &RelationFact::other_order),
                      fact_field("other_line", &RelationFact::other_line),
                      fact_field("quantity", &RelationFact::quantity));
}

template <>
constexpr auto fields_of<DocumentFact>() {
    return std::tuple(
        fact_field("kind", &DocumentFact::kind), fact_field("number", &DocumentFact::number),
        fact_field("required", &DocumentFact::required), fact_field("owed_by", &DocumentFact::owed_by),
        fact_field("due_on", &DocumentFact::due_on), fact_field("received_on", &DocumentFact::received_on),
        fact_field("expires_on", &DocumentFact::expires_on));
}

template <>
constexpr auto fields_of<OperationFact>() {
    return std::tuple(
        fact_field("line", &OperationFact::line), fact_field("work_order", &OperationFact::work_order),
        fact_field("number", &OperationFact::number), fact_field("name", &OperationFact::name),
        fact_field("planned_minutes", &OperationFact::planned_minutes),
        fact_field("quantity", &OperationFact::quantity), fact_field("good", &OperationFact::good),
        fact_field("started_on", &OperationFact::started_on),
        fact_field("finished_on", &OperationFact::finished_on));
}

} // namespace orderdeck::server::ingest
