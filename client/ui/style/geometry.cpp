#include "client/ui/style/geometry.h"

#include <algorithm>

namespace orderdeck::client::ui {

Rect Rect::take_top(float amount) {
    const Rect piece{x, y, width, amount};
    y += amount;
    height -= amount;
    return piece;
}

Rect Rect::take_bottom(float amount) {
    height -= amount;
    return {x, y + height, width, amount};
}

Rect Rect::take_left(float amount) {
    const Rect piece{x, y, amount, height};
    x += amount;
    width -= amount;
    return piece;
}

Rect Rect::take_right(float amount) {
    width -= amount;
    return {x + width, y, amount, height};
}

Rect Rect::inset(float horizontal, float vertical) const {
    return {x + horizontal, y + vertical, std::max(0.0F, width - 2 * horizontal),
            std::max(0.0F, height - 2 * vertical)};
}

Rect Rect::centered(Size size) const {
    return {x + (width - size.width) / 2, y + (height - size.height) / 2, size.width, size.height};
}

Rect Rect::left_middle(Size size) const {
    return {x, y + (height - size.height) / 2, size.width, size.height};
}

Rect Rect::right_middle(Size size) const {
    return {x + width - size.width, y + (height - size.height) / 2, size.width, size.height};
}

bool Rect::intersects(const Rect& other) const {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
}

void place_tracks(const Rect& area, float gap, const Track* tracks, std::size_t count, Rect* out) {
    if (count == 0) return;
    float left = area.width - gap * static_cast<float>(count - 1);
    float shares = 0;
    for (std::size_t i = 0; i < count; ++i) {
        left -= tracks[i].fixed;
        shares += tracks[i].share;
    }
    // A column that would fall below its minimum becomes a fixed one; the others share the rest.
    float minima = 0;
    float open_shares = shares;
    for (std::size_t i = 0; i < count; ++i) {
        if (tracks[i].share > 0 && shares > 0 && left * tracks[i].share / shares < tracks[i].minimum) {
            minima += tracks[i].minimum;
            open_shares -= tracks[i].share;
        }
    }
    const float rest = std::max(0.0F, left - minima);
    float x = area.x;
    for (std::size_t i = 0; i < count; ++i) {
        float width = tracks[i].fixed;
        if (tracks[i].share > 0 && shares > 0) {
            const bool at_minimum = left * tracks[i].share / shares < tracks[i].minimum;
            if (at_minimum) width += tracks[i].minimum;
            if (!at_minimum && open_shares > 0) width += rest * tracks[i].share / open_shares;
        }
        out[i] = {x, area.y, width, area.height};
        x += width + gap;
    }
}

} // namespace orderdeck::client::ui
