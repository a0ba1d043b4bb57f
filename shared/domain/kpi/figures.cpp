#include "shared/domain/kpi/figures.h"

#include "shared/domain/kpi/judge.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

constexpr OnTimeWindow kLadder[] = {{kAnyEarliness, 7}, {14, 7}, {7, 3}, {3, 1}, {0, 0}};

struct StageSpan {
    MilestoneCode from;
    MilestoneCode to;
};

constexpr StageSpan kStageSpans[] = {
    {MilestoneCode::placed, MilestoneCode::confirmed},
    {MilestoneCode::confirmed, MilestoneCode::in_production},
    {MilestoneCode::in_production, MilestoneCode::produced},
    {MilestoneCode::produced, MilestoneCode::qc_passed},
    {MilestoneCode::qc_passed, MilestoneCode::packed},
    {MilestoneCode::packed, MilestoneCode::shipped},
    {MilestoneCode::shipped, MilestoneCode::delivered},
    {MilestoneCode::delivered, MilestoneCode::accepted},
    {MilestoneCode::confirmed, MilestoneCode::delivered},
};

void add_otif(std::vector<FigureDefinition>& figures, const FigureDefinition& pattern,
              std::span<const OnTimeWindow> windows) {
    for (int basis = 0; basis < kPromiseBasisCount; ++basis) {
        for (const OnTimeWindow& window : windows) {
            FigureDefinition figure = pattern;
            figure.kind = FigureKind::otif;
            figure.basis = static_cast<PromiseBasis>(basis);
            figure.window = window;
            figures.push_back(figure);
        }
    }
}

void judge(const OrderOutcome& order, const FigureQuestion& question, Figure& figure) {
    const FigureDefinition& definition = figure.definition();
    const RowSink rows(order, figure);
    switch (definition.kind) {
    case FigureKind::on_time:
    case FigureKind::otif: return judge_delivery(order, definition, question.today, rows);
    case FigureKind::fill_lines:
    case FigureKind::fill_units: return judge_fill(order, rows);
    case FigureKind::cycle_time: return judge_cycle_time(order, rows);
    case FigureKind::stage_time: return judge_stage_time(order, definition, rows);
    case FigureKind::promise_accuracy: return judge_promise_accuracy(order, definition, rows);
    case FigureKind::promise_stability: return judge_promise_stability(order, rows);
    case FigureKind::complaint_free: return judge_complaints(order, rows);
    case FigureKind::perfect_order: return judge_perfect_order(order, definition, question, rows);
    case FigureKind::open_value: return judge_open_value(order, rows);
    }
}

} // namespace

std::span<const OnTimeWindow> otif_ladder() { return kLadder; }

std::vector<FigureDefinition> figures_for(const FigureQuestion& question) {
    std::vector<FigureDefinition> figures;
    const auto add = [&figures](FigureKind kind) -> FigureDefinition& {
        figures.push_back({});
        figures.back().kind = kind;
        return figures.back();
    };
    add(FigureKind::on_time).window = question.window;
    std::vector<OnTimeWindow> windows{question.window};
    std::copy_if(std::begin(kLadder), std::end(kLadder), std::back_inserter(windows),
                 [&](const OnTimeWindow& window) { return !(window == question.window); });
    for (const FigureLevel level : {FigureLevel::line, FigureLevel::order}) {
        FigureDefinition pattern;
        pattern.level = level;
        add_otif(figures, pattern, windows);
    }
    add(FigureKind::fill_lines);
    add(FigureKind::fill_units);
    add(FigureKind::cycle_time).level = FigureLevel::order;
    for (const StageSpan& span : kStageSpans) {
        FigureDefinition& figure = add(FigureKind::stage_time);
        figure.from = span.from;
        figure.to = span.to;
    }
    for (const PromiseBasis basis :
         {PromiseBasis::first_confirmed, PromiseBasis::agreed, PromiseBasis::last_confirmed})
        add(FigureKind::promise_accuracy).basis = basis;
    add(FigureKind::promise_stability);
    add(FigureKind::complaint_free).level = FigureLevel::order;
    for (int basis = 0; basis < kPromiseBasisCount; ++basis) {
        FigureDefinition& figure = add(FigureKind::perfect_order);
        figure.level = FigureLevel::order;
        figure.basis = static_cast<PromiseBasis>(basis);
        figure.window = question.window;
    }
    add(FigureKind::open_value);
    return figures;
}

FigureBook::FigureBook(const FigureQuestion& question, std::span<const FigureDefinition> definitions,
                       KeepRows keep)
    : question_(question) {
    for (const FigureDefinition& definition : definitions)
        figures_.emplace_back(definition, keep);
}

void FigureBook::add(const OrderRecords& records) {
    const OrderOutcome order = outcome_of(records, question_.short_permille);
    ++orders_;
    lines_ += std::count_if(order.lines.begin(), order.lines.end(),
                            [](const LineOutcome& line) { return !line.wholly_cancelled; });
    for (Figure& figure : figures_)
        judge(order, question_, figure);
}

const Figure* FigureBook::find(const FigureDefinition& definition) const {
    const auto found = std::find_if(figures_.begin(), figures_.end(),
                                    [&](const Figure& figure) { return figure.definition() == definition; });
    return found == figures_.end() ? nullptr : &*found;
}

} // namespace orderdeck::domain
