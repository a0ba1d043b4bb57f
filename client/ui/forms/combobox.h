#pragma once

#include "client/ui/forms/choice.h"

namespace orderdeck::client::ui {

struct ComboboxSpec {
    FieldText words = {};
    std::span<const Choice> choices = {};
    std::string_view chosen = {}; ///< a key; empty: nothing yet
    std::string_view placeholder = {};
    std::string_view list_name = {}; ///< of the list, such as "Time zones"
    std::string_view nothing = {};   ///< said when no choice contains what was typed
    std::string_view more = {};      ///< said below the list when it holds only the first ones
    Enabled enabled = Enabled::yes;
};

float combobox_height(Ui& ui, float width, const ComboboxSpec& spec);
/// A select for many choices (ARIA combobox with list): typing narrows them, arrow keys and Enter or a click choose,
/// Escape or leaving keeps what was chosen before. Draw it after what its list may cover.
ChoiceChange combobox(Ui& ui, const Rect& area, std::string_view key, const ComboboxSpec& spec);

} // namespace orderdeck::client::ui
