#pragma once

#include "shared/domain/order_details.h"
#include "shared/words/view_context.h"

#include <string>
#include <vector>

namespace orderdeck::words {

/// "Line 4", "Lines 2, 3".
std::string lines_in_words(const ViewContext& context, const std::vector<std::string>& numbers);
/// The same of one line; empty when the order has no such line.
std::string line_in_words(const ViewContext& context, const domain::OrderDetails& details,
                          domain::LineId line);
/// A word of the catalogues where a sentence begins with it.
std::string as_beginning(std::string_view words);

} // namespace orderdeck::words
