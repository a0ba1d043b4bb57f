#pragma once

#include "client/screens/imports/imports_view.h"

#include <string>

namespace orderdeck::client::screens {

/// A finding as people are told of it.
struct ReasonWords {
    std::string title;
    std::string remedy; ///< what ends it; empty for what need not end
    bool is_ours =
        false; ///< told in the reader's language; else the title is the message as the server wrote it
};

/// The words for the code of a finding. A code of our own that is not known here, and those that a mapping's checks give,
/// are told in the finding's own message.
ReasonWords reason_words(const ViewContext& context, const api::InboxFinding& finding);

} // namespace orderdeck::client::screens
