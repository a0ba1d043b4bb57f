#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace orderdeck::domain {

/// The stable name of an enum value; the names stand in the order of the values.
template <typename Enum, std::size_t count>
constexpr std::string_view name_in(const std::array<std::string_view, count>& names, Enum value) {
    const auto position = static_cast<std::size_t>(value);
    return position < count ? names[position] : std::string_view{};
}

template <typename Enum, std::size_t count>
constexpr std::optional<Enum> value_in(const std::array<std::string_view, count>& names,
                                       std::string_view name) {
    for (std::size_t position = 0; position < count; ++position) {
        if (names[position] == name) return static_cast<Enum>(position);
    }
    return std::nullopt;
}

} // namespace orderdeck::domain
