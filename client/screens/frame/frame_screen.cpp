#include "client/screens/frame/frame_screen.h"

#include "client/ui/forms/search_field.h"
#include "client/ui/item.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/navigation.h"
#include "client/ui/widgets/notice.h"
#include "client/ui/widgets/pill.h"
#include "client/ui/widgets/toast.h"

#include <algorithm>
#include <cmath>

namespace orderdeck::client::screens {
namespace {

constexpr float kSearchWidth = 560;
constexpr float kAvatar = 32;
constexpr std::string_view kAccountKey = "account";
constexpr std::string_view kSearchKey = "search-field";

ui::Tri expanded_when(bool open) { return open ? ui::Tri::on : ui::Tri::off; }

std::vector<ui::NavigationItem> navigation_items(const FrameView& view) {
    std::vector<ui::NavigationItem> items;
    for (const NavigationView& item : view.navigation)
        items.push_back({.key = item.key,
                         .label = item.label,
                         .href = item.href,
                         .icon = item.icon,
                         .count = {},
                         .current = item.current ? ui::Current::page : ui::Current::none});
    return items;
}

/// Of name and company; 0 where only the avatar is shown.
float account_words_width(ui::Ui& ui, const AccountView& view) {
    constexpr float kWidest = 220;
    if (ui.layout() != ui::LayoutClass::desk || view.name.empty()) return 0;
    const float name = ui::text_width(ui, view.name, ui::style::body_strong);
    return std::min(kWidest, std::max(name, ui::text_width(ui, view.company, ui::style::caption)));
}

MenuAnchor draw_account(ui::Ui& ui, ui::Rect& bar, const AccountView& view, app::Menu open_menu,
                        Actions& actions) {
    const float edge = bar.right();
    const float name_width = account_words_width(ui, view);
    if (name_width > 0) {
        ui::Rect words = bar.take_right(name_width);
        const float line = ui.line_height(ui::TextSize::body);
        const float caption = view.company.empty() ? 0 : ui.line_height(ui::TextSize::caption);
        words = words.left_middle({name_width, line + caption});
        ui::text(ui, words.take_top(line), view.name, ui::style::body_strong);
        if (caption > 0) ui::text(ui, words, view.company, ui::style::caption);
        bar.take_right(10);
    }
    const ui::Rect area = bar.take_right(kAvatar).centered({kAvatar, kAvatar});
    // The menu hangs under the name, too, with its right edge at the page's.
    const MenuAnchor anchor{{area.x, area.y, edge - area.x, area.height}, ui.id(kAccountKey)};
    if (ui::avatar_button(ui, area, kAccountKey, view.initials, view.menu_name,
                          expanded_when(open_menu == app::Menu::account)))
        actions.push_back(app::MenuOpened{app::Menu::account});
    bar.take_right(16);
    return anchor;
}

/// The time stands on desks only, and outside of the status: it would be spoken each minute.
std::string checked_words(ui::Ui& ui, const SyncView& view) {
    const bool shown = ui.layout() == ui::LayoutClass::desk && !view.checked.empty();
    return shown ? " · " + view.checked : std::string();
}

float sync_width(ui::Ui& ui, const SyncView& view) {
    return ui::status_dot_width(ui, view.label) +
           ui::text_width(ui, checked_words(ui, view), ui::style::caption);
}

void draw_sync(ui::Ui& ui, ui::Rect area, const SyncView& view) {
    const float label = ui::status_dot_width(ui, view.label);
    ui::status_dot(ui, area.take_left(std::min(label, area.width)), view.label, view.tone);
    ui::text(ui, area, checked_words(ui, view), ui::style::caption);
}

/// Search at the left, sync state and account at the right.
MenuAnchor draw_top_bar(ui::Ui& ui, const ui::Rect& area, const FrameView& view, app::Menu open_menu,
                        Actions& actions) {
    ui.painter().fill(area, ui::Fill::surface);
    ui.painter().fill({area.x, area.bottom() - 1, area.width, 1}, ui::Fill::line);
    const ui::Scope banner(ui, {.role = ui::Role::banner, .id = ui.id("top-bar"), .rect = area});
    ui::Rect bar = page_column(ui, area);
    ui::Rect right = bar;
    const float dot = sync_width(ui, view.sync);
    const float for_account = account_words_width(ui, view.account) + 10 + kAvatar + 16;
    const float search_width = std::min(kSearchWidth, bar.width - dot - for_account - 32);
    const float height = ui.control_height();
    draw_search(ui, bar.take_left(search_width).left_middle({search_width, height}), view.search, actions);
    const MenuAnchor anchor = draw_account(ui, right, view.account, open_menu, actions);
    draw_sync(ui, right.take_right(dot), view.sync);
    return anchor;
}

ui::Rect tab_icon_area(const ui::Rect& tab) { return {tab.x + tab.width / 2 - 12, tab.y + 10, 24, 24}; }

void draw_tab(ui::Ui& ui, const ui::Rect& tab, std::string_view label, ui::Icon icon, ui::Ink ink) {
    ui.painter().icon(icon, tab_icon_area(tab), ink);
    const ui::TextStyle style{ui::TextSize::caption,
                              ink == ui::Ink::accent ? ui::Weight::semibold : ui::Weight::regular, ink,
                              ui::Align::center};
    ui::text(ui, {tab.x, tab.y + 36, tab.width, ui.line_height(ui::TextSize::caption)}, label, style);
}

} // namespace

ui::Rect page_column(ui::Ui& ui, const ui::Rect& area) {
    constexpr float kWidest = 1200;
    const ui::Rect inside = area.inset(ui.layout() == ui::LayoutClass::desk ? 32.0F : 24.0F, 0);
    const float width = std::min(inside.width, kWidest);
    return {inside.x + std::floor((inside.width - width) / 2), inside.y, width, inside.height};
}

MenuAnchor draw_tabs(ui::Ui& ui, const ui::Rect& area, const FrameView& view, app::Menu open_menu,
                     Actions& actions) {
    ui.painter().fill(area, ui::Fill::surface);
    ui.painter().fill({area.x, area.y, area.width, 1}, ui::Fill::line);
    const ui::Scope navigation(
        ui, {.role = ui::Role::navigation, .id = ui.id("tabs"), .rect = area, .name = view.navigation_name});
    const float width = area.width / static_cast<float>(view.navigation.size() + 1);
    ui::Rect rest{area.x, area.y, area.width, ui::bottom_tabs_height(ui)};
    for (const NavigationView& item : view.navigation) {
        const ui::Rect tab = rest.take_left(width);
        const ui::Item link(ui, {.role = ui::Role::link,
                                 .id = ui.id(item.key),
                                 .rect = tab,
                                 .href = item.href,
                                 .test_id = item.key,
                                 .feedback = ui::Feedback::control,
                                 .current = item.current ? ui::Current::page : ui::Current::none});
        draw_tab(ui, tab, item.label, item.icon, item.current ? ui::Ink::accent : ui::Ink::text3);
    }
    const MenuAnchor anchor{rest, ui.id(kAccountKey)};
    const ui::Item more(ui, {.role = ui::Role::button,
                             .id = anchor.opener,
                             .rect = rest,
                             .test_id = kAccountKey,
                             .feedback = ui::Feedback::control,
                             .expanded = expanded_when(open_menu == app::Menu::account),
                             .more_flags = platform::node_flag::has_popup});
    draw_tab(ui, rest, view.more, ui::Icon::more, ui::Ink::text3);
    if (more.activated()) actions.push_back(app::MenuOpened{app::Menu::account});
    return anchor;
}

void draw_search(ui::Ui& ui, const ui::Rect& area, const SearchView& view, Actions& actions) {
    const ui::FieldChange change = ui::search_field(ui, area, kSearchKey,
                                                    {.label = view.label,
                                                     .value = view.text,
                                                     .hint = view.hint,
                                                     .clear_name = view.clear_name,
                                                     .value_version = view.version});
    if (change.value && *change.value != view.text) actions.push_back(app::SearchTyped{*change.value});
}

void draw_find_hint(ui::Ui& ui, const std::optional<FindHintView>& view, float lift, Actions& actions) {
    if (!view) return;
    const ui::ToastResult result = ui::toast(ui, "find-hint", lift,
                                             {.text = view->text,
                                              .action = view->search,
                                              .close_name = view->close_name,
                                              .icon = ui::Icon::search,
                                              .icon_ink = ui::Ink::text3});
    if (result == ui::ToastResult::none) return;
    actions.push_back(app::FindHintClosed{});
    if (result == ui::ToastResult::action) ui.focus(ui.id(kSearchKey));
}

float draw_banner(ui::Ui& ui, const ui::Rect& area, const std::optional<BannerView>& view, Actions& actions) {
    if (!view) return 0;
    const ui::BannerSpec spec{.text = view->text,
                              .tone = view->tone,
                              .icon = view->tone == ui::Tone::bad ? ui::Icon::alert : ui::Icon::offline,
                              .action = view->way_out};
    const float height = ui::banner_height(ui, area.width, spec);
    if (ui::banner(ui, {area.x, area.y, area.width, height}, "sync-banner", spec))
        actions.push_back(view->action);
    return height + 16;
}

FrameLayout draw_frame(ui::Ui& ui, const FrameView& view, app::Menu open_menu, Actions& actions) {
    ui::Rect page = ui.viewport();
    FrameLayout layout;
    if (ui.layout() == ui::LayoutClass::phone) {
        layout.tabs = page.take_bottom(ui::bottom_tabs_height(ui) + ui.safe_area().bottom);
        layout.content = page;
        return layout;
    }
    const float rail = ui.layout() == ui::LayoutClass::desk ? ui::kRailWidth : ui::kIconRailWidth;
    const std::vector<ui::NavigationItem> items = navigation_items(view);
    ui::navigation_rail(ui, page.take_left(rail), view.navigation_name, view.product, items);
    layout.account = draw_top_bar(ui, page.take_top(ui::top_bar_height(ui)), view, open_menu, actions);
    layout.content = page;
    return layout;
}

void draw_menu(ui::Ui& ui, std::string_view key, const ui::MenuSpec& spec,
               std::span<const MenuEntryView> entries, Actions& actions) {
    std::vector<ui::MenuEntry> items;
    for (const MenuEntryView& entry : entries)
        items.push_back({.kind = entry.kind,
                         .key = entry.key,
                         .label = entry.label,
                         .href = entry.href,
                         .icon = entry.icon,
                         .checked = entry.checked,
                         .enabled = entry.enabled});
    const ui::MenuResult result = ui::menu(ui, key, spec, items);
    const bool chosen = result.chosen >= 0 && result.chosen < static_cast<int>(entries.size());
    if (chosen && entries[static_cast<std::size_t>(result.chosen)].action)
        actions.push_back(*entries[static_cast<std::size_t>(result.chosen)].action);
    if (result.close) actions.push_back(app::MenuClosed{});
}

} // namespace orderdeck::client::screens
