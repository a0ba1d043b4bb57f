#pragma once

#include "client/ui/glyph_cache.h"
#include "client/ui/line_breaker.h"
#include "client/ui/mirror_builder.h"
#include "client/ui/ui.h"

#include <array>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

struct ImFont;

namespace orderdeck::client::ui {

class Canvas;

/// A scroller as it was left in the current history entry.
struct ScrollState {
    float position = 0;
    float wanted = 0;          ///< while restoring
    float extent = 0;          ///< of the content in the last frame
    std::uint32_t version = 0; ///< grows with each wish of ours to move it
    std::uint32_t written_version = 0;
    float written_wish = 0;
    bool restoring = false;
};

struct ChangedValue {
    std::uint32_t id = 0;
    std::string text = {};
};

/// A combobox while it has the focus.
struct ComboboxState {
    std::string text = {}; ///< as typed
    int active = 0;        ///< the choice that Enter takes
    bool typing = false;
    bool open = false;
};

struct FieldStep {
    std::uint32_t id = 0;
    int by = 0;
};

/// A menu, sheet or dialog that is open.
struct OpenOverlay {
    std::uint32_t id = 0;
    std::uint32_t opener = 0; ///< 0: nothing gets the focus back
};

/// What client/ui shares behind Ui; nobody outside of it includes this.
struct UiState {
    std::unique_ptr<Canvas> canvas;
    std::array<ImFont*, 2> fonts{};
    GlyphCache glyphs = {};
    const platform::Environment* environment = nullptr;
    Look look;
    Scheme scheme = Scheme::light;
    double now_ms = 0;

    MirrorBuilder mirror;
    std::optional<Painter> base_painter;
    std::optional<Painter> overlay_painter;
    bool drawing_overlay = false;
    std::vector<std::uint32_t> id_stack{1};

    std::vector<std::uint32_t> activated;
    std::vector<std::uint32_t> submitted;
    std::vector<ChangedValue> values = {};
    std::vector<FieldStep> steps = {};
    std::uint32_t focused = 0;
    bool escape = false;
    bool back = false;
    bool search = false;
    bool find = false;
    bool route = false;

    std::unordered_map<std::uint32_t, ScrollState> scrollers;
    /// Of the history entry that was just entered, until their scrollers are drawn.
    std::unordered_map<std::uint32_t, Point> saved_scrolls;

    /// Fields whose text we changed under the person's hands, and how often.
    std::unordered_map<std::uint32_t, std::uint32_t> overwritten;

    std::unordered_map<std::uint32_t, ComboboxState> comboboxes;

    std::uint32_t focus_id = 0;
    std::uint32_t focus_version = 0;
    bool focus_next_heading = false;
    std::string polite = {};
    std::string assertive = {};
    std::uint32_t announce_version = 0;
    std::uint32_t spoken_toast = 0;
    std::vector<OpenOverlay> overlays;        ///< from below to above
    std::vector<OpenOverlay> overlays_before; ///< of the last frame
    std::uint32_t focus_version_before = 0;   ///< at the beginning of the frame
    bool keep_drawing = false;
    int settle = 0; ///< not 0: something was laid out from the last frame's measures, which have changed

    // Scratch memory of paragraph(), reused from call to call.
    std::vector<MeasuredCharacter> characters = {};
    std::vector<std::pair<std::uint32_t, std::uint32_t>> sources; ///< run and byte offset of each character
    std::vector<TextLine> lines = {};
};

ImFont* font_of(UiState& state, Weight weight);
/// Width of a text on the canvas in CSS px.
float measure(UiState& state, std::string_view utf8, TextSize size, Weight weight);
/// Decodes the character at `offset` and moves behind it; broken bytes become U+FFFD.
char32_t next_character(std::string_view utf8, std::size_t& offset);

} // namespace orderdeck::client::ui
