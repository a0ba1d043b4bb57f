#include "shared/domain/kpi/judge.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

Verdict otif_verdict(const LineOutcome& line, PromiseBasis basis, OnTimeWindow window,
                     base::LocalDate today) {
    const auto promised = line.promised(basis);
    if (!promised) return Verdict::no_date;
    const base::LocalDate earliest = promised->plus_days(-std::int64_t{window.early_days});
    const base::LocalDate latest = promised->plus_days(window.late_days);
    if (today <= latest) return Verdict::window_open;
    if (line.delivered_on) {
        if (*line.delivered_on > latest) return Verdict::late_in_full;
        return *line.delivered_on < earliest ? Verdict::early : Verdict::met;
    }
    const bool some_in_time = line.first_delivered_on && *line.first_delivered_on <= latest;
    return some_in_time ? Verdict::on_time_short : Verdict::late_short;
}

/// On time asks only whether the complete delivery came within the window.
Verdict on_time_verdict(Verdict otif) {
    const bool missed = is_counted(otif) && otif != Verdict::met && otif != Verdict::early;
    return missed ? Verdict::late : otif;
}

} // namespace

Verdict otif_of_order(const OrderOutcome& order, const FigureDefinition& definition, base::LocalDate today) {
    std::array<bool, kVerdictCount> seen{};
    const auto has = [&seen](Verdict verdict) { return seen[static_cast<std::size_t>(verdict)]; };
    for (const LineOutcome& line : order.lines) {
        if (line.wholly_cancelled) continue;
        seen[static_cast<std::size_t>(otif_verdict(line, definition.basis, definition.window, today))] = true;
    }
    if (has(Verdict::no_date)) return Verdict::no_date;
    if (has(Verdict::window_open)) return Verdict::window_open;
    if (has(Verdict::late_short)) return Verdict::late_short;
    if (has(Verdict::on_time_short))
        return has(Verdict::late_in_full) ? Verdict::late_short : Verdict::on_time_short;
    if (has(Verdict::late_in_full)) return Verdict::late_in_full;
    return has(Verdict::early) ? Verdict::early : Verdict::met;
}

std::optional<Verdict> left_out_as_whole(const OrderOutcome& order) {
    if (order.kind == OrderKind::framework_contract) return Verdict::framework;
    if (order.lines.empty()) return Verdict::no_lines;
    const bool all_cancelled = std::all_of(order.lines.begin(), order.lines.end(),
                                           [](const LineOutcome& line) { return line.wholly_cancelled; });
    return all_cancelled ? std::optional(Verdict::cancelled) : std::nullopt;
}

std::optional<Verdict> left_out(const OrderOutcome& order, const LineOutcome& line) {
    if (order.kind == OrderKind::framework_contract) return Verdict::framework;
    return line.wholly_cancelled ? std::optional(Verdict::cancelled) : std::nullopt;
}

std::optional<base::LocalDate> completed_on(const OrderOutcome& order) {
    std::optional<base::LocalDate> last;
    for (const LineOutcome& line : order.lines) {
        if (line.wholly_cancelled) continue;
        if (!line.delivered_on) return std::nullopt;
        last = std::max(last.value_or(*line.delivered_on), *line.delivered_on);
    }
    return last;
}

void judge_delivery(const OrderOutcome& order, const FigureDefinition& definition, base::LocalDate today,
                    RowSink rows) {
    if (definition.level == FigureLevel::order) {
        const auto out = left_out_as_whole(order);
        rows.order_row(out ? *out : otif_of_order(order, definition, today));
        return;
    }
    for (const LineOutcome& line : order.lines) {
        Verdict verdict = left_out(order, line).value_or(Verdict::met);
        if (verdict == Verdict::met) verdict = otif_verdict(line, definition.basis, definition.window, today);
        if (definition.kind == FigureKind::on_time) verdict = on_time_verdict(verdict);
        const auto promised = line.promised(definition.basis);
        std::optional<std::int64_t> days;
        if (promised && line.delivered_on) days = *line.delivered_on - *promised;
        rows.line_row(line, verdict, days);
    }
}

} // namespace orderdeck::domain
