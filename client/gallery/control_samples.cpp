#include "client/gallery/sections.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/chip.h"
#include "client/ui/widgets/figure_tile.h"
#include "client/ui/widgets/notice.h"
#include "client/ui/widgets/pill.h"
#include "client/ui/widgets/track.h"

#include <array>

namespace orderdeck::client::gallery {
namespace {

using ui::Tri;

/// Places pieces beside each other and goes on below when the line is full.
class Flow {
public:
    Flow(const ui::Rect& area, float height) : area_(area), x_(area.x), y_(area.y), height_(height) {}

    ui::Rect next(float width) {
        if (x_ > area_.x && x_ + width > area_.right()) {
            x_ = area_.x;
            y_ += height_ + kGap;
        }
        const ui::Rect place{x_, y_, width, height_};
        x_ += width + kGap;
        return place;
    }
    float height() const { return y_ + height_ - area_.y; }

private:
    static constexpr float kGap = 12;
    ui::Rect area_;
    float x_;
    float y_;
    float height_;
};

float draw_chips(ui::Ui& ui, const ui::Rect& area, const Words& words) {
    Flow flow(area, ui.chip_row_height());
    const auto next = [&](float width) { return flow.next(width).left_middle({width, ui.chip_height()}); };
    const auto chip = [&](std::string_view key, const ui::ChipSpec& spec) {
        ui::chip(ui, next(ui::chip_width(ui, spec)), key, spec);
    };
    chip("chip-off", {.label = words("Late", "已逾期"), .count = "12"});
    chip("chip-on", {.label = words("Open", "进行中"), .count = "128", .pressed = Tri::on});
    chip("chip-menu",
         {.label = words("Stage", "阶段"), .pressed = Tri::unknown, .icon = ui::Icon::chevron_down});
    const std::string_view term = words("Stage: shipped", "阶段：已发货");
    ui::removable_chip(ui, next(ui::removable_chip_width(ui, term)), "chip-term", term,
                       words("Remove the filter “shipped”", "移除筛选“已发货”"));
    return flow.height();
}

} // namespace

float draw_buttons(ui::Ui& ui, const ui::Rect& area, const Words& words, Samples& samples) {
    Flow flow(area, ui.control_height());
    const auto button = [&](std::string_view key, const ui::ButtonSpec& spec) {
        ui::button(ui, flow.next(ui::button_width(ui, spec)), key, spec);
    };
    button("primary", {.label = words("Report a problem", "报告问题"), .kind = ui::ButtonKind::primary});
    button("plain", {.label = words("Share", "分享"), .icon = ui::Icon::share});
    button("quiet", {.label = words("Show all", "显示全部"), .kind = ui::ButtonKind::quiet});
    button("disabled", {.label = words("Sent", "已发送"), .enabled = ui::Enabled::no});
    button("primary-disabled",
           {.label = words("Save", "保存"), .kind = ui::ButtonKind::primary, .enabled = ui::Enabled::no});
    const float side = ui.control_height();
    ui::icon_button(ui, flow.next(side), "icon", ui::Icon::refresh, words("Load again", "重新加载"));
    button("explained", {.label = words("Close the order", "结束订单"),
                         .tooltip = words("It goes into the archive and can be opened again for 30 days.",
                                          "订单将归档，30 天内可重新打开。")});
    ui::icon_button(ui, flow.next(side), "icon-disabled", ui::Icon::trash, words("Remove", "移除"),
                    ui::Enabled::no);
    ui::avatar_button(ui, flow.next(side), "avatar", words("MK", "王"),
                      words("MK: account menu", "王：账户菜单"), Tri::off);
    ui::Rect rest = area;
    rest.take_top(flow.height() + 16);
    rest.take_top(draw_chips(ui, rest, words) + 16);
    const Tri open = samples.why ? Tri::on : Tri::off;
    if (ui::disclosure(ui, rest.take_top(24), "why", words("Why?", "原因"), open)) samples.why = !samples.why;
    rest.take_top(16);
    ui::text(ui, rest.take_top(ui.line_height(ui::TextSize::body)).left_middle({200, 20}),
             words("Stainless steel centrifugal pump, 15 kW, with frequency converter",
                   "不锈钢离心泵，15 kW，带变频器和底座，适用于食品级介质"));
    rest.take_top(16);
    const float width = std::min(rest.width, 280.0F);
    ui::figure_tile(ui, {rest.x, rest.y, width, ui::figure_tile_height(ui)}, "tile",
                    {.label = words("Late or at risk", "逾期或有风险"),
                     .value = "17",
                     .note = words("12 late, 5 at risk", "12 个逾期，5 个有风险"),
                     .value_ink = ui::Ink::bad,
                     .pressed = Tri::on});
    rest.take_top(ui::figure_tile_height(ui));
    return rest.y - area.y;
}

float draw_status(ui::Ui& ui, const ui::Rect& area, const Words& words) {
    struct PillSample {
        ui::Tone tone;
        std::string_view english;
        std::string_view chinese;
    };
    constexpr std::array<PillSample, 5> kPills{{{ui::Tone::ok, "Delivered", "已送达"},
                                                {ui::Tone::warn, "At risk", "有风险"},
                                                {ui::Tone::bad, "3 days late", "晚 3 天"},
                                                {ui::Tone::info, "In production", "生产中"},
                                                {ui::Tone::mute, "Cancelled", "已取消"}}};
    Flow flow(area, ui::pill_height(ui));
    for (const PillSample& sample : kPills) {
        const std::string_view label = words(sample.english, sample.chinese);
        ui::pill(ui, flow.next(ui::pill_width(ui, label)), label, sample.tone);
    }
    ui::Rect rest = area;
    rest.take_top(flow.height() + 16);
    ui::status_dot(ui, rest.take_top(20), words("Up to date", "已是最新"), ui::Tone::ok);
    rest.take_top(16);
    constexpr std::array<float, 6> kFills{1, 1, 0.4F, 0, 0, 0};
    ui::step_track(ui, {rest.x, rest.y, ui::step_track_width(6), 4}, kFills,
                   words("Step 3 of 6, in production", "第 3 步，共 6 步，生产中"));
    rest.take_top(20);
    ui::progress_bar(ui, rest.take_top(16), 0.6F, words("60 % produced", "已生产 60%"));
    return rest.y - area.y;
}

float draw_notices(ui::Ui& ui, const ui::Rect& area, const Words& words) {
    ui::Rect rest = area;
    const auto banner = [&](std::string_view key, const ui::BannerSpec& spec) {
        ui::banner(ui, rest.take_top(ui::banner_height(ui, rest.width, spec)), key, spec);
        rest.take_top(12);
    };
    banner("info", {.text = words("The list is as of 10:24. New data is on its way.",
                                  "列表更新至 10:24，正在获取新数据。")});
    banner("warn",
           {.text = words("No connection. What you see is 3 hours old.", "无网络连接，当前数据为 3 小时前。"),
            .tone = ui::Tone::warn,
            .icon = ui::Icon::offline,
            .action = words("Try again", "重试")});
    ui::skeleton(ui, rest.take_top(20).left_middle({240, 20}));
    rest.take_top(16);
    ui::empty_state(
        ui, rest.take_top(220), "empty",
        {.title = words("No order contains “pump 9”", "没有包含“pump 9”的订单"),
         .text = words("Numbers, products and references are searched.", "可搜索编号、产品和参考号。"),
         .action = words("Clear the search", "清除搜索")});
    return rest.y - area.y;
}

} // namespace orderdeck::client::gallery
