#pragma once

#include "client/ui/text.h"

namespace orderdeck::client::ui {

enum class ButtonKind : std::uint8_t { plain, primary, quiet, danger };

struct ButtonSpec {
    std::string_view label = {};
    ButtonKind kind = ButtonKind::plain;
    std::string_view spoken = {}; ///< says more than the label and contains it; empty: the label
    Icon icon = Icon::none;
    Enabled enabled = Enabled::yes;
    Tri expanded = Tri::unknown;
    std::string_view tooltip = {}; ///< what the label leaves out
};

float button_width(Ui& ui, const ButtonSpec& spec);
/// True in the frame after it was activated. `key` is also its data-testid.
bool button(Ui& ui, const Rect& area, std::string_view key, const ButtonSpec& spec);

/// A square button that shows only an icon; `name` is spoken, and is its tooltip.
bool icon_button(Ui& ui, const Rect& area, std::string_view key, Icon icon, std::string_view name,
                 Enabled enabled = Enabled::yes);

/// A round button with initials, for the account menu; `name` is spoken, and is its tooltip.
bool avatar_button(Ui& ui, const Rect& area, std::string_view key, std::string_view initials,
                   std::string_view name, Tri expanded);

/// "Why?": a text button that opens and closes what the caller draws below it. The target is as high as its area, at
/// least 24 px.
bool disclosure(Ui& ui, const Rect& area, std::string_view key, std::string_view label, Tri expanded);

} // namespace orderdeck::client::ui
