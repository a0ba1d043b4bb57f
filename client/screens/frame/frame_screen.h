#pragma once

#include "client/app/action.h"
#include "client/screens/frame/account_menu_view.h"
#include "client/screens/frame/frame_view.h"
#include "client/ui/ui.h"

#include <span>
#include <vector>

namespace orderdeck::client::screens {

/// What people did in this frame, for `update`.
using Actions = std::vector<app::Action>;

/// Where a menu hangs and what gets the focus back.
struct MenuAnchor {
    ui::Rect area;
    ui::Id opener;
};

/// What the frame leaves to the page.
struct FrameLayout {
    ui::Rect content;
    ui::Rect tabs; ///< of phones, else empty
    MenuAnchor account;
};

/// Where a page stands in `area`: with the margins of desks and tablets, up to 1200 px, in the middle.
ui::Rect page_column(ui::Ui& ui, const ui::Rect& area);

/// Draws navigation, search, sync state and account around the page: a rail and a top bar on desks and tablets. On
/// phones the page draws its own head and draw_tabs comes after it, for tabs are read last.
FrameLayout draw_frame(ui::Ui& ui, const FrameView& view, app::Menu open_menu, Actions& actions);
MenuAnchor draw_tabs(ui::Ui& ui, const ui::Rect& area, const FrameView& view, app::Menu open_menu,
                     Actions& actions);

/// The search box, wherever the page of a phone wants it.
void draw_search(ui::Ui& ui, const ui::Rect& area, const SearchView& view, Actions& actions);

/// Draws the hint about find in page, when there is one, `lift` above the lower edge.
void draw_find_hint(ui::Ui& ui, const std::optional<FindHintView>& view, float lift, Actions& actions);

/// Draws the message about the connection, when there is one, from the top of `area`; returns the height it took with
/// the gap below it.
float draw_banner(ui::Ui& ui, const ui::Rect& area, const std::optional<BannerView>& view, Actions& actions);

/// Draws a menu and adds the action of the chosen entry. Call it last in the frame.
void draw_menu(ui::Ui& ui, std::string_view key, const ui::MenuSpec& spec,
               std::span<const MenuEntryView> entries, Actions& actions);

} // namespace orderdeck::client::screens
