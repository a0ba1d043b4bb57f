#pragma once

#include "client/ui/text.h"

namespace orderdeck::client::ui {

/// 24 px high at normal text size.
float pill_height(Ui& ui);
float pill_width(Ui& ui, std::string_view label, Icon icon = Icon::none);
/// A status word on its soft colour, at the left of the area (right with Align::right), vertically in the middle.
/// Returns what it covers.
Rect pill(Ui& ui, const Rect& area, std::string_view label, Tone tone, Icon icon = Icon::none,
          Align align = Align::left);

/// A coloured dot and a caption, such as "Up to date". Polite status for assistive technology.
Rect status_dot(Ui& ui, const Rect& area, std::string_view label, Tone tone, Align align = Align::left);

/// Width that status_dot needs.
float status_dot_width(Ui& ui, std::string_view label);

} // namespace orderdeck::client::ui
