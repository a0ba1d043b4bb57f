#include "shared/domain/summary/summary_parts.h"

#include <algorithm>

namespace orderdeck::domain {

bool is_backordered(const Order& order, const LineFacts& facts, const LineProgress& progress) {
    if (!is_open(progress)) return false;
    const bool is_confirmed = facts.line->commercial == CommercialState::confirmed ||
                              facts.line->commercial == CommercialState::confirmed_changed;
    if (is_confirmed && facts.line->confirmed && *facts.line->confirmed < facts.active) return true;
    const bool left_in_part = progress.shipped.is_positive() && progress.reached < Stage::shipped;
    return left_in_part && order.flow == Flow::stock && !is_produced(order, facts);
}

void derive_flags(const OrderFacts& facts, OrderSummary& summary) {
    if (summary.complete || summary.lines == 0) return;
    const OrderRecords& records = facts.records();
    const int active = summary.lines - summary.lines_cancelled;
    summary.partial =
        summary.lines_partly_shipped > 0 || (summary.lines_shipped > 0 && summary.lines_shipped < active);
    summary.urgent = records.order.priority == Priority::urgent;
    summary.backordered =
        std::any_of(records.relations.begin(), records.relations.end(),
                    [](const Relation& relation) { return relation.kind == RelationKind::backorder_of; });
    for (std::size_t i = 0; i < facts.lines().size(); ++i) {
        if (is_backordered(records.order, facts.lines()[i], facts.progress()[i])) summary.backordered = true;
    }
}

} // namespace orderdeck::domain
