#include "client/gallery/sections.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/toast.h"

namespace orderdeck::client::gallery {

float draw_overlay_openers(ui::Ui& ui, const ui::Rect& area, const Words& words, Samples& samples) {
    constexpr float kGap = 12;
    ui::Rect rest = area;
    const auto opener = [&](std::string_view key, std::string_view label) {
        const ui::ButtonSpec spec{.label = label};
        const ui::Rect place = rest.take_top(ui.control_height());
        rest.take_top(kGap);
        return ui::button(ui, {place.x, place.y, ui::button_width(ui, spec), place.height}, key, spec);
    };
    samples.asker = ui.id("ask");
    if (opener("ask", words("Ask first", "先询问"))) samples.asking = true;
    samples.explainer = ui.id("explain");
    samples.explained = {rest.x, rest.y, 100, ui.control_height()};
    if (opener("explain", words("What is a promise?", "什么是承诺日期？"))) samples.explaining = true;
    if (opener("toast", words("Pin the order", "置顶订单"))) {
        samples.toasting = true;
        ++samples.toasts;
    }
    return rest.y - kGap - area.y;
}

void draw_open_overlays(ui::Ui& ui, const Words& words, Samples& samples) {
    const std::string_view close = words("Close", "关闭");
    if (samples.toasting) {
        const ui::ToastSpec spec{.text = words("SO-26-1182 is pinned to the top.", "SO-26-1182 已置顶。"),
                                 .action = words("Undo", "撤销"),
                                 .close_name = words("Close the message", "关闭提示"),
                                 .version = samples.toasts};
        if (ui::toast(ui, "pinned", 0, spec) != ui::ToastResult::none) samples.toasting = false;
    }
    if (samples.explaining &&
        ui::popover(
            ui, "promise",
            {.title = words("Promise date", "承诺日期"),
             .text = words(
                 "The day for which we last confirmed the delivery. When it moves, the order says by how "
                 "much, why and who moved it.",
                 "我们最近一次确认的送达日期。若有变动，订单会说明变动天数、原因和责任方。"),
             .close_name = close,
             .anchor = samples.explained,
             .opener = samples.explainer}))
        samples.explaining = false;
    if (!samples.asking) return;
    const ui::Answer answer = ui::confirm(
        ui, "discard",
        {.title = words("Discard the draft?", "放弃草稿？"),
         .text = words("What you have written and two photos are lost.", "已填写的内容和两张照片将丢失。"),
         .confirm = words("Discard", "放弃"),
         .cancel = words("Keep it", "保留"),
         .close_name = close,
         .weight = ui::Weightiness::destructive,
         .opener = samples.asker});
    if (answer != ui::Answer::none) samples.asking = false;
}

} // namespace orderdeck::client::gallery
