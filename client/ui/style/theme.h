#pragma once

#include <cstdint>

namespace orderdeck::client::ui {

/// What the person chose; `system` follows the device.
enum class ThemeChoice : std::uint8_t { system, light, dark };
enum class Scheme : std::uint8_t { light, dark };

Scheme scheme_of(ThemeChoice choice, bool device_prefers_dark);

/// sRGB 0xRRGGBB.
struct Color {
    std::uint32_t rgb = 0;
};

/// Meaning of a status; always shown with a word, never by colour alone.
enum class Tone : std::uint8_t { ok, warn, bad, info, mute };

/// Roles of colour for text and icons.
enum class Ink : std::uint8_t {
    text,
    text2,
    text3,
    accent,
    on_accent,
    ok,
    warn,
    bad,
    info,
    mute,
    on_bad,
    on_inverse
};

/// Roles of colour for areas and lines.
enum class Fill : std::uint8_t {
    page,
    surface,
    raised,
    line,
    line2,
    control,
    accent,
    accent_soft,
    ok,
    warn,
    bad,
    info,
    ok_soft,
    warn_soft,
    bad_soft,
    info_soft,
    mute_soft,
    inverse, ///< of tooltips: dark on light pages and light on dark ones
};

Color color_of(Ink ink, Scheme scheme);
Color color_of(Fill fill, Scheme scheme);

Ink ink_of(Tone tone);
Fill soft_fill_of(Tone tone);
/// For bars and dots; `mute` is the control colour.
Fill strong_fill_of(Tone tone);

/// WCAG 2.2 contrast ratio, 1 to 21.
double contrast_ratio(Color first, Color second);

} // namespace orderdeck::client::ui
