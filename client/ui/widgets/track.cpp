#include "client/ui/widgets/track.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace orderdeck::client::ui {
namespace {

constexpr float kSegmentGap = 3;
constexpr float kSegmentWidth = 26;
constexpr float kTrackHeight = 4;
constexpr float kNode = 24;
constexpr float kStageGap = 16; ///< between the words of two stages
constexpr float kBarHeight = 8;

/// The part of a bar between two of its points, 0 to 1. Its inner ends are straight: clipped, not rounded.
void paint_part(Painter& painter, const Rect& bar, float from, float until, Fill fill) {
    const float left = bar.width * std::clamp(from, 0.0F, 1.0F);
    const float width = bar.width * std::clamp(until, 0.0F, 1.0F) - left;
    if (width < 1) return;
    painter.push_clip({bar.x + left, bar.y, width, bar.height});
    painter.fill(bar, fill, bar.height / 2);
    painter.pop_clip();
}

void paint_bar(Painter& painter, const Rect& bar, float fraction, Fill fill) {
    painter.fill(bar, Fill::line, bar.height / 2);
    paint_part(painter, bar, 0, fraction, fill);
}

void paint_node(Ui& ui, const Rect& node, const StageSpec& stage) {
    Painter& painter = ui.painter();
    const Point center{node.x + node.width / 2, node.y + node.height / 2};
    switch (stage.state) {
    case StageState::done:
        painter.disc(center, kNode / 2, Fill::accent);
        painter.icon(Icon::check, node.centered({16, 16}), Ink::on_accent, 2.5F);
        return;
    case StageState::current:
        painter.disc(center, kNode / 2, Fill::surface);
        painter.ring(center, kNode / 2, Fill::accent, 2);
        unspoken_text(ui, node, stage.node_text,
                      {TextSize::caption, Weight::semibold, Ink::accent, Align::center});
        return;
    case StageState::upcoming:
    case StageState::skipped:
        painter.disc(center, kNode / 2, Fill::surface);
        painter.ring(center, kNode / 2, Fill::line, 2);
        return;
    }
}

TextStyle label_style(StageState state) {
    return state == StageState::done || state == StageState::current ? style::body_strong : style::secondary;
}

float notes_height(Ui& ui, const StageSpec& stage, float width) {
    float height = 0;
    for (const StageNote& note : stage.notes)
        height += paragraph_height(ui, width, note.text, style::caption);
    return height;
}

void draw_stage(Ui& ui, Rect column, const StageSpec& stage, bool last) {
    const Current current = stage.state == StageState::current ? Current::step : Current::none;
    const Scope scope(ui, {.role = Role::list_item, .rect = column, .current = current});
    Rect top = column.take_top(kNode);
    const float middle = top.y + kNode / 2 - 1;
    if (!last) {
        ui.painter().fill({top.x, middle, column.width, 2}, Fill::line);
        ui.painter().fill({top.x, middle, column.width * std::clamp(stage.filled, 0.0F, 1.0F), 2},
                          Fill::accent);
    }
    paint_node(ui, {top.x, top.y, kNode, kNode}, stage);
    column.take_top(6);
    column.take_right(kStageGap);
    text(ui, column.take_top(ui.line_height(TextSize::body)), stage.label, label_style(stage.state));
    column.take_top(4);
    for (const StageNote& note : stage.notes) {
        column.take_top(paragraph(ui, column, note.text, style::with(style::caption, note.ink)));
    }
}

} // namespace

float step_track_width(int steps) {
    return static_cast<float>(steps) * kSegmentWidth +
           static_cast<float>(std::max(0, steps - 1)) * kSegmentGap;
}

void step_track(Ui& ui, const Rect& area, std::span<const float> fills, std::string_view name, Fill fill) {
    if (fills.empty()) return;
    const Rect line{area.x, std::round(area.y), area.width, kTrackHeight};
    const float sum = std::accumulate(fills.begin(), fills.end(), 0.0F);
    leaf(ui, {.role = Role::image,
              .rect = line,
              .name = name,
              .value_now = sum / static_cast<float>(fills.size()) * 100});
    const auto count = static_cast<float>(fills.size());
    const float width = (line.width - kSegmentGap * (count - 1)) / count;
    for (std::size_t i = 0; i < fills.size(); ++i) {
        const Rect segment{line.x + static_cast<float>(i) * (width + kSegmentGap), line.y, width,
                           kTrackHeight};
        paint_bar(ui.painter(), segment, fills[i], fill);
    }
}

float stage_track_height(Ui& ui, std::span<const StageSpec> stages, float width) {
    if (stages.empty()) return 0;
    const float column = width / static_cast<float>(stages.size());
    float notes = 0;
    for (const StageSpec& stage : stages)
        notes = std::max(notes, notes_height(ui, stage, column - kStageGap));
    return kNode + 6 + ui.line_height(TextSize::body) + 4 + notes;
}

void stage_track(Ui& ui, const Rect& area, std::string_view name, std::span<const StageSpec> stages) {
    if (stages.empty()) return;
    const Scope list(ui, {.role = Role::ordered_list, .rect = area, .name = name});
    const float width = area.width / static_cast<float>(stages.size());
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const Rect column{area.x + static_cast<float>(i) * width, area.y, width, area.height};
        draw_stage(ui, column, stages[i], i + 1 == stages.size());
    }
}

void progress_bar(Ui& ui, const Rect& area, float fraction, std::string_view name, Fill fill) {
    const BarPart all{fraction, fill};
    parts_bar(ui, area, std::span(&all, 1), fraction, name);
}

void parts_bar(Ui& ui, const Rect& area, std::span<const BarPart> parts, float value, std::string_view name) {
    const Rect bar = area.left_middle({area.width, kBarHeight});
    leaf(ui, {.role = Role::progress,
              .rect = bar,
              .name = name,
              .value_now = std::clamp(value, 0.0F, 1.0F) * 100});
    ui.painter().fill(bar, Fill::line, kBarHeight / 2);
    float from = 0;
    for (const BarPart& part : parts) {
        paint_part(ui.painter(), bar, from, part.until, part.fill);
        from = std::max(from, part.until);
    }
}

} // namespace orderdeck::client::ui
