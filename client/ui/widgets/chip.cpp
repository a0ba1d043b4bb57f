#include "client/ui/widgets/chip.h"

#include "client/ui/item.h"

namespace orderdeck::client::ui {
namespace {

constexpr float kPadding = 12;
constexpr float kGap = 6;
constexpr float kIconSize = 16;

TextStyle label_style(Tri pressed) {
    return pressed == Tri::on ? style::with(style::body_strong, Ink::accent) : style::secondary;
}

void paint_chip(Ui& ui, const Rect& area, Tri pressed) {
    const float radius = area.height / 2;
    if (pressed == Tri::on) {
        ui.painter().fill(area, Fill::accent_soft, radius);
    } else {
        ui.painter().fill(area, Fill::surface, radius);
        ui.painter().border(area, Fill::line, radius);
    }
}

} // namespace

float chip_width(Ui& ui, const ChipSpec& spec) {
    const TextStyle style = label_style(spec.pressed);
    float width = 2 * kPadding + text_width(ui, spec.label, style);
    if (!spec.count.empty()) width += kGap + text_width(ui, spec.count, style);
    if (spec.icon != Icon::none) width += kGap + kIconSize;
    return width;
}

bool chip(Ui& ui, const Rect& area, std::string_view key, const ChipSpec& spec) {
    NodeSpec node{
        .role = Role::button, .id = ui.id(key), .rect = area, .test_id = key, .radius = area.height / 2};
    node.feedback = Feedback::control;
    node.pressed = spec.pressed;
    const Item item(ui, node);
    paint_chip(ui, area, spec.pressed);
    const TextStyle style = label_style(spec.pressed);
    Rect content = area.inset(kPadding, 0);
    if (spec.icon != Icon::none) {
        ui.painter().icon(spec.icon, content.take_right(kIconSize).left_middle({kIconSize, kIconSize}),
                          style.ink, 2);
        content.take_right(kGap);
    }
    if (!spec.count.empty()) {
        const Rect count = content.take_right(text_width(ui, spec.count, style));
        content.take_right(kGap);
        text(ui, content, spec.label, style);
        text(ui, count, spec.count, style);
    } else {
        text(ui, content, spec.label, style);
    }
    return item.activated();
}

float removable_chip_width(Ui& ui, std::string_view label) {
    return 2 * kPadding + text_width(ui, label, style::body_strong) + kGap + kIconSize;
}

bool removable_chip(Ui& ui, const Rect& area, std::string_view key, std::string_view label,
                    std::string_view remove_name) {
    // The whole chip removes: a bigger target than its cross.
    NodeSpec node{
        .role = Role::button, .id = ui.id(key), .rect = area, .test_id = key, .description = remove_name};
    node.tooltip = remove_name;
    node.radius = area.height / 2;
    node.feedback = Feedback::control;
    const Item item(ui, node);
    paint_chip(ui, area, Tri::on);
    Rect content = area.inset(kPadding, 0);
    ui.painter().icon(Icon::close, content.take_right(kIconSize).left_middle({kIconSize, kIconSize}),
                      Ink::accent, 2);
    content.take_right(kGap);
    text(ui, content, label, style::with(style::body_strong, Ink::accent));
    return item.activated();
}

} // namespace orderdeck::client::ui
