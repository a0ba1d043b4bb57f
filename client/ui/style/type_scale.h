#pragma once

#include "client/ui/style/theme.h"

#include <cstdint>

namespace orderdeck::client::ui {

/// 12/16, 14/20, 16/24, 20/28, 24/32 px at a text scale of 1.
enum class TextSize : std::uint8_t { caption, body, lead, title, display };
enum class Weight : std::uint8_t { regular, semibold };
enum class Align : std::uint8_t { left, center, right };

struct TextStyle {
    TextSize size = TextSize::body;
    Weight weight = Weight::regular;
    Ink ink = Ink::text;
    Align align = Align::left;
};

/// Whole CSS px at this text scale (1 to 2).
float font_px(TextSize size, float text_scale);
float line_px(TextSize size, float text_scale);
int css_weight(Weight weight);

namespace style {
inline constexpr TextStyle caption{TextSize::caption, Weight::regular, Ink::text3, Align::left};
inline constexpr TextStyle body{TextSize::body, Weight::regular, Ink::text, Align::left};
inline constexpr TextStyle body_strong{TextSize::body, Weight::semibold, Ink::text, Align::left};
inline constexpr TextStyle secondary{TextSize::body, Weight::regular, Ink::text2, Align::left};
inline constexpr TextStyle muted{TextSize::body, Weight::regular, Ink::text3, Align::left};
inline constexpr TextStyle lead_strong{TextSize::lead, Weight::semibold, Ink::text, Align::left};
inline constexpr TextStyle title{TextSize::title, Weight::semibold, Ink::text, Align::left};
inline constexpr TextStyle display{TextSize::display, Weight::semibold, Ink::text, Align::left};
inline constexpr TextStyle number{TextSize::body, Weight::regular, Ink::text, Align::right};

constexpr TextStyle with(TextStyle base, Ink ink) {
    base.ink = ink;
    return base;
}
constexpr TextStyle with(TextStyle base, Align align) {
    base.align = align;
    return base;
}
} // namespace style

} // namespace orderdeck::client::ui
