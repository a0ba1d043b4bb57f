#pragma once

#include "shared/domain/source.h"
#include "shared/words/view_context.h"

#include <string>

namespace orderdeck::words {

/// What readers call a source: by what it knows about ("Production"), else by its own name.
std::string source_words(const ViewContext& context, const domain::Source& source);

} // namespace orderdeck::words
