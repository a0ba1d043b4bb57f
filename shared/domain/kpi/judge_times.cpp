#include "shared/domain/kpi/judge.h"

namespace orderdeck::domain {

void judge_cycle_time(const OrderOutcome& order, RowSink rows) {
    if (const auto out = left_out_as_whole(order)) return rows.order_row(*out);
    const auto completed = completed_on(order);
    if (!completed) return rows.order_row(Verdict::not_delivered);
    if (!order.placed_on) return rows.order_row(Verdict::not_placed);
    // Inclusive, as GHSC-PSM counts: what is delivered on the day on which it was ordered took one day.
    rows.order_row(Verdict::measured, std::int64_t{*completed - *order.placed_on} + 1);
}

void judge_stage_time(const OrderOutcome& order, const FigureDefinition& definition, RowSink rows) {
    for (const LineOutcome& line : order.lines) {
        if (const auto out = left_out(order, line)) {
            rows.line_row(line, *out);
            continue;
        }
        auto from = line.happened_on[static_cast<std::size_t>(definition.from)];
        if (!from && definition.from == MilestoneCode::placed) from = order.placed_on;
        const auto to = line.happened_on[static_cast<std::size_t>(definition.to)];
        if (from && to)
            rows.line_row(line, Verdict::measured, std::int64_t{*to - *from});
        else
            rows.line_row(line, Verdict::not_recorded);
    }
}

void judge_promise_accuracy(const OrderOutcome& order, const FigureDefinition& definition, RowSink rows) {
    for (const LineOutcome& line : order.lines) {
        const auto promised = line.promised(definition.basis);
        if (const auto out = left_out(order, line))
            rows.line_row(line, *out);
        else if (!promised)
            rows.line_row(line, Verdict::no_date);
        else if (!line.delivered_on)
            rows.line_row(line, Verdict::not_delivered);
        else
            rows.line_row(line, Verdict::measured, std::int64_t{*line.delivered_on - *promised});
    }
}

void judge_promise_stability(const OrderOutcome& order, RowSink rows) {
    for (const LineOutcome& line : order.lines) {
        if (const auto out = left_out(order, line))
            rows.line_row(line, *out);
        else if (!line.has_promise)
            rows.line_row(line, Verdict::no_date);
        else
            rows.line_row(line, line.promise_moves == 0 ? Verdict::met : Verdict::moved, line.promise_moves);
    }
}

} // namespace orderdeck::domain
