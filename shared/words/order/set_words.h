#pragma once

#include "shared/domain/relations/delivery_set.h"
#include "shared/words/view_context.h"

#include <string>

namespace orderdeck::words {

/// "SO-77, line 10"; empty for an order that the set does not have.
std::string end_words(const ViewContext& context, const domain::OrderSet& set,
                      const domain::RelationEnd& end);
/// When it was delivered or is expected; empty when neither is known.
std::string standing_words(const ViewContext& context, const domain::OrderSet& set,
                           const domain::RelationEnd& end);
/// What all of it waits for, else since or from when it is complete.
std::string together_words(const ViewContext& context, const domain::OrderSet& set,
                           const domain::SetForecast& forecast);

} // namespace orderdeck::words
