#include "shared/domain/kpi/judge.h"

#include <algorithm>

namespace orderdeck::domain {

void judge_fill(const OrderOutcome& order, RowSink rows) {
    for (const LineOutcome& line : order.lines) {
        if (const auto out = left_out(order, line))
            rows.line_row(line, *out);
        else if (!line.first_shipped_on)
            rows.line_row(line, Verdict::not_shipped);
        else
            rows.line_row(line, line.first_shipped >= line.wanted ? Verdict::met : Verdict::partly,
                          line.first_shipped.micro(), line.wanted.micro());
    }
}

void judge_complaints(const OrderOutcome& order, RowSink rows) {
    if (const auto out = left_out_as_whole(order)) return rows.order_row(*out);
    const bool troubled = std::any_of(order.lines.begin(), order.lines.end(),
                                      [](const LineOutcome& line) { return line.is_troubled; });
    // Trouble with a part is trouble, whatever becomes of the rest.
    if (!troubled && !completed_on(order)) return rows.order_row(Verdict::not_delivered);
    rows.order_row(troubled ? Verdict::troubled : Verdict::met);
}

void judge_open_value(const OrderOutcome& order, RowSink rows) {
    for (const LineOutcome& line : order.lines) {
        if (const auto out = left_out(order, line))
            rows.line_row(line, *out);
        else if (!line.is_open)
            rows.line_row(line, Verdict::not_open);
        else if (!line.open_minor)
            rows.line_row(line, Verdict::no_price);
        else
            rows.amount_row(line, *line.open_minor);
    }
}

} // namespace orderdeck::domain
