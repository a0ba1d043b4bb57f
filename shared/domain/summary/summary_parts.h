#pragma once

#include "shared/domain/progress/order_facts.h"
#include "shared/domain/relations/kit_parts.h"
#include "shared/domain/summary.h"

namespace orderdeck::domain {

/// The parts of `summarise`; each fills its own members and may read those of the parts before it.
void count_lines(const OrderFacts& facts, OrderSummary& summary);
void derive_axes(const OrderFacts& facts, OrderSummary& summary);
void derive_billing(const OrderFacts& facts, OrderSummary& summary);
void derive_alarms(const OrderFacts& facts, OrderSummary& summary);
void derive_flags(const OrderFacts& facts, OrderSummary& summary);
void derive_dates(const OrderFacts& facts, OrderSummary& summary);
void derive_waiting(const OrderFacts& facts, OrderSummary& summary);
void derive_amounts(const OrderFacts& facts, OrderSummary& summary);
void derive_progress(const OrderFacts& facts, OrderSummary& summary);
Headline headline_of(const OrderSummary& summary, const std::vector<LineProgress>& lines);

/// The open line that the complete delivery waits for, when there is exactly one and others do not wait for it. A kit is
/// there when its components are: it is not named while one of them is missing, nor they once they travel inside it.
std::optional<LineId> blocking_line_of(const std::vector<LineProgress>& lines, std::span<const KitPart> kits);
std::optional<LineId> blocking_line_of(const OrderFacts& facts);

/// What is still to be delivered of a line, in minor units of the order's currency; nullopt where no source gives a
/// price.
std::optional<std::int64_t> open_value_of(const OrderFacts& facts, std::size_t position);

/// Whether the rest of an open line waits: less is confirmed than is wanted, or goods from stock left in part.
bool is_backordered(const Order& order, const LineFacts& facts, const LineProgress& progress);

/// Whether a line is made for the order: by its flow, or because production has said something about it.
bool is_produced(const Order& order, const LineFacts& facts);

} // namespace orderdeck::domain
