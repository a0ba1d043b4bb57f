#pragma once

#include "shared/domain/order.h"
#include "shared/domain/summary.h"
#include "shared/words/tone.h"
#include "shared/words/view_context.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace orderdeck::words {

/// A status in a word or two and its tone.
struct PillView {
    std::string label;
    Tone tone = Tone::mute;
    friend bool operator==(const PillView&, const PillView&) = default;
};

/// Where an order stands, for a list: "3 of 5 lines shipped", "16 of 28 shipped", "In production · 60 %".
std::string short_headline(const ViewContext& context, const domain::OrderSummary& summary);
/// The same with the other lines told too: "3 of 5 lines shipped, 1 delivered, 1 in production".
std::string long_headline(const ViewContext& context, const domain::OrderSummary& summary);

/// What deserves a glance first: late, your turn, on hold, at risk, moved, or how it ended. Nothing when all is well.
std::optional<PillView> main_pill(const ViewContext& context, const domain::OrderSummary& summary,
                                  const domain::Order& order);
/// "+6 days" when the promise moved, else nothing.
std::optional<PillView> moved_pill(const ViewContext& context, const domain::OrderSummary& summary);

/// How full each of the six steps is, 0 to 1.
std::array<float, domain::kStepCount> step_fills(const domain::OrderSummary& summary);
/// "Step 4 of 6: Shipped".
std::string progress_words(const ViewContext& context, const domain::OrderSummary& summary);

/// Joins what is there with " · ".
std::string join_facts(const std::vector<std::string>& parts);

} // namespace orderdeck::words
