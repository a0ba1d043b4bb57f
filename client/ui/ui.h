#pragma once

#include "client/platform/environment.h"
#include "client/platform/frame.h"
#include "client/platform/glyph_source.h"
#include "client/ui/painter.h"
#include "client/ui/semantics.h"
#include "client/ui/style/geometry.h"
#include "client/ui/style/theme.h"
#include "client/ui/style/type_scale.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::client::ui {

/// By width: under 640 px phone, under 1024 tablet.
enum class LayoutClass : std::uint8_t { phone, tablet, desk };
LayoutClass layout_class_of(float width);

/// The person's choices that every widget follows.
struct Look {
    ThemeChoice theme = ThemeChoice::system;
    float text_scale = 1; ///< 1 to 2
    /// BCP 47, as the browser was told: it chooses among the national forms of ideographs by it.
    std::string_view language = {};
};

struct ScrollState;
struct UiState;

/// One per page. Between begin() and end() the widget functions draw into it and add the mirror's nodes in reading
/// order. Owns the canvas and the font atlas.
class Ui {
public:
    explicit Ui(platform::GlyphSource& glyphs);
    ~Ui();
    Ui(const Ui&) = delete;
    Ui& operator=(const Ui&) = delete;

    void begin(const platform::FrameInput& input, const platform::Environment& environment, const Look& look);
    /// Closes the frame; the platform paints drawing() and shows the nodes.
    platform::FrameOutput end();
    /// See platform::FrameClient.
    ImDrawData& drawing();
    /// Between frames: bakes up to a few of these characters in the sizes and weights of the texts, as the last frame
    /// had them. Stops when a fair part of the font atlas is full. False: there is nothing left to do.
    bool warm_up(std::u32string_view characters);

    // Facts of this frame
    Rect viewport() const;
    LayoutClass layout() const;
    bool touch() const;
    Scheme scheme() const;
    const platform::Environment& environment() const;
    const platform::Insets& safe_area() const;
    double now_ms() const;
    /// Heights that follow the text size; `control_height` is 44 on touch and 40 on desks, `chip_height` 32,
    /// `chip_row_height` 44 on touch, where chips take the touches around them.
    float line_height(TextSize size) const;
    float font_size(TextSize size) const;
    float control_height() const;
    float chip_height() const;
    float chip_row_height() const;
    Painter& painter();

    // Ids
    /// Within the IdScopes that are open: twins, such as the rows of a list, each need one.
    Id id(std::string_view key) const;

    // What was received since the last frame
    bool activated(Id id) const;
    /// The new text of a field.
    std::optional<std::string_view> changed_value(Id id) const;
    bool submitted(Id id) const;
    /// Arrow up (1) or down (-1) in a field that asked for it; 0: neither.
    int stepped(Id id) const;
    bool escape_pressed() const;
    bool back_pressed() const; ///< out of an overlay
    bool search_pressed() const;
    bool find_pressed() const; ///< find in page, which the browser opens
    Id focused() const;
    bool route_changed() const;

    // Wishes
    /// Puts the focus on a node of this or the next frame.
    void focus(Id id);
    /// After a change of route: the next level-1 heading gets the focus.
    void focus_heading();
    void announce(std::string_view text, Politeness politeness = Politeness::polite);
    /// Draws on, for animation; nothing else keeps frames coming.
    void keep_drawing();

    /// True while something modal covers the page.
    bool covered() const;

    UiState& state() { return *state_; }

private:
    std::unique_ptr<UiState> state_;
};

} // namespace orderdeck::client::ui
