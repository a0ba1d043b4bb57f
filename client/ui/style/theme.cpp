#include "client/ui/style/theme.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace orderdeck::client::ui {
namespace {

struct Pair {
    std::uint32_t light;
    std::uint32_t dark;
};

// In the order of Ink.
constexpr std::array<Pair, 12> kInks{{
    {0x0f1728, 0xf3f5f8}, // text
    {0x465063, 0xc3cad6}, // text2
    {0x5d667a, 0x94a0b3}, // text3
    {0x1d5fd6, 0x7aa8ff}, // accent
    {0xffffff, 0x0b1220}, // on_accent
    {0x067647, 0x5fd59b}, // ok
    {0xa84400, 0xf7b267}, // warn
    {0xb42318, 0xff9c92}, // bad
    {0x175cd3, 0x8ab8ff}, // info
    {0x344054, 0xc3cad6}, // mute
    {0xffffff, 0x0b1220}, // on_bad
    {0xffffff, 0x0f1728}, // on_inverse
}};

// In the order of Fill.
constexpr std::array<Pair, 18> kFills{{
    {0xf5f6f8, 0x0b0f17}, // page
    {0xffffff, 0x131924}, // surface
    {0xffffff, 0x1a2130}, // raised
    {0xe3e6eb, 0x2a3242}, // line
    {0xeef0f3, 0x212939}, // line2
    {0x7b8698, 0x6b7688}, // control
    {0x1d5fd6, 0x7aa8ff}, // accent
    {0xeaf1fe, 0x1a2a4a}, // accent_soft
    {0x067647, 0x5fd59b}, // ok
    {0xa84400, 0xf7b267}, // warn
    {0xb42318, 0xff9c92}, // bad
    {0x175cd3, 0x8ab8ff}, // info
    {0xe9f9f0, 0x10301f}, // ok_soft
    {0xfff4e0, 0x36240f}, // warn_soft
    {0xfef0ef, 0x3a1815}, // bad_soft
    {0xeaf3ff, 0x15284a}, // info_soft
    {0xf0f2f5, 0x232b3a}, // mute_soft
    {0x1e283a, 0xe6eaf1}, // inverse
}};

Color pick(const Pair& pair, Scheme scheme) { return Color{scheme == Scheme::dark ? pair.dark : pair.light}; }

double linear(std::uint32_t channel) {
    const double value = static_cast<double>(channel) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
    return 0.2126 * linear(color.rgb >> 16 & 0xff) + 0.7152 * linear(color.rgb >> 8 & 0xff) +
           0.0722 * linear(color.rgb & 0xff);
}

} // namespace

Scheme scheme_of(ThemeChoice choice, bool device_prefers_dark) {
    if (choice == ThemeChoice::system) return device_prefers_dark ? Scheme::dark : Scheme::light;
    return choice == ThemeChoice::dark ? Scheme::dark : Scheme::light;
}

Color color_of(Ink ink, Scheme scheme) { return pick(kInks[static_cast<std::size_t>(ink)], scheme); }

Color color_of(Fill fill, Scheme scheme) { return pick(kFills[static_cast<std::size_t>(fill)], scheme); }

Ink ink_of(Tone tone) {
    switch (tone) {
    case Tone::ok: return Ink::ok;
    case Tone::warn: return Ink::warn;
    case Tone::bad: return Ink::bad;
    case Tone::info: return Ink::info;
    case Tone::mute: return Ink::mute;
    }
    return Ink::mute;
}

Fill soft_fill_of(Tone tone) {
    switch (tone) {
    case Tone::ok: return Fill::ok_soft;
    case Tone::warn: return Fill::warn_soft;
    case Tone::bad: return Fill::bad_soft;
    case Tone::info: return Fill::info_soft;
    case Tone::mute: return Fill::mute_soft;
    }
    return Fill::mute_soft;
}

Fill strong_fill_of(Tone tone) {
    switch (tone) {
    case Tone::ok: return Fill::ok;
    case Tone::warn: return Fill::warn;
    case Tone::bad: return Fill::bad;
    case Tone::info: return Fill::info;
    case Tone::mute: return Fill::control;
    }
    return Fill::control;
}

double contrast_ratio(Color first, Color second) {
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace orderdeck::client::ui
