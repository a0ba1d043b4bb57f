#pragma once

#include "client/ui/style/geometry.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace orderdeck::client::ui {

/// The icons that assets/icons/icons.json takes from Lucide, as strokes in a 24 x 24 box.
enum class Icon : std::uint8_t {
    none,
#include "client/ui/style/icon_names.inc"
};

std::size_t icon_count(); ///< with none

/// A polyline in the box.
class IconStroke {
public:
    IconStroke(std::string_view coordinates, bool closed) : coordinates_(coordinates), closed_(closed) {}
    std::size_t size() const { return coordinates_.size() / 2; }
    Point operator[](std::size_t index) const { return {tenth(2 * index), tenth(2 * index + 1)}; }
    bool closed() const { return closed_; }

private:
    float tenth(std::size_t at) const {
        return static_cast<float>(static_cast<unsigned char>(coordinates_[at])) / 10;
    }

    std::string_view coordinates_;
    bool closed_;
};

/// Strokes as generate_icons.mjs writes them: 2 * points + closed, then x and y of each point in tenths.
std::string_view outline_of(Icon icon);

template <typename Draw>
void for_each_stroke(Icon icon, Draw draw) {
    for (std::string_view rest = outline_of(icon); !rest.empty();) {
        const auto head = static_cast<unsigned char>(rest.front());
        const std::size_t bytes = head / 2 * std::size_t{2};
        draw(IconStroke(rest.substr(1, bytes), head % 2 != 0));
        rest.remove_prefix(1 + bytes);
    }
}

} // namespace orderdeck::client::ui
