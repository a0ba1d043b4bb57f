#pragma once

#include "client/ui/text.h"

namespace orderdeck::client::ui {

struct FigureTileSpec {
    std::string_view label = {};
    std::string_view value = {}; ///< empty: not known yet, a blank place is drawn
    std::string_view note = {};
    Ink value_ink = Ink::text;
    Tri pressed = Tri::off;
};

float figure_tile_height(Ui& ui);
/// A figure that is a filter: a toggle button. True when activated.
bool figure_tile(Ui& ui, const Rect& area, std::string_view key, const FigureTileSpec& spec);

} // namespace orderdeck::client::ui
