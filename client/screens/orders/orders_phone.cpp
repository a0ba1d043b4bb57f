#include "client/screens/orders/orders_screen.h"

#include "client/ui/widgets/pill.h"

namespace orderdeck::client::screens {
namespace {

constexpr float kMargin = 16;
constexpr float kHeadPadding = 12;

float head_height(ui::Ui& ui) {
    return ui.safe_area().top + 2 * kHeadPadding + ui.line_height(ui::TextSize::title) + 10 +
           ui.control_height();
}

/// How many there are, and of how many when the list is restricted or little room is left.
std::string_view count_words(ui::Ui& ui, float width, const OrdersView& view) {
    const bool fits = ui::text_width(ui, view.count, ui::style::caption) <= width;
    return view.is_restricted || !fits ? view.shown : view.count;
}

float draw_rows(ui::Ui& ui, const ui::ScrollRegion& scroll, const ui::Rect& area, const OrdersView& view,
                const RowWords& rows, Actions& actions) {
    if (view.state == ListState::loading) return draw_skeleton_cards(ui, area, view);
    if (view.state != ListState::listed) return draw_no_rows(ui, area, view, actions);
    return draw_order_cards(ui, scroll, area, view, rows);
}

/// Title, state of the data, search: always in sight.
void draw_head(ui::Ui& ui, const ui::Rect& area, const FrameView& frame, const OrdersView& view,
               Actions& actions) {
    ui.painter().fill(area, ui::Fill::surface);
    ui.painter().fill({area.x, area.bottom() - 1, area.width, 1}, ui::Fill::line);
    const ui::Scope banner(ui, {.role = ui::Role::banner, .id = ui.id("head"), .rect = area});
    ui::Rect content = area.inset(kMargin, 0);
    content.take_top(ui.safe_area().top + kHeadPadding);
    ui::Rect title = content.take_top(ui.line_height(ui::TextSize::title));
    const ui::Rect sync = title.take_right(ui::status_dot_width(ui, frame.sync.label));
    title.take_right(8);
    const ui::Rect name = ui::heading(ui, title, view.title, 1, ui::style::title);
    title.take_left(name.width + 8);
    {
        const ui::Scope status(ui, {.role = ui::Role::status, .id = ui.id("shown"), .rect = title});
        const std::string_view count = count_words(ui, title.width, view);
        // A number that is cut is another number.
        if (ui::text_width(ui, count, ui::style::caption) <= title.width)
            ui::text(ui, title.moved(0, 1), count, ui::style::caption);
    }
    ui::status_dot(ui, sync, frame.sync.label, frame.sync.tone, ui::Align::right);
    content.take_top(10);
    draw_search(ui, content.take_top(ui.control_height()), frame.search, actions);
}

} // namespace

OrdersAnchors draw_orders_phone(ui::Ui& ui, const ui::Rect& area, const FrameView& frame,
                                const OrdersView& view, const RowWords& rows, Actions& actions) {
    ui::Rect screen = area;
    draw_head(ui, screen.take_top(head_height(ui)), frame, view, actions);
    ui::ScrollRegion scroll(ui, screen, "orders", {.role = ui::Role::main, .name = view.title});
    ui::Rect page = scroll.content();
    const float gap = 12 - (ui.chip_row_height() - ui.chip_height()) / 2;
    page.take_top(gap);
    OrdersAnchors anchors;
    if (view.state != ListState::failed && view.state != ListState::unreadable) {
        anchors = draw_chip_strip(ui, page.take_top(ui.chip_row_height()), view, actions);
        page.take_top(gap);
    }
    page = page.inset(kMargin, 0);
    if (view.state != ListState::failed) page.take_top(draw_banner(ui, page, frame.banner, actions));
    page.take_top(draw_note(ui, page, view, actions));
    page.take_top(draw_rows(ui, scroll, page, view, rows, actions) + kMargin);
    scroll.set_end(page.y);
    return anchors;
}

} // namespace orderdeck::client::screens
