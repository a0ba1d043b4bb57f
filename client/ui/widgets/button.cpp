#include "client/ui/widgets/button.h"

#include "client/ui/item.h"

#include <algorithm>

namespace orderdeck::client::ui {
namespace {

constexpr float kRadius = 10;
constexpr float kIconSize = 16;
constexpr float kIconGap = 8;
constexpr float kMinimumTarget = 24;

Ink ink_of(const ButtonSpec& spec) {
    if (spec.enabled == Enabled::no) return Ink::text3;
    if (spec.kind == ButtonKind::primary) return Ink::on_accent;
    if (spec.kind == ButtonKind::danger) return Ink::on_bad;
    return spec.kind == ButtonKind::quiet ? Ink::accent : Ink::text;
}

float content_width(Ui& ui, const ButtonSpec& spec) {
    const float icon = spec.icon == Icon::none ? 0 : kIconSize + kIconGap;
    return icon + text_width(ui, spec.label, style::body_strong);
}

void paint_button(Ui& ui, const Rect& area, const ButtonSpec& spec) {
    Painter& painter = ui.painter();
    const bool filled = spec.kind == ButtonKind::primary || spec.kind == ButtonKind::danger;
    if (spec.enabled == Enabled::no && filled) return painter.fill(area, Fill::mute_soft, kRadius);
    switch (spec.kind) {
    case ButtonKind::primary: painter.fill(area, Fill::accent, kRadius); break;
    case ButtonKind::plain:
        painter.fill(area, Fill::surface, kRadius);
        painter.border(area, Fill::line, kRadius);
        break;
    case ButtonKind::danger: painter.fill(area, Fill::bad, kRadius); break;
    case ButtonKind::quiet: break;
    }
}

Rect grown_to_target(const Rect& area) {
    const float width = std::max(area.width, kMinimumTarget);
    const float height = std::max(area.height, kMinimumTarget);
    return area.centered({width, height});
}

} // namespace

float button_width(Ui& ui, const ButtonSpec& spec) { return 32 + content_width(ui, spec); }

bool button(Ui& ui, const Rect& area, std::string_view key, const ButtonSpec& spec) {
    NodeSpec node{.role = Role::button, .id = ui.id(key), .rect = area, .test_id = key, .radius = kRadius};
    node.feedback = spec.kind == ButtonKind::primary || spec.kind == ButtonKind::danger ? Feedback::filled
                                                                                        : Feedback::control;
    node.name = spec.spoken;
    node.enabled = spec.enabled;
    node.expanded = spec.expanded;
    node.tooltip = spec.tooltip;
    const Item item(ui, node);
    paint_button(ui, area, spec);
    const float width = std::min(content_width(ui, spec), area.width - 16);
    Rect content = area.centered({width, area.height});
    const Ink ink = ink_of(spec);
    if (spec.icon != Icon::none) {
        ui.painter().icon(spec.icon, content.take_left(kIconSize).left_middle({kIconSize, kIconSize}), ink,
                          2);
        content.take_left(kIconGap);
    }
    text(ui, content, spec.label, style::with(style::body_strong, ink));
    return item.activated();
}

bool icon_button(Ui& ui, const Rect& area, std::string_view key, Icon icon, std::string_view name,
                 Enabled enabled) {
    NodeSpec node{.role = Role::button, .id = ui.id(key), .rect = area, .name = name, .test_id = key};
    node.tooltip = name;
    node.radius = kRadius;
    node.feedback = Feedback::control;
    node.enabled = enabled;
    const Item item(ui, node);
    ui.painter().icon(icon, area.centered({20, 20}), enabled == Enabled::yes ? Ink::text2 : Ink::text3);
    return item.activated();
}

bool avatar_button(Ui& ui, const Rect& area, std::string_view key, std::string_view initials,
                   std::string_view name, Tri expanded) {
    NodeSpec node{.role = Role::button, .id = ui.id(key), .rect = area, .name = name, .test_id = key};
    node.tooltip = name;
    node.radius = area.height / 2;
    node.feedback = Feedback::control;
    node.expanded = expanded;
    node.more_flags = platform::node_flag::has_popup;
    const Item item(ui, node);
    const Rect disc = area.centered({32, 32});
    ui.painter().fill(disc, Fill::accent_soft, 16);
    const TextStyle style{TextSize::caption, Weight::semibold, Ink::accent, Align::center};
    unspoken_text(ui, disc, initials, style);
    return item.activated();
}

bool disclosure(Ui& ui, const Rect& area, std::string_view key, std::string_view label, Tri expanded) {
    const TextStyle style = style::with(style::body_strong, Ink::accent);
    const float width = text_width(ui, label, style);
    const Rect line = area.left_middle({std::min(area.width, width + 18), ui.line_height(TextSize::body)});
    const Rect least = grown_to_target(line);
    const Rect target = area.height > least.height ? Rect{least.x, area.y, least.width, area.height} : least;
    NodeSpec node{.role = Role::button, .id = ui.id(key), .rect = target, .test_id = key, .radius = 6};
    node.feedback = Feedback::control;
    node.expanded = expanded;
    const Item item(ui, node);
    Rect content = line;
    const Rect mark = content.take_right(16).centered({16, 16});
    text(ui, content, label, style);
    ui.painter().icon(expanded == Tri::on ? Icon::chevron_down : Icon::chevron, mark, Ink::accent, 2);
    return item.activated();
}

} // namespace orderdeck::client::ui
