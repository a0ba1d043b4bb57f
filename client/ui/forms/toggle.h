#pragma once

#include "client/ui/text.h"

namespace orderdeck::client::ui {

struct ToggleSpec {
    std::string_view label = {};
    std::string_view hint = {};  ///< a second line
    std::string_view error = {}; ///< in place of the hint
    Tri checked = Tri::off;
    Enabled enabled = Enabled::yes;
};

float toggle_height(Ui& ui, float width, const ToggleSpec& spec);
/// A native checkbox over its whole row: for a consent or one of several. True when it was turned over.
bool checkbox(Ui& ui, const Rect& area, std::string_view key, const ToggleSpec& spec);
/// The same with a switch at the right: for a setting that is in force at once.
bool switch_control(Ui& ui, const Rect& area, std::string_view key, const ToggleSpec& spec);

} // namespace orderdeck::client::ui
