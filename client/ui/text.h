#pragma once

#include "client/ui/ui.h"

#include <span>
#include <string_view>

namespace orderdeck::client::ui {

float text_width(Ui& ui, std::string_view utf8, const TextStyle& style);

/// One line in the middle of the area's height, cut with an ellipsis when too long (the mirror keeps the full text).
/// Returns where the glyphs are.
Rect text(Ui& ui, const Rect& area, std::string_view utf8, const TextStyle& style = style::body);

/// Paints only: for what a name already says, such as initials in a named button.
void decorative_text(Ui& ui, const Rect& area, std::string_view utf8, const TextStyle& style);
/// Paints text whose meaning the mirror has otherwise, such as the caption that names a group. Plain mode shows it, too.
void unspoken_text(Ui& ui, const Rect& area, std::string_view utf8, const TextStyle& style);

/// As decorative_text(), broken to the area's width from its top; what is below the area is not drawn.
void decorative_lines(Ui& ui, const Rect& area, std::string_view utf8, const TextStyle& style);

/// A heading of one line; level 1 takes the focus after a change of route.
Rect heading(Ui& ui, const Rect& area, std::string_view utf8, int level, const TextStyle& style);

/// A piece of a paragraph in its own style; size is the paragraph's.
struct Run {
    std::string_view text = {};
    Weight weight = Weight::regular;
    Ink ink = Ink::text2;
};

/// Height of the text broken to `width`, following the CJK rules of line_breaker.h.
float paragraph_height(Ui& ui, float width, std::string_view utf8, const TextStyle& style);
float paragraph_height(Ui& ui, float width, std::span<const Run> runs, TextSize size);

/// Draws broken text from the top of the area and returns its height. `max_lines` > 0 ends with an ellipsis.
float paragraph(Ui& ui, const Rect& area, std::string_view utf8, const TextStyle& style, int max_lines = 0);
float paragraph(Ui& ui, const Rect& area, std::span<const Run> runs, TextSize size);

/// As paragraph(), but without a node of its own: the text of a link or button that takes several lines.
float lines(Ui& ui, const Rect& area, std::string_view utf8, const TextStyle& style);

} // namespace orderdeck::client::ui
