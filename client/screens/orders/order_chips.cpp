#include "client/screens/orders/orders_screen.h"

#include "client/ui/widgets/chip.h"

namespace orderdeck::client::screens {
namespace {

constexpr float kGap = 8;

struct ChipRow {
    ui::Ui& ui;
    const OrdersView& view;
    Actions& actions;

    ui::Rect next(ui::Rect& rest, float width) const {
        const ui::Rect area = rest.take_left(width);
        rest.take_left(kGap);
        return area.left_middle({width, ui.chip_height()});
    }

    MenuAnchor menu_chip(ui::Rect& rest, std::string_view key, std::string_view label, app::Menu menu,
                         ui::Icon icon = ui::Icon::chevron_down) const {
        const ui::ChipSpec spec{.label = label, .count = {}, .pressed = ui::Tri::unknown, .icon = icon};
        const ui::Rect area = next(rest, ui::chip_width(ui, spec));
        const MenuAnchor anchor{area, ui.id(key)};
        if (ui::chip(ui, area, key, spec)) actions.push_back(app::MenuOpened{menu});
        return anchor;
    }

    OrdersAnchors menus(ui::Rect& rest) const {
        OrdersAnchors anchors;
        anchors.step = menu_chip(rest, "step-menu", view.step_label, app::Menu::step);
        anchors.sort = menu_chip(rest, "sort-menu", view.sort_label, app::Menu::sort);
        anchors.list_export =
            menu_chip(rest, "export-menu", view.export_label, app::Menu::list_export, ui::Icon::download);
        return anchors;
    }

    void restriction(ui::Rect& rest, const RestrictionView& term) const {
        const ui::Rect area = next(rest, ui::removable_chip_width(ui, term.label));
        if (ui::removable_chip(ui, area, term.key, term.label, term.remove_name))
            actions.push_back(term.remove);
    }

    void filter(ui::Rect& rest, const FigureView& figure) const {
        const ui::ChipSpec spec{.label = figure.label,
                                .count = figure.value,
                                .pressed = figure.pressed ? ui::Tri::on : ui::Tri::off};
        if (ui::chip(ui, next(rest, ui::chip_width(ui, spec)), figure.key, spec))
            actions.push_back(app::FilterToggled{figure.filter});
    }
};

} // namespace

OrdersAnchors draw_chips(ui::Ui& ui, const ui::Rect& area, const OrdersView& view, Actions& actions) {
    const ui::IdScope ids(ui, "filters");
    const ui::Scope group(
        ui, {.role = ui::Role::group, .id = ui.id("group"), .rect = area, .name = view.filters_name});
    ui::Rect rest = area;
    const ui::Rect count = rest.take_right(ui::text_width(ui, view.shown, ui::style::muted));
    const ChipRow row{ui, view, actions};
    for (const RestrictionView& term : view.restrictions)
        row.restriction(rest, term);
    const OrdersAnchors anchors = row.menus(rest);
    const ui::Scope status(ui, {.role = ui::Role::status, .id = ui.id("shown"), .rect = count});
    ui::text(ui, count, view.shown, ui::style::muted);
    return anchors;
}

OrdersAnchors draw_chip_strip(ui::Ui& ui, const ui::Rect& area, const OrdersView& view, Actions& actions) {
    const ui::IdScope ids(ui, "filters");
    ui::ScrollRegion strip(
        ui, area, "strip",
        {.role = ui::Role::group, .name = view.filters_name, .axis = ui::ScrollAxis::horizontal});
    ui::Rect rest = strip.content();
    rest.take_left(16);
    const ChipRow row{ui, view, actions};
    for (const FigureView& figure : view.figures)
        row.filter(rest, figure);
    for (const RestrictionView& term : view.restrictions)
        if (term.is_step) row.restriction(rest, term);
    const OrdersAnchors anchors = row.menus(rest);
    strip.set_end(rest.x - kGap + 16);
    return anchors;
}

} // namespace orderdeck::client::screens
