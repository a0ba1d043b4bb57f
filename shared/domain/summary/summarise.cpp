#include "shared/domain/summary/summary_parts.h"

namespace orderdeck::domain {

OrderSummary summarise(const OrderRecords& records) {
    const OrderFacts facts(records);
    OrderSummary summary;
    summary.order = records.order.id;
    count_lines(facts, summary);
    derive_axes(facts, summary);
    derive_dates(facts, summary);
    derive_waiting(facts, summary);
    derive_alarms(facts, summary);
    derive_flags(facts, summary);
    derive_amounts(facts, summary);
    derive_billing(facts, summary);
    derive_progress(facts, summary);
    summary.headline = headline_of(summary, facts.progress());
    return summary;
}

} // namespace orderdeck::domain
