#include "client/ui/text.h"

#include "client/ui/ui_state.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace orderdeck::client::ui {
namespace {

constexpr std::string_view kEllipsis = "\xe2\x80\xa6";

/// The longest beginning that fits with an ellipsis behind it.
std::size_t fitting_prefix(UiState& state, std::string_view utf8, float width, const TextStyle& style) {
    ImFontBaked* baked =
        font_of(state, style.weight)->GetFontBaked(font_px(style.size, state.look.text_scale));
    float x = measure(state, kEllipsis, style.size, style.weight);
    std::size_t offset = 0;
    while (offset < utf8.size()) {
        std::size_t next = offset;
        const char32_t c = next_character(utf8, next);
        x += baked->GetCharAdvance(static_cast<ImWchar>(c));
        if (x > width) break;
        offset = next;
    }
    while (offset > 0 && utf8[offset - 1] == ' ')
        --offset;
    return offset;
}

float aligned_x(const Rect& area, float width, Align align) {
    switch (align) {
    case Align::left: return area.x;
    case Align::center: return area.x + std::max(0.0F, (area.width - width) / 2);
    case Align::right: return area.right() - width;
    }
    return area.x;
}

/// Paints one line box and tells the mirror; `shown` may be a cut form of `full`.
void draw_line(Ui& ui, const Rect& box, std::string_view shown, std::string_view full, float width,
               const TextStyle& style) {
    UiState& state = ui.state();
    const float size = ui.font_size(style.size);
    ImFont& font = *font_of(state, style.weight);
    ui.painter().glyphs({box.x, box.y + (box.height - size) / 2}, shown, font, size, style.ink);
    state.mirror.add_text({.rect = box,
                           .utf8 = full,
                           .font_size = size,
                           .weight = css_weight(style.weight),
                           .text_width = width,
                           .color = color_of(style.ink, state.scheme).rgb,
                           .flags = shown.size() == full.size() ? 0 : platform::node_flag::truncated});
}

/// Measures all runs as one sequence into the scratch vectors and breaks it.
void break_runs(UiState& state, float width, std::span<const Run> runs, TextSize size) {
    state.characters.clear();
    state.sources.clear();
    for (std::size_t r = 0; r < runs.size(); ++r) {
        ImFontBaked* baked =
            font_of(state, runs[r].weight)->GetFontBaked(font_px(size, state.look.text_scale));
        const std::string_view utf8 = runs[r].text;
        for (std::size_t offset = 0; offset < utf8.size();) {
            state.sources.emplace_back(static_cast<std::uint32_t>(r), static_cast<std::uint32_t>(offset));
            const char32_t c = next_character(utf8, offset);
            state.characters.push_back({c, c == U'\n' ? 0 : baked->GetCharAdvance(static_cast<ImWchar>(c))});
        }
    }
    break_lines(state.characters, width, state.lines);
}

/// The part of a line that comes from one run, as [begin, end) in characters.
std::size_t end_of_run(const UiState& state, std::size_t first, std::size_t last) {
    std::size_t end = first + 1;
    while (end < last && state.sources[end].first == state.sources[first].first)
        ++end;
    return end;
}

std::string_view slice(const UiState& state, std::span<const Run> runs, std::size_t first, std::size_t end) {
    const auto [run, offset] = state.sources[first];
    const std::string_view text = runs[run].text;
    const bool to_end = end >= state.sources.size() || state.sources[end].first != run;
    return text.substr(offset, to_end ? std::string_view::npos : state.sources[end].second - offset);
}

void draw_broken_line(Ui& ui, const Rect& area, float y, const TextLine& line, std::span<const Run> runs,
                      TextStyle style) {
    UiState& state = ui.state();
    float x = aligned_x(area, line.width, style.align);
    for (std::size_t at = line.first; at < line.last;) {
        const std::size_t end = end_of_run(state, at, line.last);
        float width = 0;
        for (std::size_t i = at; i < end; ++i)
            width += state.characters[i].advance;
        const Run& run = runs[state.sources[at].first];
        style.weight = run.weight;
        style.ink = run.ink;
        const std::string_view piece = slice(state, runs, at, end);
        draw_line(ui, {x, y, width, ui.line_height(style.size)}, piece, piece, width, style);
        x += width;
        at = end;
    }
}

float draw_lines(Ui& ui, const Rect& area, std::span<const Run> runs, const TextStyle& style, int max_lines) {
    UiState& state = ui.state();
    break_runs(state, area.width, runs, style.size);
    const float line_height = ui.line_height(style.size);
    const auto all = state.lines.size();
    const std::size_t shown = max_lines > 0 ? std::min(all, static_cast<std::size_t>(max_lines)) : all;
    const float height = line_height * static_cast<float>(shown);
    for (std::size_t i = 0; i < shown; ++i) {
        const float y = area.y + line_height * static_cast<float>(i);
        if (i + 1 == shown && shown < all) {
            // Only single-run texts are limited in lines.
            const std::string_view rest = runs[0].text.substr(state.sources[state.lines[i].first].second);
            TextStyle last = style;
            last.weight = runs[0].weight;
            const std::string cut =
                std::string(rest.substr(0, fitting_prefix(state, rest, area.width, last))) +
                std::string(kEllipsis);
            draw_line(ui, {area.x, y, area.width, line_height}, cut, rest,
                      measure(state, cut, last.size, last.weight), last);
        } else {
            draw_broken_line(ui, area, y, state.lines[i], runs, style);
        }
    }
    return height;
}

float draw_paragraph(Ui& ui, const Rect& area, std::span<const Run> runs, const TextStyle& style,
                     int max_lines) {
    const Scope scope(
        ui, {.role = Role::paragraph, .rect = {area.x, area.y, area.width, ui.line_height(style.size)}});
    return draw_lines(ui, area, runs, style, max_lines);
}

} // namespace

