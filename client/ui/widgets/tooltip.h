#pragma once

#include "client/ui/ui.h"

namespace orderdeck::client::ui {

/// The tooltip that is due, over everything else: call it last in each frame. It belongs to the node with a
/// NodeSpec::tooltip, or to the cut text, on which the mouse rests or the keyboard's focus is; the mouse may go onto it
/// and Escape takes it away (WCAG 2.2, 1.4.13). The browser's half is web/platform/hints.js; touch has none.
void tooltip(Ui& ui);

} // namespace orderdeck::client::ui
