#include "server/http/routes/json_values.h"
#include "server/http/routes/order_json.h"
#include "shared/domain/why.h"

#include <algorithm>

namespace orderdeck::server::http::routes {
namespace {

using domain::OrderDetails;
using json::Writer;

const domain::Item* find_item(const OrderDetails& detail, domain::ItemId id) {
    const auto found = std::find_if(detail.items.begin(), detail.items.end(),
                                    [&](const domain::Item& item) { return item.id == id; });
    return found == detail.items.end() ? nullptr : &*found;
}

/// What a source is called; null when the fact names none that the caller sees.
std::optional<std::string> source_name(const OrderDetails& detail,
                                       const std::optional<domain::SourceId>& id) {
    for (const domain::Source& source : detail.sources) {
        if (id && source.id == *id) return source.name;
    }
    return std::nullopt;
}

void write_lines(Writer& writer, const OrderDetails& detail) {
    const std::vector<domain::LineProgress> progress = domain::line_progress(detail.records);
    writer.key("lines").begin_array();
    for (std::size_t i = 0; i < detail.records.lines.size(); ++i) {
        const domain::Line& line = detail.records.lines[i];
        const domain::LineProgress& done = progress[i];
        writer.begin_object().field("id", text_of(line.id)).field("number", line.number).key("item");
        write_item(writer, find_item(detail, line.item));
        writer.field("customer_reference", line.customer_reference).field("unit", line.unit);
        writer.field("commercial", domain::name_of(line.commercial))
            .field("stage", domain::name_of(done.reached));
        writer.field("ordered", line.ordered.to_string()).field("cancelled", done.cancelled.to_string());
        writer.field("produced", done.produced.to_string()).field("shipped", done.shipped.to_string());
        writer.field("delivered", done.delivered.to_string()).field("accepted", done.accepted.to_string());
        writer.field("production_percent", percent_of(done.production_permille));
        writer.field("returned", done.returned.to_string()).field("open", done.open.to_string());
        writer.field("unit_price", text_of(line.unit_price)).key("amount");
        if (line.amount_minor) {
            writer.value(text_of(*line.amount_minor, detail.records.order.currency));
        } else {
            writer.null();
        }
        writer.field("requested_on", text_of(line.requested_on))
            .field("promised_on", text_of(done.promised_on));
        writer.field("promised_first_on", text_of(done.promised_first_on))
            .field("promise_moves", done.promise_moves);
        writer.field("forecast_on", text_of(done.forecast_on))
            .field("delivered_on", text_of(done.delivered_on));
        writer.field("on_hold", done.on_hold).end_object();
    }
    writer.end_array();
}

void write_usual(Writer& writer, const std::optional<domain::UsualDays>& usual) {
    writer.key("usual_arrival");
    if (!usual) {
        writer.null();
        return;
    }
    writer.begin_object().field("half_on", text_of(std::optional(usual->half_on)));
    writer.field("most_on", text_of(std::optional(usual->most_on))).field("samples", usual->samples);
    writer.field("basis", domain::name_of(usual->match)).end_object();
}

void write_shipments(Writer& writer, const OrderDetails& detail) {
    const std::vector<domain::ShipmentProgress> progress = domain::shipment_progress(detail.records);
    writer.key("shipments").begin_array();
    for (const domain::Shipment& shipment : detail.records.shipments) {
        writer.begin_object().field("id", text_of(shipment.id)).field("number", shipment.number);
        writer.field("carrier", shipment.carrier).field("tracking_number", shipment.tracking_number);
        writer.field("mode", shipment.mode).field("parcels", shipment.parcels);
        writer.field("origin", shipment.origin).field("destination", shipment.destination);
        for (const domain::ShipmentProgress& each : progress) {
            if (each.shipment != shipment.id) continue;
            writer.field("stage", domain::name_of(each.stage))
                .field("expected_on", text_of(each.expected_on));
            write_usual(writer, each.usual);
        }
        writer.key("lines").begin_array();
        for (const domain::ShipmentLine& link : detail.records.shipment_lines) {
            if (link.shipment != shipment.id) continue;
            writer.begin_object().field("line_id", text_of(link.line));
            writer.field("quantity", link.quantity.to_string()).end_object();
        }
        writer.end_array().end_object();
    }
    writer.end_array();
}

void write_milestones(Writer& writer, const OrderDetails& detail) {
    writer.key("milestones").begin_array();
    for (const domain::Milestone& milestone : detail.records.milestones) {
        writer.begin_object().field("code", domain::name_of(milestone.code));
        writer.field("line_id", text_of(milestone.line)).field("shipment_id", text_of(milestone.shipment));
        writer.field("planned_on", text_of(milestone.planned))
            .field("forecast_on", text_of(milestone.forecast));
        std::optional<base::LocalDate> on;
        std::optional<base::Timestamp> at;
        if (milestone.actual) {
            on = milestone.actual->on;
            at = milestone.actual->at;
        }
        writer.field("actual_on", text_of(on)).field("actual_at", text_of(at));
        writer.field("quantity", text_of(milestone.quantity)).field("place", milestone.place);
        writer.field("note", milestone.note).field("source", source_name(detail, milestone.source));
        writer.field("received_at", milestone.received_at.to_string()).end_object();
    }
    writer.end_array();
}

void write_names(Writer& writer, const domain::LocalizedText& name) {
    writer.begin_object();
    for (const auto& translation : name.translations)
        writer.field(translation.first, translation.second);
    writer.end_object();
}

void write_promises(Writer& writer, const OrderDetails& detail) {
    writer.key("promises").begin_array();
    for (const domain::PromiseRevision& promise : detail.records.promises) {
        writer.begin_object().field("line_id", text_of(promise.line));
        writer.field("promised_on", promise.promised_on.to_string())
            .field("stated_at", promise.stated_at.to_string());
        writer.field("reason", promise.reason).key("reason_names");
        write_names(writer, domain::decode_localized(promise.reason, promise.reason_names));
        writer.field("party", domain::name_of(promise.party));
        writer.field("source", source_name(detail, promise.source));
        writer.field("received_at", promise.received_at.to_string()).end_object();
    }
    writer.end_array();
}

std::string_view name_of(domain::Reason::Kind kind) {
    using Kind = domain::Reason::Kind;
    switch (kind) {
    case Kind::line_at_stage: return "line_at_stage";
    case Kind::line_cancelled: return "line_cancelled";
    case Kind::line_on_hold: return "line_on_hold";
    case Kind::order_on_hold: return "order_on_hold";
    case Kind::shipment_at: return "shipment_at";
    case Kind::promise_moved: return "promise_moved";
    case Kind::forecast_after_promise: return "forecast_after_promise";
    case Kind::blocking_line: return "blocking_line";
    case Kind::delivered_late: return "delivered_late";
    case Kind::fact_conflict: return "fact_conflict";
    }
    return "fact_conflict";
}

void write_why(Writer& writer, const OrderDetails& detail) {
    writer.key("why").begin_array();
    for (const domain::Reason& reason : domain::explain(detail.records)) {
        writer.begin_object().field("kind", name_of(reason.kind)).field("line_id", text_of(reason.line));
        writer.field("shipment_id", text_of(reason.shipment)).field("stage", domain::name_of(reason.stage));
        writer.field("quantity", reason.quantity.to_string()).field("of", reason.of.to_string());
        writer.field("from", text_of(reason.from)).field("on", text_of(reason.on)).field("days", reason.days);
        writer.field("party", domain::name_of(reason.party))
            .field("hold_reason", domain::name_of(reason.hold_reason));
        writer.field("text", reason.text).field("source", source_name(detail, reason.source));
        writer.field("received_at", text_of(reason.received_at)).end_object();
    }
    writer.end_array();
}

} // namespace

void write_item(Writer& writer, const domain::Item* item) {
    if (item == nullptr) {
        writer.null();
        return;
    }
    writer.begin_object()
        .field("id", text_of(item->id))
        .field("sku", item->sku)
        .field("name", item->name.text);
    writer.key("names");
    write_names(writer, item->name);
    writer.end_object();
}

std::string to_json(const OrderDetails& detail, base::Timestamp now) {
    Writer writer;
    writer.begin_object();
    write_order(writer, detail.records.order, detail.summary, now);
    write_lines(writer, detail);
    write_shipments(writer, detail);
    write_milestones(writer, detail);
    write_promises(writer, detail);
    write_facts(writer, detail);
    write_why(writer, detail);
    writer.end_object();
    return writer.take();
}

} // namespace orderdeck::server::http::routes
