#include "server/http/routes/json_values.h"
#include "server/http/routes/order_json.h"
#include "shared/domain/inferred.h"
#include "shared/domain/tracking/contact_mask.h"
#include "shared/domain/tracking/journey.h"

namespace orderdeck::server::http::routes {
namespace {

using domain::OrderDetails;
using json::Writer;

std::optional<std::string> source_name(const OrderDetails& detail, domain::SourceId id) {
    const domain::Source* source = domain::source_of(detail, id);
    return source == nullptr ? std::nullopt : std::optional(source->name);
}

void write_holds(Writer& writer, const OrderDetails& detail) {
    writer.key("holds").begin_array();
    for (const domain::Hold& hold : detail.records.holds) {
        writer.begin_object().field("line_id", text_of(hold.line));
        writer.field("reason", domain::name_of(hold.reason)).field("owner", domain::name_of(hold.owner));
        writer.field("since", hold.since.to_string()).field("until", text_of(hold.until));
        writer.field("note", hold.note).field("source", source_name(detail, hold.source));
        writer.field("received_at", hold.received_at.to_string()).end_object();
    }
    writer.end_array();
}

void write_scans(Writer& writer, const domain::ParcelState& parcel) {
    writer.key("scans").begin_array();
    for (const domain::ParcelScan& scan : parcel.scans) {
        const domain::TrackingEvent& event = *scan.event;
        writer.begin_object().field("status", domain::name_of(scan.status));
        writer.field("reason", domain::name_of(event.reason)).field("carrier", event.carrier);
        writer.field("number", event.parcel).field("code", event.code);
        writer.field("on", event.actual.on.to_string()).field("at", text_of(event.actual.at));
        writer.field("place", event.place).field("text", domain::mask_contacts(event.text));
        writer.field("after_delivery", scan.role == domain::ScanRole::after_delivery).end_object();
    }
    writer.end_array();
}

void write_parcels(Writer& writer, const OrderDetails& detail) {
    writer.key("parcels").begin_array();
    for (const domain::Shipment& shipment : detail.records.shipments) {
        const domain::ShipmentTracking tracking =
            domain::track_shipment(shipment.id, detail.records.parcels, detail.records.tracking_events);
        for (const domain::ParcelState& parcel : tracking.states) {
            writer.begin_object().field("shipment_id", text_of(shipment.id)).field("number", parcel.number);
            writer.field("carrier", parcel.carrier).field("status", domain::name_of(parcel.status));
            writer.field("reason", domain::name_of(parcel.reason));
            writer.field("failed_attempts", parcel.failed_attempts).key("legs").begin_array();
            for (const std::string& leg : parcel.legs)
                writer.value(leg);
            writer.end_array();
            write_scans(writer, parcel);
            writer.end_object();
        }
    }
    writer.end_array();
}

void write_operations(Writer& writer, const OrderDetails& detail) {
    writer.key("operations").begin_array();
    for (const domain::Operation& operation : detail.records.operations) {
        writer.begin_object().field("line_id", text_of(operation.line));
        writer.field("work_order", operation.work_order).field("number", operation.number);
        writer.field("name", operation.name);
        writer.field("planned_minutes", text_of(operation.planned_minutes));
        writer.field("quantity", text_of(operation.quantity)).field("good", operation.good.to_string());
        writer.field("started_on", text_of(operation.started_on));
        writer.field("finished_on", text_of(operation.finished_on));
        writer.field("source", source_name(detail, operation.source)).end_object();
    }
    writer.end_array();
}

void write_relations(Writer& writer, const OrderDetails& detail) {
    writer.key("relations").begin_array();
    for (const domain::Relation& relation : detail.records.relations) {
        writer.begin_object().field("kind", domain::name_of(relation.kind));
        writer.field("line_id", text_of(relation.line)).field("other_order", relation.other_order);
        writer.field("other_line", relation.other_line).field("quantity", text_of(relation.quantity));
        writer.field("source", source_name(detail, relation.source)).end_object();
    }
    writer.end_array();
}

void write_project(Writer& writer, const OrderDetails& detail) {
    writer.key("project_standing");
    if (!detail.project) {
        writer.null();
        return;
    }
    const domain::ProjectOrders& project = *detail.project;
    const auto forecast = domain::forecast_of(project);
    const auto blocking = forecast ? forecast->blocking : std::nullopt;
    writer.begin_object().field("orders", project.orders).field("complete", project.complete);
    writer.field("delivered_on", text_of(forecast ? forecast->completed_on : std::nullopt));
    writer.field("expected_on", text_of(forecast ? forecast->expected_on : std::nullopt));
    writer.field("blocking_order_id", blocking ? std::optional(text_of(blocking->order)) : std::nullopt);
    writer.field("blocking_line_id", blocking ? text_of(blocking->line) : std::nullopt).end_object();
}

void write_contradictions(Writer& writer, const OrderDetails& detail) {
    writer.key("contradictions").begin_array();
    for (const domain::Contradiction& each : detail.records.contradictions) {
        if (is_inferred(each)) continue;
        writer.begin_object().field("field", each.field).field("line_id", text_of(each.line));
        writer.field("shipment_id", text_of(each.shipment)).field("value", each.value);
        writer.field("source", source_name(detail, each.source)).field("other_value", each.other_value);
        writer.field("other_source", source_name(detail, each.other_source));
        writer.field("received_at", each.received_at.to_string()).end_object();
    }
    writer.end_array();
}

void write_inferred(Writer& writer, const OrderDetails& detail) {
    writer.key("inferred").begin_array();
    for (const domain::Contradiction& each : detail.records.contradictions) {
        if (!is_inferred(each)) continue;
        writer.begin_object().field("field", each.field).field("line_id", text_of(each.line));
        writer.field("shipment_id", text_of(each.shipment)).field("value", each.value);
        writer.field("source", source_name(detail, each.source));
        writer.field("owner", source_name(detail, each.other_source)).end_object();
    }
    writer.end_array();
}

void write_invoices(Writer& writer, const OrderDetails& detail) {
    writer.key("invoices").begin_array();
    for (const domain::Invoice& invoice : detail.records.invoices) {
        writer.begin_object().field("id", text_of(invoice.id)).field("number", invoice.number);
        writer.field("kind", domain::name_of(invoice.kind)).field("state", domain::name_of(invoice.state));
        writer.field("currency", invoice.currency.code());
        writer.field("total", text_of(invoice.total_minor, invoice.currency));
        writer.field("issued_on", text_of(invoice.issued_on)).field("due_on", text_of(invoice.due_on));
        writer.end_object();
    }
    writer.end_array().key("payments").begin_array();
    for (const domain::Payment& payment : detail.records.payments) {
        writer.begin_object().field("invoice_id", text_of(payment.invoice));
        writer.field("amount", text_of(payment.amount_minor, payment.currency));
        writer.field("currency", payment.currency.code()).field("on", payment.on.to_string());
        writer.field("method", payment.method).field("source", source_name(detail, payment.source));
        writer.end_object();
    }
    writer.end_array();
}

void write_documents(Writer& writer, const OrderDetails& detail) {
    writer.key("documents").begin_array();
    for (const domain::Document& document : detail.records.documents) {
        writer.begin_object().field("kind", domain::name_of(document.kind)).field("number", document.number);
        writer.field("shipment_id", text_of(document.shipment)).field("required", document.required);
        writer.field("owed_by", domain::name_of(document.owed_by)).field("due_on", text_of(document.due_on));
        writer.field("received_on", text_of(document.received_on));
        writer.field("expires_on", text_of(document.expires_on));
        writer.field("source", source_name(detail, document.source)).end_object();
    }
    writer.end_array();
}

} // namespace

void write_facts(json::Writer& writer, const OrderDetails& detail) {
    write_holds(writer, detail);
    write_parcels(writer, detail);
    write_operations(writer, detail);
    write_relations(writer, detail);
    write_project(writer, detail);
    write_contradictions(writer, detail);
    write_inferred(writer, detail);
    write_invoices(writer, detail);
    write_documents(writer, detail);
}

} // namespace orderdeck::server::http::routes