ImFont* font_of(UiState& state, Weight weight) { return state.fonts[weight == Weight::semibold ? 1 : 0]; }

char32_t next_character(std::string_view utf8, std::size_t& offset) {
    unsigned int c = 0;
    const int length = ImTextCharFromUtf8(&c, utf8.data() + offset, utf8.data() + utf8.size());
    offset += static_cast<std::size_t>(std::max(1, length));
    return static_cast<char32_t>(c);
}

float measure(UiState& state, std::string_view utf8, TextSize size, Weight weight) {
    ImFontBaked* baked = font_of(state, weight)->GetFontBaked(font_px(size, state.look.text_scale));
    float width = 0;
    for (std::size_t offset = 0; offset < utf8.size();) {
        width += baked->GetCharAdvance(static_cast<ImWchar>(next_character(utf8, offset)));
    }
    return width;
}

float text_width(Ui& ui, std::string_view utf8, const TextStyle& style) {
    return measure(ui.state(), utf8, style.size, style.weight);
}

Rect text(Ui& ui, const Rect& area, std::string_view utf8, const TextStyle& style) {
    UiState& state = ui.state();
    if (utf8.empty()) return {area.x, area.y, 0, area.height};
    const float line = ui.line_height(style.size);
    const float width = measure(state, utf8, style.size, style.weight);
    const float y = std::round(area.y + (area.height - line) / 2);
    if (width <= area.width + 0.5F) {
        const Rect box{aligned_x(area, width, style.align), y, width, line};
        draw_line(ui, box, utf8, utf8, width, style);
        return box;
    }
    std::string cut(utf8.substr(0, fitting_prefix(state, utf8, area.width, style)));
    cut += kEllipsis;
    const float drawn = measure(state, cut, style.size, style.weight);
    draw_line(ui, {area.x, y, drawn, line}, cut, utf8, drawn, style);
    return {area.x, y, drawn, line};
}

