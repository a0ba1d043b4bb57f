#pragma once

#include "client/ui/text.h"

#include <span>

namespace orderdeck::client::ui {

/// The short track of a list row: one segment per step, each filled 0 to 1. `name` says it in words
/// ("step 4 of 6, shipped"). 4 px high; `area` gives the width.
void step_track(Ui& ui, const Rect& area, std::span<const float> fills, std::string_view name,
                Fill fill = Fill::accent);
/// Its width on desks: segments of 26 px with gaps of 3.
float step_track_width(int steps);

enum class StageState : std::uint8_t { done, current, upcoming, skipped };

struct StageNote {
    std::string_view text = {};
    Ink ink = Ink::text3;
};

struct StageSpec {
    std::string_view label = {};
    StageState state = StageState::upcoming;
    std::string_view node_text = {}; ///< in the circle of the current stage, such as its number
    float filled = 0;                ///< of the line that leads on to the next stage, 0 to 1
    std::span<const StageNote> notes = {};
};

/// The stages of an order side by side with nodes, names and dates: an ordered list.
float stage_track_height(Ui& ui, std::span<const StageSpec> stages, float width);
void stage_track(Ui& ui, const Rect& area, std::string_view name, std::span<const StageSpec> stages);

/// A bar filled 0 to 1, 8 px high in the middle of the area; `name` says what is measured.
void progress_bar(Ui& ui, const Rect& area, float fraction, std::string_view name, Fill fill = Fill::accent);

/// A piece of a bar from the end of the piece before it to `until`, 0 to 1.
struct BarPart {
    float until = 0;
    Fill fill = Fill::accent;
};

/// The same bar in pieces of their own colours; `value`, 0 to 1, is what `name` tells in words.
void parts_bar(Ui& ui, const Rect& area, std::span<const BarPart> parts, float value, std::string_view name);

} // namespace orderdeck::client::ui
