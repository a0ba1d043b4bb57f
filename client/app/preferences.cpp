#include "client/app/preferences.h"

#include <array>
#include <cstddef>

namespace orderdeck::client::app {
namespace {

constexpr std::array<std::string_view, 3> kThemes{"system", "light", "dark"};
constexpr std::array<std::string_view, 3> kTextScales{"normal", "large", "largest"};
constexpr std::array<float, 3> kFactors{1.0F, 1.25F, 1.5F};

template <typename Value>
std::optional<Value> value_named(const std::array<std::string_view, 3>& names, std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<Value>(i);
    return std::nullopt;
}

} // namespace

std::string_view name_of(Theme theme) { return kThemes[static_cast<std::size_t>(theme)]; }
std::string_view name_of(TextScale scale) { return kTextScales[static_cast<std::size_t>(scale)]; }
std::optional<Theme> theme_from(std::string_view name) { return value_named<Theme>(kThemes, name); }
std::optional<TextScale> text_scale_from(std::string_view name) {
    return value_named<TextScale>(kTextScales, name);
}
float factor_of(TextScale scale) { return kFactors[static_cast<std::size_t>(scale)]; }

} // namespace orderdeck::client::app
