#include "shared/api/order_fields.h"

namespace orderdeck::api {
namespace {

using Line = OrderDetail::Line;
using Shipment = OrderDetail::Shipment;
using Event = OrderDetail::Event;
using Promise = OrderDetail::Promise;

void write(json::Writer& writer, const Line& line) {
    write_id(writer, "id", line.id);
    writer.field("number", line.number);
    write_text(writer, "sku", line.sku);
    write_text(writer, "name", line.name);
    write_text(writer, "unit", line.unit);
    write_quantity(writer, "ordered", line.ordered);
    write_quantity(writer, "cancelled", line.cancelled);
    write_quantity(writer, "shipped", line.shipped);
    write_quantity(writer, "delivered", line.delivered);
    write_quantity(writer, "unitPrice", line.unit_price);
    if (line.amount) writer.field("amount", line.amount->to_string());
    writer.field("stage", domain::name_of(line.stage));
    write_date(writer, "promisedOn", line.promised_on);
    write_date(writer, "deliveredOn", line.delivered_on);
}

base::Result<Line> read_line(const json::Value& value, domain::Currency currency) {
    Line line;
    line.id = TRY(read_id<domain::LineId>(value, "id"));
    line.number = TRY(value.string_field("number"));
    line.sku = TRY(read_text(value, "sku"));
    line.name = TRY(read_text(value, "name"));
    line.unit = TRY(read_text(value, "unit"));
    line.ordered = TRY(read_quantity(value, "ordered")).value_or(domain::Quantity{});
    line.cancelled = TRY(read_quantity(value, "cancelled")).value_or(domain::Quantity{});
    line.shipped = TRY(read_quantity(value, "shipped")).value_or(domain::Quantity{});
    line.delivered = TRY(read_quantity(value, "delivered")).value_or(domain::Quantity{});
    line.unit_price = TRY(read_quantity(value, "unitPrice"));
    if (TRY(value.optional_field("amount"))) line.amount = TRY(read_money(value, "amount", currency));
    line.stage = TRY(read_enum<domain::Stage>(value, "stage", domain::kStageCount));
    line.promised_on = TRY(read_date(value, "promisedOn"));
    line.delivered_on = TRY(read_date(value, "deliveredOn"));
    return line;
}

void write(json::Writer& writer, const Shipment& shipment) {
    write_id(writer, "id", shipment.id);
    writer.field("number", shipment.number);
    write_text(writer, "carrier", shipment.carrier);
    write_text(writer, "trackingNumber", shipment.tracking_number);
    writer.field("stage", domain::name_of(shipment.stage));
}

base::Result<Shipment> read_shipment(const json::Value& value) {
    Shipment shipment;
    shipment.id = TRY(read_id<domain::ShipmentId>(value, "id"));
    shipment.number = TRY(value.string_field("number"));
    shipment.carrier = TRY(read_text(value, "carrier"));
    shipment.tracking_number = TRY(read_text(value, "trackingNumber"));
    shipment.stage = TRY(read_enum<domain::Stage>(value, "stage", domain::kStageCount));
    return shipment;
}

void write(json::Writer& writer, const Event& event) {
    writer.field("code", domain::name_of(event.code));
    write_id(writer, "line", event.line);
    write_id(writer, "shipment", event.shipment);
    write_date(writer, "plannedOn", event.planned_on);
    write_date(writer, "forecastOn", event.forecast_on);
    write_date(writer, "actualOn", event.actual_on);
    write_time(writer, "actualAt", event.actual_at);
    write_text(writer, "place", event.place);
    write_text(writer, "note", event.note);
    write_text(writer, "source", event.source);
}

base::Result<Event> read_event(const json::Value& value) {
    Event event;
    event.code = TRY(read_enum<domain::MilestoneCode>(value, "code", domain::kMilestoneCodeCount));
    event.line = TRY(read_optional_id<domain::LineId>(value, "line"));
    event.shipment = TRY(read_optional_id<domain::ShipmentId>(value, "shipment"));
    event.planned_on = TRY(read_date(value, "plannedOn"));
    event.forecast_on = TRY(read_date(value, "forecastOn"));
    event.actual_on = TRY(read_date(value, "actualOn"));
    event.actual_at = TRY(read_time(value, "actualAt"));
    event.place = TRY(read_text(value, "place"));
    event.note = TRY(read_text(value, "note"));
    event.source = TRY(read_text(value, "source"));
    return event;
}

void write(json::Writer& writer, const Promise& promise) {
    write_id(writer, "line", promise.line);
    write_date(writer, "promisedOn", promise.promised_on);
    write_time(writer, "statedAt", promise.stated_at);
    write_text(writer, "reason", promise.reason);
    writer.field("party", domain::name_of(promise.party));
}

base::Result<Promise> read_promise(const json::Value& value) {
    Promise promise;
    promise.line = TRY(read_id<domain::LineId>(value, "line"));
    const auto promised_on = TRY(read_date(value, "promisedOn"));
    const auto stated_at = TRY(read_time(value, "statedAt"));
    if (!promised_on || !stated_at) return value.refuse("a promise needs a date and when it was made");
    promise.promised_on = *promised_on;
    promise.stated_at = *stated_at;
    promise.reason = TRY(read_text(value, "reason"));
    const json::Value party = TRY(value.field("party"));
    const auto known = domain::party_from(TRY(party.string()));
    if (!known) return party.refuse("not a party");
    promise.party = *known;
    return promise;
}

template <typename Row>
void write_list(json::Writer& writer, std::string_view name, const std::vector<Row>& rows) {
    writer.key(name).begin_array();
    for (const Row& row : rows) {
        writer.begin_object();
        write(writer, row);
        writer.end_object();
    }
    writer.end_array();
}

template <typename Row, typename Read>
base::Result<std::vector<Row>> read_list(const json::Value& object, std::string_view name, Read read) {
    const json::Value list = TRY(object.field(name));
    std::vector<Row> rows;
    for (const json::Value& value : TRY(list.elements()))
        rows.push_back(TRY(read(value)));
    return rows;
}

} // namespace

std::string encode_order_detail(const OrderDetail& detail) {
    json::Writer writer;
    writer.begin_object();
    write_order_row(writer, detail.order);
    write_text(writer, "shipTo", detail.ship_to);
    write_text(writer, "incoterm", detail.incoterm);
    write_text(writer, "paymentTerms", detail.payment_terms);
    write_list(writer, "orderLines", detail.lines);
    write_list(writer, "shipments", detail.shipments);
    write_list(writer, "events", detail.events);
    write_list(writer, "promises", detail.promises);
    writer.end_object();
    return writer.take();
}

base::Result<OrderDetail> decode_order_detail(std::string_view text) {
    const json::Document document = TRY(json::Document::parse(text));
    const json::Value root = document.root();
    OrderDetail detail;
    detail.order = TRY(read_order_row(root));
    const domain::Currency currency = detail.order.total.currency;
    detail.ship_to = TRY(read_text(root, "shipTo"));
    detail.incoterm = TRY(read_text(root, "incoterm"));
    detail.payment_terms = TRY(read_text(root, "paymentTerms"));
    detail.lines = TRY(read_list<Line>(
        root, "orderLines", [currency](const json::Value& value) { return read_line(value, currency); }));
    detail.shipments = TRY(read_list<Shipment>(root, "shipments", read_shipment));
    detail.events = TRY(read_list<Event>(root, "events", read_event));
    detail.promises = TRY(read_list<Promise>(root, "promises", read_promise));
    return detail;
}

} // namespace orderdeck::api
