#pragma once

#include "client/ui/text.h"

#include <span>

namespace orderdeck::client::ui {

struct NavigationItem {
    std::string_view key = {};
    std::string_view label = {};
    std::string_view href = {};
    Icon icon = Icon::none;
    std::string_view count = {}; ///< badge, empty: none
    Current current = Current::none;
};

inline constexpr float kRailWidth = 232;    ///< desk
inline constexpr float kIconRailWidth = 64; ///< tablet

/// Of desks and tablets: 64 px, more with large text.
float top_bar_height(Ui& ui);
/// Of phones, without the safe area: icons with their words below.
float bottom_tabs_height(Ui& ui);

/// The left side of desks (product name and words) and tablets (icons only), by ui.layout().
void navigation_rail(Ui& ui, const Rect& area, std::string_view name, std::string_view product,
                     std::span<const NavigationItem> items);
/// The bottom of phones; `area` includes the safe area below.
void bottom_tabs(Ui& ui, const Rect& area, std::string_view name, std::span<const NavigationItem> items);
/// The product's mark, a white box on the accent.
void logo(Ui& ui, const Rect& area);

} // namespace orderdeck::client::ui
