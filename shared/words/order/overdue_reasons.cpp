#include "shared/words/order/order_view.h"
#include "shared/words/source_words.h"

#include <algorithm>
#include <map>

namespace orderdeck::words {
namespace {

/// Lines whose promise has passed and of which no source says when they will come now.
std::map<base::LocalDate, std::vector<const domain::Line*>>
overdue_lines(const ViewContext& context, const domain::OrderDetails& details) {
    std::map<base::LocalDate, std::vector<const domain::Line*>> lines;
    for (const domain::LineProgress& progress : domain::line_progress(details.records)) {
        if (!progress.promised_on || progress.wholly_cancelled || progress.fulfilled) continue;
        const auto& forecast = progress.fulfilment_forecast_on;
        const bool has_forecast = forecast && *forecast > *progress.promised_on;
        if (has_forecast || *progress.promised_on >= context.clock.today()) continue;
        if (const domain::Line* line = domain::line_of(details, progress.line))
            lines[*progress.promised_on].push_back(line);
    }
    return lines;
}

/// Who said so last, and when.
std::string evidence_of(const ViewContext& context, const domain::OrderDetails& details,
                        const domain::Line& line) {
    const domain::PromiseRevision* last = nullptr;
    for (const domain::PromiseRevision& promise : details.records.promises)
        if (promise.line == line.id && (last == nullptr || last->stated_at < promise.stated_at))
            last = &promise;
    const std::string source = last == nullptr ? std::string() : source_words(context, details, last->source);
    if (source.empty()) return {};
    return context.text("why.evidence", {{"source", source}, {"age", context.age(last->received_at)}});
}

} // namespace

std::vector<ReasonView> overdue_reasons(const ViewContext& context, const domain::OrderDetails& details) {
    std::vector<ReasonView> views;
    if (!domain::is_late(details.summary, context.clock.now)) return views;
    for (const auto& [promised, lines] : overdue_lines(context, details)) {
        std::string list;
        for (const domain::Line* line : lines) {
            if (!list.empty()) list += context.language.raw("list.separator");
            list += line->number;
        }
        const std::string names = context.text("why.lines", {{"count", lines.size()}, {"lines", list}});
        const int days = context.clock.today() - promised;
        views.push_back({context.text("why.overdue",
                                      {{"lines", names}, {"date", context.date(promised)}, {"count", days}}),
                         evidence_of(context, details, *lines.front())});
    }
    return views;
}

} // namespace orderdeck::words
