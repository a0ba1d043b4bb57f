#pragma once

#include "client/screens/frame/frame_screen.h"
#include "client/screens/orders/orders_view.h"
#include "client/screens/orders/rows_in_words.h"
#include "client/ui/scroll.h"

#include <functional>

namespace orderdeck::client::screens {

/// Gives the rows [first, last) of the list in words.
using RowWords = std::function<RowViews(std::size_t first, std::size_t last)>;

/// Menus that hang from the chips above the list.
struct OrdersAnchors {
    MenuAnchor step;
    MenuAnchor sort;
    MenuAnchor list_export;
};

/// Draws the order list into `area`: a table, or cards on phones. Only rows in sight are asked for and drawn.
OrdersAnchors draw_orders(ui::Ui& ui, const ui::Rect& area, const FrameView& frame, const OrdersView& view,
                          const RowWords& rows, Actions& actions);
OrdersAnchors draw_orders_phone(ui::Ui& ui, const ui::Rect& area, const FrameView& frame,
                                const OrdersView& view, const RowWords& rows, Actions& actions);

/// What restricts the list, the menus, and how many rows that leaves, in one line.
OrdersAnchors draw_chips(ui::Ui& ui, const ui::Rect& area, const OrdersView& view, Actions& actions);
/// The filters and menus of phones: a strip that scrolls sideways.
OrdersAnchors draw_chip_strip(ui::Ui& ui, const ui::Rect& area, const OrdersView& view, Actions& actions);

// Its parts. Each draws from the top of `area` and returns the height that it took.
float draw_figures(ui::Ui& ui, const ui::Rect& area, const OrdersView& view, Actions& actions);
float draw_order_table(ui::Ui& ui, const ui::ScrollRegion& scroll, const ui::Rect& area,
                       const OrdersView& view, const RowWords& rows);
float draw_order_cards(ui::Ui& ui, const ui::ScrollRegion& scroll, const ui::Rect& area,
                       const OrdersView& view, const RowWords& rows);
/// What of the address could not be understood, until it is dismissed.
float draw_note(ui::Ui& ui, const ui::Rect& area, const OrdersView& view, Actions& actions);
/// What the rows look like before they are there.
float draw_skeleton_table(ui::Ui& ui, const ui::Rect& area, const OrdersView& view);
float draw_skeleton_cards(ui::Ui& ui, const ui::Rect& area, const OrdersView& view);
/// Nothing there, nothing found, nothing copied.
float draw_no_rows(ui::Ui& ui, const ui::Rect& area, const OrdersView& view, Actions& actions);

} // namespace orderdeck::client::screens
