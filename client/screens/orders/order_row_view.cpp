#include "client/screens/orders/order_row_view.h"

#include "client/app/route.h"
#include "shared/i18n/format_number.h"
#include "shared/words/order_row.h"

namespace orderdeck::client::screens {
namespace {

std::string match_words(const ViewContext& context, const replica::SearchMatch& match) {
    using replica::SearchField;
    switch (match.field) {
    case SearchField::order_number: return context.text("match.number");
    case SearchField::customer_reference: return context.text("match.customer_reference");
    case SearchField::project: return context.text("match.project", {{"value", match.text}});
    case SearchField::ship_to: return context.text("match.ship_to");
    case SearchField::item_sku: return context.text("match.sku", {{"value", match.text}});
    case SearchField::item_name: return context.text("match.item", {{"value", match.text}});
    case SearchField::shipment_number: return context.text("match.shipment", {{"value", match.text}});
    case SearchField::tracking_number: return context.text("match.tracking", {{"value", match.text}});
    }
    return {};
}

/// What cannot be seen in the row anyway says most about why it is here.
std::string match_of(const ViewContext& context, domain::OrderId order,
                     std::span<const replica::SearchMatch> matches) {
    const replica::SearchMatch* best = nullptr;
    for (const replica::SearchMatch& match : matches)
        if (match.order == order && (best == nullptr || match.field > best->field)) best = &match;
    return best == nullptr ? std::string() : match_words(context, *best);
}

std::string promised_words(const ViewContext& context, const domain::OrderSummary& summary) {
    if (summary.promised_on)
        return context.text("orders.promised", {{"date", context.date(*summary.promised_on)}});
    if (summary.forecast_on && !summary.complete)
        return context.text("orders.expected", {{"date", context.date(*summary.forecast_on)}});
    return summary.complete ? std::string() : context.text("orders.no_promise");
}

} // namespace

OrderRowView order_row_view(const ViewContext& context, const replica::OrderListRow& row,
                            std::span<const replica::SearchMatch> matches) {
    const domain::Order& order = row.order;
    OrderRowView view;
    view.key = std::to_string(order.id.value());
    view.href = app::path_of(order.id);
    view.number = order.number;
    if (!order.customer_reference.empty())
        view.reference = context.text("orders.po", {{"reference", order.customer_reference}});
    view.items = words::items_words(context, row.summary, row.lead_item ? &*row.lead_item : nullptr);
    if (row.lead_item) view.item_name = row.lead_item->name.in(context.language.tag());
    view.place = words::place_words(order);
    view.match = match_of(context, order.id, matches);
    view.status = short_headline(context, row.summary);
    view.fills = words::step_fills(row.summary);
    view.progress = progress_words(context, row.summary);
    if (row.summary.promised_on)
        view.promised = context.date(*row.summary.promised_on);
    else if (!row.summary.complete)
        view.promised = context.text("orders.no_promise");
    view.promised_words = promised_words(context, row.summary);
    view.promised_note = words::promise_note(context, row.summary);
    view.pill = main_pill(context, row.summary, order);
    view.total = i18n::format_money(context.language, {row.summary.total_minor, order.currency});
    return view;
}

} // namespace orderdeck::client::screens
