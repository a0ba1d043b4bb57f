#pragma once

#include "client/screens/words/view_context.h"
#include "shared/domain/source.h"

#include <string>

namespace orderdeck::client::screens {

/// What readers call a source: by what it knows about ("Production"), else by its own name.
std::string source_words(const ViewContext& context, const domain::Source& source);

} // namespace orderdeck::client::screens
