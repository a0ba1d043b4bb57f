#pragma once

#include "client/ui/text.h"

namespace orderdeck::client::ui {

struct ChipSpec {
    std::string_view label = {};
    std::string_view count = {}; ///< drawn after the label, empty: none
    Tri pressed = Tri::off;      ///< unknown: a chip that is no toggle
    Icon icon = Icon::none;      ///< after the label
};

float chip_width(Ui& ui, const ChipSpec& spec);
/// A toggle of chip_height(). True when activated.
bool chip(Ui& ui, const Rect& area, std::string_view key, const ChipSpec& spec);

/// A removable term, "stage: shipped x": true when its cross was activated. `remove_name` is spoken.
bool removable_chip(Ui& ui, const Rect& area, std::string_view key, std::string_view label,
                    std::string_view remove_name);
float removable_chip_width(Ui& ui, std::string_view label);

} // namespace orderdeck::client::ui
