#pragma once

#include <array>
#include <cstddef>

namespace orderdeck::client::ui {

struct Point {
    float x = 0;
    float y = 0;
};

struct Size {
    float width = 0;
    float height = 0;
};

/// An area in CSS px of the canvas. Screens are laid out by cutting pieces off a rectangle: take_* returns the piece
/// and leaves the rest, so the code reads in the order of the page.
struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    float right() const { return x + width; }
    float bottom() const { return y + height; }
    bool empty() const { return width <= 0 || height <= 0; }

    Rect take_top(float amount);
    Rect take_bottom(float amount);
    Rect take_left(float amount);
    Rect take_right(float amount);

    Rect inset(float all) const { return inset(all, all); }
    Rect inset(float horizontal, float vertical) const;
    Rect moved(float dx, float dy) const { return {x + dx, y + dy, width, height}; }
    /// A piece of this size in the middle, or at the left edge and vertically in the middle.
    Rect centered(Size size) const;
    Rect left_middle(Size size) const;
    Rect right_middle(Size size) const;
    bool intersects(const Rect& other) const;
};

/// One column of a table or grid: `fixed` px, or a share of what is left, at least `minimum`.
struct Track {
    float fixed = 0;
    float share = 0;
    float minimum = 0;
};

void place_tracks(const Rect& area, float gap, const Track* tracks, std::size_t count, Rect* out);

/// Columns side by side with `gap` between them.
template <std::size_t N>
std::array<Rect, N> columns(const Rect& area, float gap, const std::array<Track, N>& tracks) {
    std::array<Rect, N> out{};
    place_tracks(area, gap, tracks.data(), N, out.data());
    return out;
}

/// N equal columns.
template <std::size_t N>
std::array<Rect, N> columns(const Rect& area, float gap) {
    std::array<Track, N> tracks{};
    for (Track& track : tracks)
        track.share = 1;
    return columns(area, gap, tracks);
}

} // namespace orderdeck::client::ui
