#pragma once

#include "shared/domain/kpi/figures.h"

namespace orderdeck::domain {

/// Where a figure's rows go.
class RowSink {
public:
    RowSink(const OrderOutcome& order, Figure& figure) : order_(order), figure_(figure) {}

    void order_row(Verdict verdict, std::optional<std::int64_t> value = {}) {
        figure_.add(
            {.order = order_.order, .line = std::nullopt, .verdict = verdict, .value = value, .of = 0});
    }
    void line_row(const LineOutcome& line, Verdict verdict, std::optional<std::int64_t> value = {},
                  std::int64_t of = 0) {
        figure_.add({.order = order_.order, .line = line.line, .verdict = verdict, .value = value, .of = of});
    }
    void amount_row(const LineOutcome& line, std::int64_t minor) {
        line_row(line, Verdict::measured, minor);
        figure_.add_open_value(order_.currency, order_.amount_basis, minor);
    }

private:
    const OrderOutcome& order_;
    Figure& figure_;
};

/// What one order says to one kind of figure: a row for each of its lines, or one for the order.
void judge_delivery(const OrderOutcome& order, const FigureDefinition& definition, base::LocalDate today,
                    RowSink rows); ///< on_time, otif
void judge_fill(const OrderOutcome& order, RowSink rows);
void judge_cycle_time(const OrderOutcome& order, RowSink rows);
void judge_stage_time(const OrderOutcome& order, const FigureDefinition& definition, RowSink rows);
void judge_promise_accuracy(const OrderOutcome& order, const FigureDefinition& definition, RowSink rows);
void judge_promise_stability(const OrderOutcome& order, RowSink rows);
void judge_complaints(const OrderOutcome& order, RowSink rows);
void judge_perfect_order(const OrderOutcome& order, const FigureDefinition& definition,
                         const FigureQuestion& question, RowSink rows);
void judge_open_value(const OrderOutcome& order, RowSink rows);

/// Why none of the order is in any delivery figure, if so: it is a framework contract, has no lines, or all are
/// cancelled.
std::optional<Verdict> left_out_as_whole(const OrderOutcome& order);
/// The same for one line of an order that is in.
std::optional<Verdict> left_out(const OrderOutcome& order, const LineOutcome& line);
/// The class of the whole order by its dates and quantities: that of its worst line; it is judged when all of its lines
/// can be.
Verdict otif_of_order(const OrderOutcome& order, const FigureDefinition& definition, base::LocalDate today);
/// When the last of what was not cancelled was delivered; nullopt while something is missing.
std::optional<base::LocalDate> completed_on(const OrderOutcome& order);

} // namespace orderdeck::domain
