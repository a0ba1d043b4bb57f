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

namespace {

/// The last day on which one of the lines may be delivered by its promise and be in time. All have a date.
base::LocalDate last_in_time(const OrderOutcome& order, const FigureDefinition& definition) {
    std::optional<base::LocalDate> last;
    for (const LineOutcome& line : order.lines) {
        if (line.wholly_cancelled) continue;
        const auto promised = line.promised(definition.basis);
        if (promised) last = std::max(last.value_or(*promised), *promised);
    }
    return last.value_or(base::LocalDate{}).plus_days(definition.window.late_days);
}

bool is_troubled_by(const OrderOutcome& order, base::LocalDate last) {
    return std::any_of(order.lines.begin(), order.lines.end(), [last](const LineOutcome& line) {
        return line.is_troubled && (!line.troubled_on || *line.troubled_on <= last);
    });
}

bool has_all_papers(const OrderOutcome& order, base::LocalDate completed) {
    return !order.has_refused_bill &&
           std::all_of(order.papers.begin(), order.papers.end(), [completed](const RequiredPaper& paper) {
               return paper.received_on && *paper.received_on <= completed &&
                      (!paper.expires_on || *paper.expires_on >= completed);
           });
}

} // namespace

void judge_perfect_order(const OrderOutcome& order, const FigureDefinition& definition,
                         const FigureQuestion& question, RowSink rows) {
    if (const auto out = left_out_as_whole(order)) return rows.order_row(*out);
    const Verdict delivery = otif_of_order(order, definition, question.today);
    if (!is_counted(delivery)) return rows.order_row(delivery);
    // Those that missed wait as long, or the share would be that of the missed at first.
    const base::LocalDate judged = last_in_time(order, definition).plus_days(question.complaint_days);
    if (question.today <= judged) return rows.order_row(Verdict::settling);
    if (delivery != Verdict::met) return rows.order_row(delivery);
    const base::LocalDate completed = completed_on(order).value_or(question.today);
    if (is_troubled_by(order, completed.plus_days(question.complaint_days)))
        return rows.order_row(Verdict::troubled);
    rows.order_row(has_all_papers(order, completed) ? Verdict::met : Verdict::undocumented);
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
