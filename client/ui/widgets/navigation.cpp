#include "client/ui/widgets/navigation.h"

#include "client/ui/item.h"

#include <algorithm>

namespace orderdeck::client::ui {
namespace {

constexpr TextStyle kBadgeText{TextSize::caption, Weight::semibold, Ink::bad, Align::center};

float badge_width(Ui& ui, std::string_view count) { return 16 + text_width(ui, count, kBadgeText); }

Ink ink_of(const NavigationItem& item) { return item.current == Current::page ? Ink::accent : Ink::text2; }

NodeSpec link_spec(Ui& ui, const NavigationItem& item, const Rect& area, float radius) {
    NodeSpec node{
        .role = Role::link, .id = ui.id(item.key), .rect = area, .href = item.href, .test_id = item.key};
    node.radius = radius;
    node.feedback = Feedback::control;
    node.current = item.current;
    return node;
}

void rail_item(Ui& ui, const Rect& area, const NavigationItem& item) {
    const Item link(ui, link_spec(ui, item, area, 8));
    const bool current = item.current == Current::page;
    if (current) ui.painter().fill(area, Fill::accent_soft, 8);
    Rect content = area.inset(12, 0);
    ui.painter().icon(item.icon, content.take_left(20).left_middle({20, 20}), ink_of(item));
    content.take_left(12);
    Rect badge{};
    if (!item.count.empty()) {
        badge =
            content.take_right(badge_width(ui, item.count)).right_middle({badge_width(ui, item.count), 20});
        content.take_right(8);
    }
    TextStyle style = style::with(style::body, ink_of(item));
    if (current) style.weight = Weight::semibold;
    text(ui, content, item.label, style);
    if (badge.empty()) return;
    ui.painter().fill(badge, Fill::bad_soft, 10);
    text(ui, badge, item.count, kBadgeText);
}

void icon_item(Ui& ui, const Rect& area, const NavigationItem& item) {
    NodeSpec spec = link_spec(ui, item, area, 8);
    spec.name = item.label;
    spec.tooltip = item.label;
    spec.description = item.count;
    const Item link(ui, spec);
    if (item.current == Current::page) ui.painter().fill(area, Fill::accent_soft, 8);
    ui.painter().icon(item.icon, area.centered({20, 20}), ink_of(item));
    if (!item.count.empty()) ui.painter().disc({area.right() - 11, area.y + 12}, 4, Fill::bad);
}

void paint_tab_badge(Ui& ui, const Rect& icon, std::string_view count) {
    const TextStyle style = style::with(kBadgeText, Ink::on_bad);
    const float width = 10 + text_width(ui, count, style);
    const Rect badge{icon.x + 12, icon.y - 5, width < 16 ? 16 : width, 16};
    ui.painter().fill(badge, Fill::bad, 8);
    text(ui, badge, count, style);
}

} // namespace

float top_bar_height(Ui& ui) { return std::max(64.0F, ui.control_height() + 20); }

float bottom_tabs_height(Ui& ui) { return 44 + ui.line_height(TextSize::caption); }

void logo(Ui& ui, const Rect& area) {
    ui.painter().fill(area, Fill::accent, area.height * 2 / 7);
    const float size = area.height * 5 / 7;
    ui.painter().icon(Icon::box, area.centered({size, size}), Ink::on_accent);
}

void navigation_rail(Ui& ui, const Rect& area, std::string_view name, std::string_view product,
                     std::span<const NavigationItem> items) {
    ui.painter().fill(area, Fill::surface);
    ui.painter().fill({area.right() - 1, area.y, 1, area.height}, Fill::line);
    const IdScope ids(ui, "navigation");
    const Scope scope(ui, {.role = Role::navigation, .rect = area, .name = name});
    const bool wide = ui.layout() == LayoutClass::desk;
    Rect content = area.inset(wide ? 12.0F : 10.0F, 16);
    Rect brand = content.take_top(52);
    brand.take_left(8);
    brand.take_bottom(16);
    logo(ui, brand.take_left(28).left_middle({28, 28}));
    brand.take_left(10);
    if (wide) text(ui, brand, product, style::lead_strong);
    const float height = wide ? ui.control_height() : 44.0F;
    for (const NavigationItem& item : items) {
        const Rect line = content.take_top(height);
        content.take_top(4);
        if (wide) {
            rail_item(ui, line, item);
        } else {
            icon_item(ui, line, item);
        }
    }
}

void bottom_tabs(Ui& ui, const Rect& area, std::string_view name, std::span<const NavigationItem> items) {
    if (items.empty()) return;
    ui.painter().fill(area, Fill::surface);
    ui.painter().fill({area.x, area.y, area.width, 1}, Fill::line);
    const IdScope ids(ui, "tabs");
    const Scope scope(ui, {.role = Role::navigation, .rect = area, .name = name});
    const float width = area.width / static_cast<float>(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        const NavigationItem& item = items[i];
        const Rect tab{area.x + static_cast<float>(i) * width, area.y, width, bottom_tabs_height(ui)};
        const Item link(ui, link_spec(ui, item, tab, 0));
        const Ink ink = item.current == Current::page ? Ink::accent : Ink::text3;
        Rect content = tab.inset(2, 11);
        const Rect icon = content.take_top(20).centered({20, 20});
        ui.painter().icon(item.icon, icon, ink);
        content.take_top(2);
        TextStyle style{TextSize::caption, Weight::regular, ink, Align::center};
        if (item.current == Current::page) style.weight = Weight::semibold;
        text(ui, content.take_top(ui.line_height(TextSize::caption)), item.label, style);
        if (!item.count.empty()) paint_tab_badge(ui, icon, item.count);
    }
}

} // namespace orderdeck::client::ui
