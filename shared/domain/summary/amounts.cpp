#include "shared/domain/line_number.h"
#include "shared/domain/summary/summary_parts.h"
#include "shared/domain/wide.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

std::int64_t share(std::int64_t amount, Quantity part, Quantity whole) {
    if (part == whole) return amount;
    if (!whole.is_positive()) return 0;
    return saturate(divide_rounded(Wide{amount} * part.micro(), whole.micro()));
}

/// The value of what was ordered and not cancelled; nothing where no source gives a price.
std::optional<std::int64_t> value_of(const LineFacts& facts, Currency currency) {
    const Line& line = *facts.line;
    if (line.amount_minor) return share(*line.amount_minor, facts.active, std::max(Quantity{}, line.ordered));
    if (!line.unit_price) return std::nullopt;
    const auto product = multiply(facts.active, *line.unit_price, currency);
    if (!product) return std::nullopt;
    return product->minor;
}

std::int64_t sum(std::int64_t left, std::int64_t right) { return saturate(Wide{left} + right); }

struct Candidate {
    const Line* line;
    bool is_cancelled;
    std::int64_t value;
};

bool leads(const Candidate& left, const Candidate& right) {
    if (left.is_cancelled != right.is_cancelled) return !left.is_cancelled;
    if (left.value != right.value) return left.value > right.value;
    if (left.line->number != right.line->number)
        return line_number_before(left.line->number, right.line->number);
    return left.line->id < right.line->id;
}

} // namespace

std::optional<std::int64_t> open_value_of(const OrderFacts& facts, std::size_t i) {
    const LineFacts& line = facts.lines()[i];
    const std::optional<std::int64_t> value = value_of(line, facts.records().order.currency);
    if (!value) return std::nullopt;
    return share(*value, facts.progress()[i].open, line.active);
}

void derive_amounts(const OrderFacts& facts, OrderSummary& summary) {
    std::optional<Candidate> lead;
    for (std::size_t i = 0; i < facts.lines().size(); ++i) {
        const LineFacts& line = facts.lines()[i];
        const std::int64_t value = value_of(line, facts.records().order.currency).value_or(0);
        const Candidate candidate{line.line, line.wholly_cancelled, value};
        if (!lead || leads(candidate, *lead)) lead = candidate;
        if (line.wholly_cancelled) continue;
        summary.total_minor = sum(summary.total_minor, value);
        if (summary.complete || !is_open(facts.progress()[i])) continue;
        summary.open_minor = sum(summary.open_minor, open_value_of(facts, i).value_or(0));
    }
    if (!lead) return;
    summary.lead_item = lead->line->item;
    if (summary.lines == 1) summary.lead_quantity = lead->line->ordered;
}

} // namespace orderdeck::domain
