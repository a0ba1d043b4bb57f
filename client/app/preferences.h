#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::client::app {

enum class Theme : std::uint8_t { system, light, dark };
enum class TextScale : std::uint8_t { normal, large, largest };

/// What the person chose, as this device remembers it. Language and zone follow the person: the server has them, too.
struct Preferences {
    std::string language; ///< BCP 47; empty: as the browser wants
    Theme theme = Theme::system;
    TextScale text_scale = TextScale::normal;
    bool knows_find_hint = false; ///< it is shown once
    std::string time_zone = {};   ///< IANA name; empty: as the device
    friend bool operator==(const Preferences&, const Preferences&) = default;
};

// Keys and values on the device. The page's own style sheet reads the theme, too.
inline constexpr std::string_view kLanguageKey = "language";
inline constexpr std::string_view kThemeKey = "theme";
inline constexpr std::string_view kTextScaleKey = "text_scale";
inline constexpr std::string_view kFindHintKey = "find_hint";
inline constexpr std::string_view kTimeZoneKey = "time_zone";

std::string_view name_of(Theme theme);
std::string_view name_of(TextScale scale);
std::optional<Theme> theme_from(std::string_view name);
std::optional<TextScale> text_scale_from(std::string_view name);
/// 1 to 2.
float factor_of(TextScale scale);

} // namespace orderdeck::client::app
