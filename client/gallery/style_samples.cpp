#include "client/gallery/sections.h"
#include "client/ui/text.h"

#include <array>

namespace orderdeck::client::gallery {
namespace {

using ui::Ink;

struct Sample {
    ui::TextStyle style;
    std::string_view english;
    std::string_view chinese;
};

constexpr std::array<Sample, 6> kTexts{{
    {ui::style::display, "Display: Orders", "大标题：订单"},
    {ui::style::title, "Title: Order SO-26-1182", "标题：订单 SO-26-1182"},
    {ui::style::lead_strong, "Lead: In production, 60 %", "强调：生产中 60%"},
    {ui::style::body, "Body: expected on 24 November, 3 days later than promised",
     "正文：预计 11 月 24 日到达，比承诺晚 3 天"},
    {ui::style::muted, "Muted: last changed 12 minutes ago", "次要：12 分钟前更新"},
    {ui::style::caption, "Caption: net, without tax", "注释：不含税净额"},
}};

struct InkSample {
    Ink ink;
    std::string_view name;
};

constexpr std::array<InkSample, 8> kInks{{{Ink::text, "text"},
                                          {Ink::text2, "text2"},
                                          {Ink::text3, "text3"},
                                          {Ink::accent, "accent"},
                                          {Ink::ok, "ok"},
                                          {Ink::warn, "warn"},
                                          {Ink::bad, "bad"},
                                          {Ink::info, "info"}}};

} // namespace

float draw_style(ui::Ui& ui, const ui::Rect& area, const Words& words) {
    ui::Rect rest = area;
    for (const Sample& sample : kTexts) {
        const std::string_view text = words(sample.english, sample.chinese);
        const float height = ui::paragraph_height(ui, rest.width, text, sample.style);
        ui::paragraph(ui, rest.take_top(height), text, sample.style);
        rest.take_top(8);
    }
    float x = rest.x;
    rest.take_top(4);
    ui::Rect line = rest.take_top(ui.line_height(ui::TextSize::body));
    for (const InkSample& sample : kInks) {
        const ui::TextStyle style = ui::style::with(ui::style::body_strong, sample.ink);
        const float width = ui::text_width(ui, sample.name, style);
        if (x + width > area.right()) {
            x = rest.x;
            line = rest.take_top(line.height);
        }
        ui::text(ui, {x, line.y, width, line.height}, sample.name, style);
        x += width + 16;
    }
    return rest.y - area.y;
}

float draw_icons(ui::Ui& ui, const ui::Rect& area) {
    constexpr float kCell = 44;
    ui::Rect rest = area;
    float x = rest.x;
    ui::Rect line = rest.take_top(kCell);
    for (std::size_t i = 1; i < ui::icon_count(); ++i) {
        if (x + kCell > area.right()) {
            x = rest.x;
            line = rest.take_top(kCell);
        }
        ui.painter().icon(static_cast<ui::Icon>(i), ui::Rect{x, line.y, kCell, kCell}.centered({24, 24}),
                          Ink::text2);
        x += kCell;
    }
    return rest.y - area.y;
}

} // namespace orderdeck::client::gallery
