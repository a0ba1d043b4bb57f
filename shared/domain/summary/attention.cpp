#include "shared/domain/name_table.h"
#include "shared/domain/summary.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

constexpr std::array<std::string_view, kHeadlineKindCount> kHeadlineKinds{
    "stage", "lines_at", "cancelled", "on_hold", "returned", "empty", "units_at"};

} // namespace

std::string_view name_of(HeadlineKind kind) { return name_in(kHeadlineKinds, kind); }

bool is_late(const OrderSummary& summary, base::Timestamp now) {
    if (summary.complete) return summary.delivered_late_days > 0;
    return summary.late_at && now >= *summary.late_at;
}

int late_days(const OrderSummary& summary, const Order& order, base::Timestamp now) {
    if (!is_late(summary, now)) return 0;
    if (summary.complete) return summary.delivered_late_days;
    if (!summary.promised_on) return 0;
    const base::LocalDate today = now.date_at(base::Duration::minutes(order.delivery_utc_offset_minutes));
    return std::max(0, today - *summary.promised_on);
}

bool is_in_trouble(const OrderSummary& summary, base::Timestamp now) {
    return !summary.complete && summary.trouble_at && now >= *summary.trouble_at;
}

bool is_at_risk(const OrderSummary& summary, base::Timestamp now) {
    if (summary.complete || is_late(summary, now)) return false;
    const auto holds = [now](const std::optional<base::Timestamp>& from) { return from && now >= *from; };
    return summary.at_risk || holds(summary.silent_at) || holds(summary.stuck_at) ||
           holds(summary.trouble_at);
}

Attention attention_of(const OrderSummary& summary, base::Timestamp now) {
    if (summary.complete) return Attention::done;
    if (is_in_trouble(summary, now)) return Attention::in_trouble;
    if (is_late(summary, now)) return Attention::overdue;
    if (summary.turn == Party::customer) return Attention::waiting_for_customer;
    if (summary.hold_reason) return Attention::on_hold;
    return is_at_risk(summary, now) ? Attention::at_risk : Attention::normal;
}

} // namespace orderdeck::domain
