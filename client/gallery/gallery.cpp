#include "client/gallery/gallery.h"

#include "client/ui/scroll.h"
#include "client/ui/text.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/tooltip.h"

#include <algorithm>
#include <functional>

namespace orderdeck::client::gallery {
namespace {

constexpr float kWidest = 960;

bool prefers_chinese(const platform::Environment& environment) {
    return !environment.languages.empty() && environment.languages.front().starts_with("zh");
}

/// Sections below each other, each with its title and a frame around what it draws.
class Page {
public:
    Page(ui::Ui& ui, const ui::Rect& area) : ui_(ui), area_(area) {}

    void section(std::string_view title, const std::function<float(const ui::Rect&)>& draw) {
        const ui::IdScope ids(ui_, title);
        ui::heading(ui_, area_.take_top(ui_.line_height(ui::TextSize::title)), title, 2, ui::style::title);
        area_.take_top(12);
        const ui::Rect inside = ui::card_inside(ui_, {area_.x, area_.y, area_.width, 1000});
        const float height = draw({inside.x, inside.y, inside.width, 1e6F});
        const float padding = inside.y - area_.y;
        ui_.painter().border({area_.x, area_.y, area_.width, height + 2 * padding}, ui::Fill::line, 12);
        area_.take_top(height + 2 * padding + 32);
    }

    float end() const { return area_.y; }

private:
    ui::Ui& ui_;
    ui::Rect area_;
};

} // namespace

Gallery::Gallery(platform::Platform& platform) : platform_(platform), ui_(platform.glyphs) {}

platform::FrameOutput Gallery::frame(const platform::FrameInput& input) {
    const Words words(prefers_chinese(platform_.environment));
    ui_.begin(input, platform_.environment, {});
    draw(words);
    const platform::FrameOutput output = ui_.end();
    const std::string language(words("en", "zh-CN"));
    if (told_language_ != language) {
        told_language_ = language;
        platform_.navigation.set_language(language);
        platform_.navigation.set_title(words("Components – Orderdeck", "组件 – Orderdeck"));
    }
    // What a sample received is shown in the next frame.
    return {output.nodes, output.again || !input.events.empty()};
}

void Gallery::draw(const Words& words) {
    draw_page(words);
    draw_open_overlays(ui_, words, samples_);
    ui::tooltip(ui_);
}

void Gallery::draw_page(const Words& words) {
    const std::string_view title = words("Components", "组件");
    ui::ScrollRegion scroll(ui_, ui_.viewport(), "gallery", {.role = ui::Role::main, .name = title});
    ui::Rect column = scroll.content();
    const float side = ui_.layout() == ui::LayoutClass::phone ? 16.0F : 32.0F;
    column = column.inset(std::max(side, (column.width - kWidest) / 2), 0);
    column.take_top(24);
    ui::heading(ui_, column.take_top(ui_.line_height(ui::TextSize::display)), title, 1, ui::style::display);
    column.take_top(20);
    Page page(ui_, column);
    page.section(words("Text and colour", "文字与颜色"),
                 [&](const ui::Rect& area) { return draw_style(ui_, area, words); });
    page.section(words("Icons", "图标"), [&](const ui::Rect& area) { return draw_icons(ui_, area); });
    page.section(words("Buttons and chips", "按钮与标签"),
                 [&](const ui::Rect& area) { return draw_buttons(ui_, area, words, samples_); });
    page.section(words("Status and progress", "状态与进度"),
                 [&](const ui::Rect& area) { return draw_status(ui_, area, words); });
    page.section(words("Messages", "提示"),
                 [&](const ui::Rect& area) { return draw_notices(ui_, area, words); });
    page.section(words("Dialogs", "对话框"),
                 [&](const ui::Rect& area) { return draw_overlay_openers(ui_, area, words, samples_); });
    page.section(words("Text fields", "文本输入"),
                 [&](const ui::Rect& area) { return draw_text_fields(ui_, area, words, samples_); });
    page.section(words("Choices", "选择"),
                 [&](const ui::Rect& area) { return draw_choices(ui_, area, words, samples_); });
    page.section(words("Dates and files", "日期与文件"),
                 [&](const ui::Rect& area) { return draw_dates_and_files(ui_, area, words, samples_); });
    scroll.set_end(page.end());
}

} // namespace orderdeck::client::gallery
