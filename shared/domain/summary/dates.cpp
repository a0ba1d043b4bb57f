#include "shared/domain/summary/summary_parts.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

using Date = std::optional<base::LocalDate>;

Date later(Date left, Date right) { return !left || (right && *right > *left) ? right : left; }
Date earlier(Date left, Date right) { return !left || (right && *right < *left) ? right : left; }

/// The earliest day on which something of an open line is expected.
Date next_arrival_of(const LineFacts& facts, const LineProgress& line) {
    Date next;
    for (const ShippedPart& part : facts.parts) {
        if (part.shipment->stage < Stage::delivered) next = earlier(next, part.shipment->expected_on);
    }
    return next ? next : expected_on(line);
}

void derive_promises(const OrderFacts& facts, OrderSummary& summary) {
    for (const LineProgress& line : facts.progress()) {
        if (line.wholly_cancelled) continue;
        summary.promised_first_on = later(summary.promised_first_on, line.promised_first_on);
        summary.promised_on = later(summary.promised_on, line.promised_on);
        summary.promise_moves = std::max(summary.promise_moves, line.promise_moves);
    }
    if (summary.promised_on) summary.promise_net_days = *summary.promised_on - *summary.promised_first_on;
}

void derive_expectation(const OrderFacts& facts, OrderSummary& summary) {
    Date complete_on;
    bool is_forecast = false;
    for (std::size_t i = 0; i < facts.lines().size(); ++i) {
        const LineProgress& line = facts.progress()[i];
        if (!is_open(line)) continue;
        complete_on = later(complete_on, expected_on(line));
        is_forecast = is_forecast || line.forecast_on.has_value();
        summary.next_arrival_on = earlier(summary.next_arrival_on, next_arrival_of(facts.lines()[i], line));
        const Date& fulfilment = line.fulfilment_forecast_on;
        if (fulfilment && line.promised_on && *fulfilment > *line.promised_on) summary.at_risk = true;
    }
    // Promises alone are no forecast.
    if (is_forecast) summary.forecast_on = complete_on;
}

} // namespace

void derive_dates(const OrderFacts& facts, OrderSummary& summary) {
    derive_promises(facts, summary);
    derive_expectation(facts, summary);
    bool fulfilled = true;
    Date fulfilled_on;
    for (std::size_t i = 0; i < facts.lines().size(); ++i) {
        const LineProgress& line = facts.progress()[i];
        if (line.wholly_cancelled) continue;
        fulfilled = fulfilled && line.fulfilled;
        fulfilled_on = later(fulfilled_on, line.fulfilled_on);
        summary.requested_on = later(summary.requested_on, facts.lines()[i].line->requested_on);
        if (summary.complete) summary.delivered_on = later(summary.delivered_on, line.delivered_on);
    }
    if (!summary.promised_on) return;
    if (!fulfilled) {
        const auto offset = base::Duration::minutes(facts.records().order.delivery_utc_offset_minutes);
        summary.late_at = base::Timestamp::at_start_of(summary.promised_on->plus_days(1)) - offset;
    } else if (fulfilled_on) {
        summary.delivered_late_days = std::max(0, *fulfilled_on - *summary.promised_on);
    }
}

} // namespace orderdeck::domain
