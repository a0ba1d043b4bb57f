#include "server/http/routes/order_json.h"

#include "server/http/routes/json_values.h"
#include "shared/base/parse_number.h"
#include "shared/base/text.h"

namespace orderdeck::server::http::routes {
namespace {

using json::Writer;
using persistence::sqlite::OrderEntry;
using persistence::sqlite::OrderPosition;

void write_headline(Writer& writer, const domain::OrderSummary& summary) {
    writer.key("headline").begin_object().field("kind", domain::name_of(summary.headline.kind));
    writer.field("stage", domain::name_of(summary.headline.stage));
    writer.field("count", summary.headline.count).field("of", summary.headline.of);
    if (summary.headline.kind == domain::HeadlineKind::units_at) {
        writer.field("part", summary.headline.part.to_string());
        writer.field("whole", summary.headline.whole.to_string());
        writer.field("further", summary.headline.further.to_string());
    }
    writer.end_object();
    writer.field("low_stage", domain::name_of(summary.low))
        .field("high_stage", domain::name_of(summary.high));
    writer.field("commercial", domain::name_of(summary.commercial))
        .field("supply", domain::name_of(summary.supply));
    writer.field("production_percent", percent_of(summary.production_permille));
    writer.field("logistics", domain::name_of(summary.logistics))
        .field("billing", domain::name_of(summary.billing));
    writer.field("returns", domain::name_of(summary.returns));
}

void write_counters(Writer& writer, const domain::OrderSummary& summary) {
    writer.key("line_counts").begin_object().field("all", summary.lines);
    writer.field("cancelled", summary.lines_cancelled).field("shipped", summary.lines_shipped);
    writer.field("partly_shipped", summary.lines_partly_shipped).field("delivered", summary.lines_delivered);
    writer.field("accepted", summary.lines_accepted).field("returned", summary.lines_returned).end_object();
    writer.field("complete", summary.complete).field("turn", domain::name_of(summary.turn));
}

void write_dates(Writer& writer, const domain::OrderSummary& summary, const domain::Order& order,
                 base::Timestamp now) {
    writer.field("requested_on", text_of(summary.requested_on));
    writer.field("promised_first_on", text_of(summary.promised_first_on));
    writer.field("promised_on", text_of(summary.promised_on)).field("promise_moves", summary.promise_moves);
    writer.field("promise_net_days", summary.promise_net_days)
        .field("forecast_on", text_of(summary.forecast_on));
    writer.field("delivered_on", text_of(summary.delivered_on));
    writer.field("next_arrival_on", text_of(summary.next_arrival_on));
    writer.field("late", domain::is_late(summary, now))
        .field("late_days", domain::late_days(summary, order, now));
    writer.field("at_risk", domain::is_at_risk(summary, now));
    writer.field("in_trouble", domain::is_in_trouble(summary, now)).field("urgent", summary.urgent);
    writer.field("partial", summary.partial).field("backordered", summary.backordered);
    writer.field("payment_due_on", text_of(summary.payment_due_on));
    writer.key("payment_due");
    if (summary.payment_due_on)
        writer.value(text_of(summary.payment_due_minor, order.currency));
    else
        writer.null();
}

void write_hold(Writer& writer, const domain::OrderSummary& summary) {
    writer.key("hold");
    if (!summary.hold_reason) {
        writer.null();
        return;
    }
    writer.begin_object().field("reason", domain::name_of(*summary.hold_reason));
    writer.field("owner", domain::name_of(summary.hold_owner)).field("since_on", text_of(summary.hold_since));
    writer.field("all_lines", summary.hold_all).end_object();
}

} // namespace

void write_order(Writer& writer, const domain::Order& order, const domain::OrderSummary& summary,
                 base::Timestamp now) {
    writer.field("id", text_of(order.id))
        .field("account_id", text_of(order.account))
        .field("number", order.number);
    writer.field("customer_reference", order.customer_reference).field("project", order.project);
    std::optional<base::LocalDate> placed_on;
    if (order.placed) placed_on = order.placed->on;
    writer.field("placed_on", text_of(placed_on)).field("flow", domain::name_of(order.flow));
    writer.field("incoterm", order.incoterm).field("incoterm_place", order.incoterm_place);
    writer.field("ship_to", order.ship_to).field("currency", order.currency.code());
    writer.field("total", text_of(summary.total_minor, order.currency));
    writer.field("open", text_of(summary.open_minor, order.currency));
    write_headline(writer, summary);
    write_counters(writer, summary);
    write_dates(writer, summary, order, now);
    write_hold(writer, summary);
}

std::string to_json(const persistence::sqlite::OrderPage& page, base::Timestamp now) {
    Writer writer;
    writer.begin_object().key("orders").begin_array();
    for (const OrderEntry& entry : page.orders) {
        writer.begin_object();
        write_order(writer, entry.order, entry.summary, now);
        writer.key("lead_item");
        write_item(writer, entry.lead_item ? &*entry.lead_item : nullptr);
        writer.field("lead_quantity", text_of(entry.summary.lead_quantity)).end_object();
    }
    writer.end_array().key("next");
    if (page.next) {
        writer.value(encode_position(*page.next));
    } else {
        writer.null();
    }
    writer.field("total", page.total).end_object();
    return writer.take();
}

std::string encode_position(const OrderPosition& position) {
    return (position.placed_on ? std::to_string(position.placed_on->days()) : std::string("x")) + "." +
           std::to_string(position.id.value());
}

base::Result<OrderPosition> decode_position(std::string_view text) {
    const std::vector<std::string_view> parts = base::split(text, '.');
    if (parts.size() != 2) return base::fail(base::ErrorCode::invalid, "not a cursor");
    OrderPosition position{.placed_on = {}, .id = domain::OrderId(TRY(base::parse_int(parts[1])))};
    if (parts[0] != "x") position.placed_on = base::LocalDate::from_days(TRY(base::parse_int(parts[0])));
    // One form only: no sign, no leading zero, no day beyond the calendar.
    if (encode_position(position) != text) return base::fail(base::ErrorCode::invalid, "not a cursor");
    return position;
}

} // namespace orderdeck::server::http::routes
