#pragma once

#include "client/ui/text.h"

#include <optional>
#include <string>

namespace orderdeck::client::ui {

struct TextFieldSpec {
    std::string_view label = {}; ///< spoken; drawn by the caller where it shall be seen
    std::string_view value = {}; ///< what the model holds
    std::string_view hint = {};
    std::string_view attributes =
        {}; ///< "inputmode=tel\nautocomplete=tel", see web/platform/fields.js for the names
    std::uint32_t value_version = 0; ///< grow it to overwrite the text while the person is in the field
};

struct FieldChange {
    std::optional<std::string> value = {}; ///< typed since the last frame
    bool submitted = false;                ///< Enter
    bool focused = false;
};

/// A native input that the canvas paints while it has no focus. At least 16 px text on phones.
FieldChange text_field(Ui& ui, const Rect& area, std::string_view key, const TextFieldSpec& spec);

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
