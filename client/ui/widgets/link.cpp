#include "client/ui/widgets/link.h"

#include "client/ui/item.h"

#include <algorithm>

namespace orderdeck::client::ui {
namespace {

std::string_view attributes_of(Opens opens) {
    return opens == Opens::new_tab ? "target=_blank\nrel=noopener" : "";
}

} // namespace

Rect link(Ui& ui, const Rect& area, std::string_view key, const LinkSpec& spec) {
    const float icon = spec.icon == Icon::none ? 0.0F : 22.0F;
    const float width = std::min(area.width, text_width(ui, spec.label, spec.style) + icon);
    const float height = std::min(area.height, std::max(24.0F, ui.line_height(spec.style.size)));
    Rect box = spec.style.align == Align::right ? area.right_middle({width, height})
                                                : area.left_middle({width, height});
    // A short word is still a target of 24 px.
    const Rect target = box.left_middle({std::max(24.0F, box.width), std::max(24.0F, box.height)});
    NodeSpec node{
        .role = Role::link, .id = ui.id(key), .rect = target, .href = spec.href, .test_id = key, .radius = 4};
    node.feedback = Feedback::control;
    node.current = spec.current;
    node.attributes = attributes_of(spec.opens);
    const Item item(ui, node);
    if (icon > 0) {
        ui.painter().icon(spec.icon, box.take_left(16).left_middle({16, 16}), spec.style.ink, 2);
        box.take_left(6);
    }
    TextStyle style = spec.style;
    style.align = Align::left;
    return text(ui, box, spec.label, style);
}

void icon_link(Ui& ui, const Rect& area, std::string_view key, Icon icon, std::string_view name,
               std::string_view href, Opens opens) {
    constexpr float kIcon = 20;
    NodeSpec node{.role = Role::link, .id = ui.id(key), .rect = area, .name = name, .href = href};
    node.test_id = key;
    node.attributes = attributes_of(opens);
    node.radius = 8;
    node.feedback = Feedback::control;
    const Item item(ui, node);
    ui.painter().icon(icon, area.centered({kIcon, kIcon}), Ink::text2);
}

Rect row_link(Ui& ui, const Rect& target, const Rect& label_area, std::string_view key,
              std::string_view label, std::string_view href, const TextStyle& style, float radius) {
    NodeSpec node{
        .role = Role::link, .id = ui.id(key), .rect = target, .href = href, .test_id = key, .radius = radius};
    node.feedback = Feedback::surface;
    node.more_flags = platform::node_flag::covers_row;
    const Item item(ui, node);
    return text(ui, label_area, label, style);
}

} // namespace orderdeck::client::ui
