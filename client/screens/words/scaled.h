#pragma once

#include "client/ui/ui.h"

namespace orderdeck::client::screens {

/// A width that fits normal text, as wide as the reader's text size needs it; CSS px.
inline float scaled(ui::Ui& ui, float width) {
    constexpr float kNormalLine = 20;
    return width * ui.line_height(ui::TextSize::body) / kNormalLine;
}

} // namespace orderdeck::client::screens
