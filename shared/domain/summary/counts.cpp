#include "shared/domain/summary/summary_parts.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

int lines_beyond(const OrderSummary& summary, Stage stage) {
    int count = 0;
    for (std::size_t at = static_cast<std::size_t>(stage); at < summary.lines_at.size(); ++at) {
        count += summary.lines_at[at];
    }
    return count;
}

int active_lines(const OrderSummary& summary) { return summary.lines - summary.lines_cancelled; }

/// The first of shipped, delivered and accepted that some but not all lines have reached.
std::optional<Headline> partial_headline(const OrderSummary& summary) {
    const int of = active_lines(summary);
    for (const Stage stage : {Stage::shipped, Stage::delivered, Stage::accepted}) {
        const int count = lines_beyond(summary, stage);
        if (count > 0 && count < of) {
            return Headline{.kind = HeadlineKind::lines_at, .stage = stage, .count = count, .of = of};
        }
    }
    return std::nullopt;
}

/// The same by quantity, for an order of one line.
std::optional<Headline> partial_headline(const LineProgress& line) {
    Headline headline{.kind = HeadlineKind::units_at, .count = 0, .of = 1};
    headline.whole = line.ordered - line.cancelled;
    const std::array quantities{std::pair(Stage::shipped, line.shipped),
                                std::pair(Stage::delivered, line.delivered),
                                std::pair(Stage::accepted, line.accepted)};
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        const auto& [stage, quantity] = quantities[i];
        if (line.reached >= stage || !quantity.is_positive() || quantity >= headline.whole) continue;
        headline.stage = stage;
        headline.part = quantity;
        if (i + 1 < quantities.size()) headline.further = quantities[i + 1].second;
        return headline;
    }
    return std::nullopt;
}

/// Nothing is delivered on a framework contract itself: it is open until its owner closes it.
bool is_closed_contract(const OrderFacts& facts) {
    return facts.records().order.kind == OrderKind::framework_contract &&
           std::any_of(facts.order_wide().begin(), facts.order_wide().end(), [](const Milestone* milestone) {
               return milestone->code == MilestoneCode::closed && milestone->actual;
           });
}

} // namespace

void count_lines(const OrderFacts& facts, OrderSummary& summary) {
    summary.lines = static_cast<int>(facts.lines().size());
    bool is_first = true;
    for (const LineProgress& line : facts.progress()) {
        if (line.wholly_cancelled) {
            ++summary.lines_cancelled;
            continue;
        }
        if (line.returned.is_positive()) ++summary.lines_returned;
        ++summary.lines_at[static_cast<std::size_t>(line.reached)];
        if (line.reached < Stage::shipped && line.reached_any >= Stage::shipped)
            ++summary.lines_partly_shipped;
        summary.low = is_first ? line.reached : std::min(summary.low, line.reached);
        summary.high = is_first ? line.reached_any : std::max(summary.high, line.reached_any);
        is_first = false;
    }
    summary.lines_shipped = lines_beyond(summary, Stage::shipped);
    summary.lines_delivered = lines_beyond(summary, Stage::delivered);
    summary.lines_accepted = lines_beyond(summary, Stage::accepted);
    const bool is_delivered = summary.lines > 0 && summary.lines_delivered == active_lines(summary);
    summary.complete = is_delivered || is_closed_contract(facts);
}

Headline headline_of(const OrderSummary& summary, const std::vector<LineProgress>& lines) {
    const int of = active_lines(summary);
    if (summary.lines == 0) return Headline{};
    if (of == 0) {
        return Headline{.kind = HeadlineKind::cancelled,
                        .stage = summary.low,
                        .count = summary.lines_cancelled,
                        .of = summary.lines};
    }
    if (summary.hold_all) {
        const int held = static_cast<int>(
            std::count_if(lines.begin(), lines.end(), [](const LineProgress& line) { return line.on_hold; }));
        return Headline{.kind = HeadlineKind::on_hold, .stage = summary.low, .count = held, .of = of};
    }
    if (summary.complete && summary.lines_returned > 0) {
        return Headline{
            .kind = HeadlineKind::returned, .stage = summary.low, .count = summary.lines_returned, .of = of};
    }
    if (const auto partial = partial_headline(summary)) return *partial;
    for (const LineProgress& line : lines) {
        if (of > 1 || line.wholly_cancelled) continue;
        if (const auto partial = partial_headline(line)) return *partial;
    }
    return Headline{.kind = HeadlineKind::stage,
                    .stage = summary.low,
                    .count = summary.lines_at[static_cast<std::size_t>(summary.low)],
                    .of = of};
}

} // namespace orderdeck::domain
