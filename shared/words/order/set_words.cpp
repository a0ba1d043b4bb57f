#include "shared/words/order/set_words.h"

namespace orderdeck::words {

std::string end_words(const ViewContext& context, const domain::OrderSet& set,
                      const domain::RelationEnd& end) {
    const domain::OrderRecords* order = set.find(end.order);
    if (order == nullptr) return {};
    const domain::Line* line = end.line ? domain::find_line(*order, *end.line) : nullptr;
    if (line == nullptr) return order->order.number;
    return context.text("related.line", {{"order", order->order.number}, {"line", line->number}});
}

std::string standing_words(const ViewContext& context, const domain::OrderSet& set,
                           const domain::RelationEnd& end) {
    const domain::SetForecast forecast = domain::forecast_of_lines(set, std::span(&end, 1));
    if (forecast.completed_on)
        return context.text("related.delivered", {{"date", context.date(*forecast.completed_on)}});
    if (forecast.is_complete() || forecast.lines == 0 || !forecast.expected_on) return {};
    return context.text("related.expected", {{"date", context.date(*forecast.expected_on)}});
}

std::string together_words(const ViewContext& context, const domain::OrderSet& set,
                           const domain::SetForecast& forecast) {
    if (forecast.completed_on)
        return context.text("related.complete", {{"date", context.date(*forecast.completed_on)}});
    if (forecast.blocking) {
        const std::string order = end_words(context, set, *forecast.blocking);
        if (!forecast.blocking_on) return context.text("related.blocking_undated", {{"order", order}});
        return context.text("related.blocking",
                            {{"order", order}, {"date", context.date(*forecast.blocking_on)}});
    }
    if (!forecast.expected_on) return {};
    return context.text("related.complete_on", {{"date", context.date(*forecast.expected_on)}});
}

} // namespace orderdeck::words
