#include "client/ui/painter.h"

#include "client/ui/style/icons.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace orderdeck::client::ui {
namespace {

unsigned pack(Color color, unsigned alpha = 255) {
    return IM_COL32(color.rgb >> 16 & 0xff, color.rgb >> 8 & 0xff, color.rgb & 0xff, alpha);
}

ImVec2 at(Point point) { return {point.x, point.y}; }

bool near(const ImVec2& a, const ImVec2& b) { return std::fabs(a.x - b.x) + std::fabs(a.y - b.y) < 0.02F; }

/// ImGui's own path keeps 1 px of every side straight, which spoils pills and thin bars.
void rounded_path(ImDrawList& list, const Rect& r, float radius) {
    const float limit = std::min(r.width, r.height) / 2;
    radius = std::min(radius, limit);
    if (radius < 0.5F) {
        list.PathRect({r.x, r.y}, {r.right(), r.bottom()});
        return;
    }
    const std::array<Point, 4> centers{{{r.right() - radius, r.bottom() - radius},
                                        {r.x + radius, r.bottom() - radius},
                                        {r.x + radius, r.y + radius},
                                        {r.right() - radius, r.y + radius}}};
    constexpr float kQuarter = std::numbers::pi_v<float> / 2;
    const int pieces = std::clamp(static_cast<int>(radius * 1.5F), 4, 24);
    for (std::size_t corner = 0; corner < centers.size(); ++corner) {
        for (int i = 0; i <= pieces; ++i) {
            const float angle =
                kQuarter * (static_cast<float>(corner) + static_cast<float>(i) / static_cast<float>(pieces));
            const ImVec2 point{centers[corner].x + radius * std::cos(angle),
                               centers[corner].y + radius * std::sin(angle)};
            // The ends of a pill meet in one point; a segment without length would show as a spike.
            if (list._Path.Size > 0 && near(list._Path.back(), point)) continue;
            list.PathLineTo(point);
        }
    }
    if (list._Path.Size > 1 && near(list._Path.front(), list._Path.back())) list._Path.pop_back();
}

} // namespace

Painter::Painter(ImDrawList& list, Scheme scheme, float pixel_ratio)
    : list_(&list), scheme_(scheme), pixel_ratio_(pixel_ratio) {}

float Painter::snap(float value) const { return std::round(value * pixel_ratio_) / pixel_ratio_; }

Rect Painter::snap(const Rect& area) const {
    const float left = snap(area.x);
    const float top = snap(area.y);
    return {left, top, snap(area.right()) - left, snap(area.bottom()) - top};
}

unsigned Painter::packed(Fill fill) const { return pack(color_of(fill, scheme_)); }
unsigned Painter::packed(Ink ink) const { return pack(color_of(ink, scheme_)); }

void Painter::fill(const Rect& area, Fill fill, float radius) {
    const Rect r = snap(area);
    if (r.empty()) return;
    if (radius <= 0) {
        list_->AddRectFilled({r.x, r.y}, {r.right(), r.bottom()}, packed(fill));
        return;
    }
    rounded_path(*list_, r, radius);
    list_->PathFillConvex(packed(fill));
}

void Painter::border(const Rect& area, Fill fill, float radius, float thickness) {
    const Rect r = snap(area);
    if (r.empty()) return;
    // ImGui moves the corners of a stroke by half a CSS px; ours lies inside by half its own thickness.
    const float half = std::max(snap(thickness), 1 / pixel_ratio_) / 2;
    rounded_path(*list_, {r.x + half, r.y + half, r.width - 2 * half, r.height - 2 * half}, radius - half);
    list_->PathStroke(packed(fill), ImDrawFlags_Closed, half * 2);
}

void Painter::disc(Point center, float radius, Fill fill) {
    list_->AddCircleFilled(at(center), radius, packed(fill));
}

void Painter::ring(Point center, float radius, Fill fill, float thickness) {
    list_->AddCircle(at(center), radius - thickness / 2, packed(fill), 0, thickness);
}

void Painter::icon(Icon icon, const Rect& area, Ink ink, float stroke) {
    if (icon == Icon::none) return;
    const float scale = area.width / 24;
    const Point origin{snap(area.x), snap(area.y)};
    const unsigned color = packed(ink);
    const float width = stroke * scale;
    const auto place = [&](const Point& point) {
        return ImVec2{origin.x + point.x * scale, origin.y + point.y * scale};
    };
    for_each_stroke(icon, [&](const IconStroke& line) {
        for (std::size_t i = 0; i < line.size(); ++i)
            list_->PathLineTo(place(line[i]));
        list_->PathStroke(color, line.closed() ? ImDrawFlags_Closed : ImDrawFlags_None, width);
        if (line.closed()) return;
        list_->AddCircleFilled(place(line[0]), width / 2, color, 12);
        list_->AddCircleFilled(place(line[line.size() - 1]), width / 2, color, 12);
    });
}

void Painter::glyphs(Point where, std::string_view utf8, ImFont& font, float size, Ink ink) {
    if (utf8.empty()) return;
    const char* const end = utf8.data() + utf8.size();
    ImFontBaked* baked = font.GetFontBaked(size);
    int visible = 0;
    // Loading a glyph may grow the atlas and change the texture, so all are there before the first vertex.
    for (const char* s = utf8.data(); s < end;) {
        unsigned int c = 0;
        s += std::max(1, ImTextCharFromUtf8(&c, s, end));
        if (baked->FindGlyph(c)->Visible) ++visible;
    }
    if (visible == 0) return;
    const unsigned tint = packed(ink);
    float x = snap(where.x);
    const float y = snap(where.y);
    list_->PrimReserve(visible * 6, visible * 4);
    for (const char* s = utf8.data(); s < end;) {
        unsigned int c = 0;
        s += std::max(1, ImTextCharFromUtf8(&c, s, end));
        const ImFontGlyph* glyph = baked->FindGlyph(c);
        if (glyph->Visible) {
            list_->PrimRectUV({x + glyph->X0, y + glyph->Y0}, {x + glyph->X1, y + glyph->Y1},
                              {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1},
                              glyph->Colored ? tint | ~IM_COL32_A_MASK : tint);
        }
        x += glyph->AdvanceX;
    }
}

void Painter::shade(const Rect& area, float opacity) {
    const auto alpha = static_cast<unsigned>(opacity * 255);
    list_->AddRectFilled({area.x, area.y}, {area.right(), area.bottom()}, pack(Color{0x05080f}, alpha));
}

void Painter::fade_left(const Rect& area, Fill fill) {
    gradient(area, packed(fill), packed(fill) & ~IM_COL32_A_MASK);
}

void Painter::fade_right(const Rect& area, Fill fill) {
    gradient(area, packed(fill) & ~IM_COL32_A_MASK, packed(fill));
}

void Painter::gradient(const Rect& area, unsigned left, unsigned right) {
    const Rect r = snap(area);
    if (!r.empty())
        list_->AddRectFilledMultiColor({r.x, r.y}, {r.right(), r.bottom()}, left, right, right, left);
}

void Painter::begin_above() {
    list_->ChannelsSplit(2);
    list_->ChannelsSetCurrent(1);
}

void Painter::paint_below() { list_->ChannelsSetCurrent(0); }
void Painter::end_above() { list_->ChannelsMerge(); }

void Painter::push_clip(const Rect& area) {
    const Rect r = snap(area);
    list_->PushClipRect({r.x, r.y}, {r.right(), r.bottom()}, true);
}

void Painter::pop_clip() { list_->PopClipRect(); }

} // namespace orderdeck::client::ui
