#include "client/screens/orders/orders_screen.h"

#include "client/screens/words/scaled.h"
#include "client/ui/widgets/figure_tile.h"

#include <algorithm>

namespace orderdeck::client::screens {
namespace {

/// A table needs this much; below it, cards say the same.
constexpr float kNarrowestTable = 860;

float draw_title(ui::Ui& ui, const ui::Rect& area, const OrdersView& view) {
    const float height = ui.line_height(ui::TextSize::display);
    ui::Rect line{area.x, area.y, area.width, height};
    const ui::Rect title = ui::heading(ui, line, view.title, 1, ui::style::display);
    line.take_left(title.width + 12);
    ui::text(ui, line.moved(0, 2), view.count, ui::style::muted);
    return height;
}

float draw_rows(ui::Ui& ui, const ui::ScrollRegion& scroll, const ui::Rect& area, const OrdersView& view,
                const RowWords& rows, Actions& actions) {
    const bool is_loading = view.state == ListState::loading;
    if (!is_loading && view.state != ListState::listed) return draw_no_rows(ui, area, view, actions);
    if (area.width >= scaled(ui, kNarrowestTable))
        return is_loading ? draw_skeleton_table(ui, area, view)
                          : draw_order_table(ui, scroll, area, view, rows);
    return is_loading ? draw_skeleton_cards(ui, area, view) : draw_order_cards(ui, scroll, area, view, rows);
}

/// Figures and chips; without any copy of the data there is nothing to count or to filter.
OrdersAnchors draw_filters(ui::Ui& ui, ui::Rect& page, const OrdersView& view, Actions& actions) {
    if (view.state == ListState::failed || view.state == ListState::unreadable) return {};
    page.take_top(draw_figures(ui, page, view, actions) + 20);
    const OrdersAnchors anchors = draw_chips(ui, page.take_top(ui.chip_row_height()), view, actions);
    page.take_top(12);
    return anchors;
}

} // namespace

float draw_figures(ui::Ui& ui, const ui::Rect& area, const OrdersView& view, Actions& actions) {
    constexpr float kNarrowestFour = 800;
    constexpr float kGap = 16;
    const std::size_t in_row = area.width >= scaled(ui, kNarrowestFour) ? 4 : 2;
    const float tile = ui::figure_tile_height(ui);
    const std::size_t lines = (view.figures.size() + in_row - 1) / in_row;
    const float height = static_cast<float>(lines) * (tile + kGap) - kGap;
    const float width = (area.width - kGap * static_cast<float>(in_row - 1)) / static_cast<float>(in_row);
    const ui::IdScope ids(ui, "figures");
    const ui::Rect all{area.x, area.y, area.width, height};
    const ui::Scope group(
        ui, {.role = ui::Role::group, .id = ui.id("group"), .rect = all, .name = view.figures_name});
    for (std::size_t i = 0; i < view.figures.size(); ++i) {
        const FigureView& figure = view.figures[i];
        const ui::Rect place{area.x + static_cast<float>(i % in_row) * (width + kGap),
                             area.y + static_cast<float>(i / in_row) * (tile + kGap), width, tile};
        const ui::FigureTileSpec spec{.label = figure.label,
                                      .value = figure.value,
                                      .note = figure.note,
                                      .value_ink = figure.ink,
                                      .pressed = figure.pressed ? ui::Tri::on : ui::Tri::off};
        if (ui::figure_tile(ui, place, figure.key, spec))
            actions.push_back(app::FilterToggled{figure.filter});
    }
    return height;
}

OrdersAnchors draw_orders(ui::Ui& ui, const ui::Rect& area, const FrameView& frame, const OrdersView& view,
                          const RowWords& rows, Actions& actions) {
    if (ui.layout() == ui::LayoutClass::phone) return draw_orders_phone(ui, area, frame, view, rows, actions);
    ui::ScrollRegion scroll(ui, area, "orders", {.role = ui::Role::main, .name = view.title});
    ui::Rect page = page_column(ui, scroll.content());
    page.take_top(24);
    page.take_top(draw_title(ui, page, view) + 16);
    if (view.state != ListState::failed) page.take_top(draw_banner(ui, page, frame.banner, actions));
    page.take_top(draw_note(ui, page, view, actions));
    const OrdersAnchors anchors = draw_filters(ui, page, view, actions);
    page.take_top(draw_rows(ui, scroll, page, view, rows, actions) + 32);
    scroll.set_end(page.y);
    return anchors;
}

} // namespace orderdeck::client::screens
