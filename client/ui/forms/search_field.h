#pragma once

#include "client/ui/forms/text_input.h"

namespace orderdeck::client::ui {

struct SearchFieldSpec {
    std::string_view label = {};
    std::string_view value = {};
    std::string_view hint = {};
    std::string_view clear_name = {}; ///< of the cross that empties it
    std::uint32_t value_version = 0;
};

/// The one search box: magnifier, native input, clear button, and a "/" hint on desks, which key focuses it.
/// Escape in it clears it.
FieldChange search_field(Ui& ui, const Rect& area, std::string_view key, const SearchFieldSpec& spec);

} // namespace orderdeck::client::ui