void decorative_text(Ui& ui, const Rect& area, std::string_view utf8, const TextStyle& style) {
    UiState& state = ui.state();
    const float size = ui.font_size(style.size);
    const float width = measure(state, utf8, style.size, style.weight);
    std::string cut;
    if (width > area.width + 0.5F) {
        cut = utf8.substr(0, fitting_prefix(state, utf8, area.width, style));
        utf8 = cut += kEllipsis;
    }
    const Point at{aligned_x(area, width, style.align), std::round(area.y + (area.height - size) / 2)};
    ui.painter().glyphs(at, utf8, *font_of(state, style.weight), size, style.ink);
}

void unspoken_text(Ui& ui, const Rect& area, std::string_view utf8, const TextStyle& style) {
    if (utf8.empty()) return;
    UiState& state = ui.state();
    decorative_text(ui, area, utf8, style);
    const float width = measure(state, utf8, style.size, style.weight);
    const float line = ui.line_height(style.size);
    const float shown = std::min(width, area.width);
    const std::uint32_t cut = width > area.width + 0.5F ? platform::node_flag::truncated : 0;
    state.mirror.add_text(
        {.rect = {aligned_x(area, shown, style.align), area.y + (area.height - line) / 2, shown, line},
         .utf8 = utf8,
         .font_size = ui.font_size(style.size),
         .weight = css_weight(style.weight),
         .text_width = shown,
         .color = color_of(style.ink, state.scheme).rgb,
         .flags = platform::node_flag::unspoken | cut});
}

void decorative_lines(Ui& ui, const Rect& area, std::string_view utf8, const TextStyle& style) {
    UiState& state = ui.state();
    const Run run{utf8, style.weight, style.ink};
    break_runs(state, area.width, std::span(&run, 1), style.size);
    const float line_height = ui.line_height(style.size);
    const float size = ui.font_size(style.size);
    float y = area.y;
    for (const TextLine& line : state.lines) {
        if (y >= area.bottom()) return;
        if (line.last > line.first) {
            const std::string_view piece = slice(state, std::span(&run, 1), line.first, line.last);
            ui.painter().glyphs({area.x, std::round(y + (line_height - size) / 2)}, piece,
                                *font_of(state, style.weight), size, style.ink);
        }
        y += line_height;
    }
}

Rect heading(Ui& ui, const Rect& area, std::string_view utf8, int level, const TextStyle& style) {
    UiState& state = ui.state();
    NodeSpec spec{.role = Role::heading, .rect = area, .level = static_cast<std::uint32_t>(level)};
    if (level == 1) spec.more_flags = platform::node_flag::focus_target;
    const float width = std::min(area.width, measure(state, utf8, style.size, style.weight));
    spec.rect = {aligned_x(area, width, style.align), area.y, width, area.height};
    const std::size_t index = state.mirror.open(spec);
    if (level == 1 && state.focus_next_heading) {
        ui.focus(Id{state.mirror.record(index).id});
        state.focus_next_heading = false;
    }
    const Rect box = text(ui, area, utf8, style);
    state.mirror.close();
    return box;
}

float paragraph_height(Ui& ui, float width, std::span<const Run> runs, TextSize size) {
    break_runs(ui.state(), width, runs, size);
    return ui.line_height(size) * static_cast<float>(ui.state().lines.size());
}

float paragraph_height(Ui& ui, float width, std::string_view utf8, const TextStyle& style) {
    const Run run{utf8, style.weight, style.ink};
    return paragraph_height(ui, width, std::span(&run, 1), style.size);
}

float paragraph(Ui& ui, const Rect& area, std::string_view utf8, const TextStyle& style, int max_lines) {
    const Run run{utf8, style.weight, style.ink};
    return draw_paragraph(ui, area, std::span(&run, 1), style, max_lines);
}

float lines(Ui& ui, const Rect& area, std::string_view utf8, const TextStyle& style) {
    const Run run{utf8, style.weight, style.ink};
    return draw_lines(ui, area, std::span(&run, 1), style, 0);
}

float paragraph(Ui& ui, const Rect& area, std::span<const Run> runs, TextSize size) {
    TextStyle style;
    style.size = size;
    return draw_paragraph(ui, area, runs, style, 0);
}

} // namespace orderdeck::client::ui
