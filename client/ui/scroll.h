#pragma once

#include "client/ui/ui.h"

#include <cstddef>

namespace orderdeck::client::ui {

enum class ScrollAxis : std::uint8_t { vertical, horizontal };

struct ScrollSpec {
    Role role = Role::region; ///< main, region, navigation ...
    std::string_view name = {};
    ScrollAxis axis = ScrollAxis::vertical;
    /// Height that was measured before drawing, when known: lets a saved position come back in the first frame.
    float known_extent = 0;
    /// The colour behind a horizontal strip, into which it fades at an edge beyond which there is more of it.
    Fill behind = Fill::page;
};

/// Half open range of rows to draw.
struct RowRange {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// The browser's own scroller over `area`; everything drawn in its scope moves with it. Positions are kept per
/// history entry. The content is laid out from content() downwards and its end told by set_extent().
class ScrollRegion {
public:
    ScrollRegion(Ui& ui, const Rect& area, std::string_view key, const ScrollSpec& spec);
    ~ScrollRegion();
    ScrollRegion(const ScrollRegion&) = delete;
    ScrollRegion& operator=(const ScrollRegion&) = delete;

    /// Where the content begins, already moved by the scroll position; as wide as the area, height unlimited.
    Rect content() const;
    float position() const;
    /// Bottom (right for the horizontal axis) of what was drawn, in the coordinates of content().
    void set_end(float end);
    /// Is any of it to be seen? Drawing what is not costs time and nodes.
    bool visible(const Rect& area) const;
    /// Rows of one height beginning at `top`: those in sight and two more on each side.
    RowRange rows(float top, float row_height, std::size_t count) const;

private:
    void paint_edges(float extent) const;

    Ui& ui_;
    Rect area_ = {};
    ScrollAxis axis_;
    Fill behind_;
    std::uint32_t id_;
    std::size_t record_ = 0; ///< of the mirror node
    float position_;
    float end_ = 0;
};

} // namespace orderdeck::client::ui
