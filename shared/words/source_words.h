#pragma once

#include "shared/domain/order_details.h"
#include "shared/domain/source.h"
#include "shared/words/view_context.h"

#include <string>

namespace orderdeck::words {

/// What readers call a source: by what it knows about ("Production"), else by its own name.
std::string source_words(const ViewContext& context, const domain::Source& source);
/// The same for a source of the order's records; empty when they do not know it.
std::string source_words(const ViewContext& context, const domain::OrderDetails& details,
                         domain::SourceId id);

} // namespace orderdeck::words
