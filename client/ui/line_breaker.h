#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace orderdeck::client::ui {

struct MeasuredCharacter {
    char32_t code_point = 0;
    float advance = 0;
};

/// Characters [first, last) of a line; `width` is without the blanks at its end.
struct TextLine {
    std::size_t first = 0;
    std::size_t last = 0;
    float width = 0;
};

/// Breaks text into lines of at most `width`, after the rules that matter of Unicode UAX 14 and GB/T 15834: after
/// blanks, between ideographs, never before closing or after opening punctuation, never inside a Latin word or a
/// number nor between a number and its unit; a word that is wider than the line is cut. "\n" always breaks. An empty text is one empty line.
void break_lines(std::span<const MeasuredCharacter> text, float width, std::vector<TextLine>& lines);

} // namespace orderdeck::client::ui
