#include "shared/words/order_row.h"

#include "shared/i18n/format_number.h"
#include "shared/words/status_words.h"

namespace orderdeck::words {

std::string items_words(const ViewContext& context, const domain::OrderSummary& summary,
                        const domain::Item* item) {
    if (item == nullptr) return context.text("orders.item_unknown");
    const std::string& name = item->name.in(context.language.tag());
    if (summary.lines > 1)
        return context.text("orders.items_more",
                            {{"name", name}, {"more", summary.lines - 1}, {"total", summary.lines}});
    if (!summary.lead_quantity) return name;
    const std::string quantity = i18n::format_quantity(context.language, *summary.lead_quantity);
    return context.text("orders.item_quantity", {{"name", name}, {"quantity", quantity}});
}

std::string place_words(const domain::Order& order) {
    if (!order.ship_to.empty()) return order.ship_to;
    if (!order.project.empty()) return order.project;
    return join_facts({order.incoterm_place, order.incoterm});
}

std::string promise_note(const ViewContext& context, const domain::OrderSummary& summary) {
    if (summary.complete && summary.delivered_on)
        return context.text("orders.delivered", {{"date", context.date(*summary.delivered_on)}});
    if (summary.hold_since)
        return context.text("orders.hold_since", {{"date", context.date(*summary.hold_since)}});
    const bool slips =
        summary.forecast_on && summary.promised_on && *summary.forecast_on > *summary.promised_on;
    if (slips) return context.text("orders.expected", {{"date", context.date(*summary.forecast_on)}});
    if (summary.promise_moves > 0) return context.text("moved.times", {{"count", summary.promise_moves}});
    return {};
}

} // namespace orderdeck::words
