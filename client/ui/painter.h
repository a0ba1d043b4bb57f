#pragma once

#include "client/ui/style/geometry.h"
#include "client/ui/style/icons.h"
#include "client/ui/style/theme.h"

#include <string_view>

struct ImDrawList;
struct ImFont;

namespace orderdeck::client::ui {

/// Paints plain shapes; knows no semantics. Coordinates are CSS px of the canvas, edges are put on device pixels.
class Painter {
public:
    Painter(ImDrawList& list, Scheme scheme, float pixel_ratio);

    void fill(const Rect& area, Fill fill, float radius = 0);
    /// A line of `thickness` along the inside of the edge, as a CSS border.
    void border(const Rect& area, Fill fill, float radius, float thickness = 1);
    void disc(Point center, float radius, Fill fill);
    void ring(Point center, float radius, Fill fill, float thickness);
    void icon(Icon icon, const Rect& area, Ink ink, float stroke = 1.75F);
    /// One line as it is, at the top left of its glyph box; no semantics, no ellipsis: use ui::text().
    void glyphs(Point at, std::string_view utf8, ImFont& font, float size, Ink ink);
    /// Darkens everything below an overlay.
    void shade(const Rect& area, float opacity);

    /// From nothing at one side to all of the colour at the other: what lies below goes on behind it.
    void fade_left(const Rect& area, Fill fill);
    void fade_right(const Rect& area, Fill fill);

    /// What is painted from here on lies above what is painted between paint_below() and end_above().
    void begin_above();
    void paint_below();
    void end_above();

    void push_clip(const Rect& area);
    void pop_clip();

private:
    float snap(float value) const;
    Rect snap(const Rect& area) const;
    void gradient(const Rect& area, unsigned left, unsigned right);
    unsigned packed(Fill fill) const;
    unsigned packed(Ink ink) const;

    ImDrawList* list_;
    Scheme scheme_;
    float pixel_ratio_;
};

} // namespace orderdeck::client::ui
