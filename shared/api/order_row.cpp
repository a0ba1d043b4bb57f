#include "shared/api/order_fields.h"

namespace orderdeck::api {
namespace {

constexpr int kHeadlineKinds = 6;
constexpr int kAmountBases = 3;

void write_headline(json::Writer& writer, const domain::Headline& headline) {
    writer.key("headline")
        .begin_object()
        .field("kind", name_of(headline.kind))
        .field("stage", domain::name_of(headline.stage))
        .field("count", headline.count)
        .field("of", headline.of)
        .end_object();
}

base::Result<domain::Headline> read_headline(const json::Value& value) {
    domain::Headline headline;
    headline.kind = TRY(read_enum<domain::HeadlineKind>(value, "kind", kHeadlineKinds));
    headline.stage = TRY(read_enum<domain::Stage>(value, "stage", domain::kStageCount));
    headline.count = TRY(read_int(value, "count"));
    headline.of = TRY(read_int(value, "of"));
    return headline;
}

void write_dates(json::Writer& writer, const OrderRow& row) {
    write_date(writer, "placedOn", row.placed_on);
    write_date(writer, "requestedOn", row.requested_on);
    write_date(writer, "promisedFirstOn", row.promised_first_on);
    write_date(writer, "promisedOn", row.promised_on);
    write_date(writer, "forecastOn", row.forecast_on);
    write_date(writer, "deliveredOn", row.delivered_on);
}

base::Result<void> read_dates(const json::Value& value, OrderRow& row) {
    row.placed_on = TRY(read_date(value, "placedOn"));
    row.requested_on = TRY(read_date(value, "requestedOn"));
    row.promised_first_on = TRY(read_date(value, "promisedFirstOn"));
    row.promised_on = TRY(read_date(value, "promisedOn"));
    row.forecast_on = TRY(read_date(value, "forecastOn"));
    row.delivered_on = TRY(read_date(value, "deliveredOn"));
    return {};
}

base::Result<void> read_amounts(const json::Value& value, OrderRow& row) {
    const json::Value currency_field = TRY(value.field("currency"));
    const auto currency = domain::Currency::parse(TRY(currency_field.string()));
    if (!currency) return currency_field.refuse(currency.error().message);
    row.total = TRY(read_money(value, "total", *currency));
    row.open = TRY(read_money(value, "open", *currency));
    row.amount_basis = TRY(read_enum<domain::AmountBasis>(value, "amountBasis", kAmountBases));
    return {};
}

base::Result<void> read_status(const json::Value& value, OrderRow& row) {
    row.headline = TRY(read_headline(TRY(value.field("headline"))));
    row.lines = TRY(read_int(value, "lines"));
    row.lines_shipped = TRY(read_int(value, "linesShipped"));
    row.lines_delivered = TRY(read_int(value, "linesDelivered"));
    row.promise_moves = TRY(read_int(value, "promiseMoves"));
    row.late_days = TRY(read_int(value, "lateDays"));
    row.at_risk = TRY(value.boolean_field("atRisk"));
    row.complete = TRY(value.boolean_field("complete"));
    if (const auto hold = TRY(value.optional_field("hold"))) {
        row.hold = domain::hold_reason_from(TRY(hold->string()));
        if (!row.hold) return hold->refuse("not a reason of a hold");
    }
    return {};
}

} // namespace

void write_order_row(json::Writer& writer, const OrderRow& row) {
    write_id(writer, "id", row.id);
    writer.field("number", row.number);
    write_text(writer, "customerReference", row.customer_reference);
    write_text(writer, "project", row.project);
    write_text(writer, "account", row.account_name);
    write_headline(writer, row.headline);
    writer.field("lines", row.lines)
        .field("linesShipped", row.lines_shipped)
        .field("linesDelivered", row.lines_delivered);
    write_dates(writer, row);
    writer.field("promiseMoves", row.promise_moves)
        .field("lateDays", row.late_days)
        .field("atRisk", row.at_risk)
        .field("complete", row.complete);
    if (row.hold) writer.field("hold", domain::name_of(*row.hold));
    writer.field("currency", row.total.currency.code())
        .field("total", row.total.to_string())
        .field("open", row.open.to_string())
        .field("amountBasis", name_of(row.amount_basis));
}

base::Result<OrderRow> read_order_row(const json::Value& value) {
    OrderRow row;
    row.id = TRY(read_id<domain::OrderId>(value, "id"));
    row.number = TRY(value.string_field("number"));
    row.customer_reference = TRY(read_text(value, "customerReference"));
    row.project = TRY(read_text(value, "project"));
    row.account_name = TRY(read_text(value, "account"));
    TRY(read_status(value, row));
    TRY(read_dates(value, row));
    TRY(read_amounts(value, row));
    return row;
}

std::string encode_order_page(const OrderPage& page) {
    json::Writer writer;
    writer.begin_object().key("orders").begin_array();
    for (const OrderRow& row : page.orders) {
        writer.begin_object();
        write_order_row(writer, row);
        writer.end_object();
    }
    writer.end_array().field("next", page.next).field("total", page.total).end_object();
    return writer.take();
}

base::Result<OrderPage> decode_order_page(std::string_view text) {
    const json::Document document = TRY(json::Document::parse(text));
    const json::Value root = document.root();
    const json::Value orders = TRY(root.field("orders"));
    OrderPage page;
    for (const json::Value& value : TRY(orders.elements()))
        page.orders.push_back(TRY(read_order_row(value)));
    page.next = TRY(root.optional_string_field("next"));
    page.total = TRY(root.int64_field("total"));
    return page;
}

} // namespace orderdeck::api
