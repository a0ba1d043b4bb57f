#pragma once

#include "shared/domain/order.h"
#include "shared/domain/summary.h"
#include "shared/words/view_context.h"

#include <string>

namespace orderdeck::words {

/// What an order is of, by its lead item: "Servo drive SD-700, 4 more". `item` may be null.
std::string items_words(const ViewContext& context, const domain::OrderSummary& summary,
                        const domain::Item* item);
/// Where it goes: the site, else the project, else the delivery terms.
std::string place_words(const domain::Order& order);
/// What there is to say about its promise: delivered, held, expected otherwise, moved. May be empty.
std::string promise_note(const ViewContext& context, const domain::OrderSummary& summary);

} // namespace orderdeck::words
