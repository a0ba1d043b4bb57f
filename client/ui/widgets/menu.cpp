#include "client/ui/widgets/menu.h"

#include "client/ui/item.h"
#include "client/ui/scroll.h"
#include "client/ui/widgets/overlay.h"

#include <algorithm>

namespace orderdeck::client::ui {
namespace {

constexpr float kPadding = 8;
constexpr float kSeparator = 17;
constexpr float kSide = 12; ///< between the edge of an entry and its words

float entry_height(Ui& ui, MenuEntryKind kind) {
    switch (kind) {
    case MenuEntryKind::caption: return 12 + ui.line_height(TextSize::body);
    case MenuEntryKind::separator: return kSeparator;
    case MenuEntryKind::radio:
    case MenuEntryKind::action:
    case MenuEntryKind::link: return ui.control_height();
    }
    return 0;
}

float head_height(Ui& ui, const MenuSpec& spec) {
    if (spec.title.empty()) return 0;
    const float subtitle = spec.subtitle.empty() ? 0 : ui.line_height(TextSize::caption);
    return 8 + ui.line_height(TextSize::body) + subtitle + kSeparator;
}

/// The highest that a menu may be; what does not fit is scrolled.
float room(Ui& ui) {
    const float height = ui.viewport().height;
    return is_sheet(ui) ? height - ui.safe_area().bottom - 24 : height - 16;
}

/// What a checked item needs, so that nothing moves when another one is chosen.
float entry_width(Ui& ui, const MenuEntry& entry) {
    constexpr float kIconColumn = 32;
    constexpr float kCheckColumn = 26;
    float width = 2 * (kPadding + kSide) + text_width(ui, entry.label, style::body_strong) + 1;
    if (entry.icon != Icon::none) width += kIconColumn;
    if (entry.checked != Tri::unknown) width += kCheckColumn;
    return width;
}

float width_of(Ui& ui, const MenuSpec& spec, std::span<const MenuEntry> entries) {
    constexpr float kMargin = 16;
    float width = spec.width;
    for (const MenuEntry& entry : entries)
        width = std::max(width, entry_width(ui, entry));
    return std::min(width, ui.viewport().width - kMargin);
}

Rect place(Ui& ui, const MenuSpec& spec, Size size) {
    const auto [width, height] = size;
    const Rect view = ui.viewport();
    if (is_sheet(ui)) {
        const float bottom = ui.safe_area().bottom + 8;
        return {0, view.height - height - bottom, view.width, height + bottom};
    }
    const float wanted = spec.side == Align::right ? spec.anchor.right() - width : spec.anchor.x;
    const float x = std::clamp(wanted, 8.0F, std::max(8.0F, view.width - width - 8));
    const float y = std::min(spec.anchor.bottom() + 8, std::max(8.0F, view.height - height - 8));
    return {x, y, width, height};
}

void draw_head(Ui& ui, Rect& content, const MenuSpec& spec) {
    if (spec.title.empty()) return;
    Rect head = content.take_top(head_height(ui, spec));
    const Rect line = head.take_bottom(kSeparator);
    head.take_top(8);
    const Rect inner = head.inset(kSide, 0);
    Rect rest = inner;
    text(ui, rest.take_top(ui.line_height(TextSize::body)), spec.title, style::body_strong);
    if (!spec.subtitle.empty()) text(ui, rest, spec.subtitle, style::caption);
    ui.painter().fill({line.x + kSide, line.y + 8, line.width - 2 * kSide, 1}, Fill::line);
}

Role role_of(MenuEntryKind kind) {
    if (kind == MenuEntryKind::radio) return Role::menu_item_radio;
    return kind == MenuEntryKind::link ? Role::menu_link : Role::menu_item;
}

bool is_item(MenuEntryKind kind) {
    return kind != MenuEntryKind::caption && kind != MenuEntryKind::separator;
}

bool draw_item(Ui& ui, const Rect& area, const MenuEntry& entry) {
    NodeSpec node{.role = role_of(entry.kind), .id = ui.id(entry.key), .rect = area, .href = entry.href};
    node.test_id = entry.key;
    node.radius = 8;
    node.feedback = Feedback::control;
    node.checked = entry.checked;
    node.enabled = entry.enabled;
    const bool can = entry.enabled == Enabled::yes;
    const Item item(ui, node);
    Rect content = area.inset(kSide, 0);
    const bool on = entry.checked == Tri::on;
    if (entry.icon != Icon::none) {
        ui.painter().icon(entry.icon, content.take_left(20).left_middle({20, 20}),
                          on    ? Ink::accent
                          : can ? Ink::text2
                                : Ink::text3);
        content.take_left(12);
    }
    if (on) ui.painter().icon(Icon::check, content.take_right(18).right_middle({18, 18}), Ink::accent, 2.25F);
    text(ui, content, entry.label,
         on    ? style::with(style::body_strong, Ink::accent)
         : can ? style::body
               : style::muted);
    return can && item.activated();
}

/// Draws the entries; items that follow a caption belong to its group. Returns the index of the activated one.
int draw_entries(Ui& ui, Rect content, std::span<const MenuEntry> entries) {
    int chosen = -1;
    std::optional<Scope> group;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const MenuEntry& entry = entries[i];
        const Rect line = content.take_top(entry_height(ui, entry.kind));
        switch (entry.kind) {
        case MenuEntryKind::caption:
            group.reset();
            group.emplace(ui, NodeSpec{.role = Role::menu_group, .rect = line, .name = entry.label});
            unspoken_text(ui, line.inset(kSide, 0), entry.label, style::caption);
            break;
        case MenuEntryKind::separator:
            group.reset();
            ui.painter().fill({line.x + kSide, line.y + 8, line.width - 2 * kSide, 1}, Fill::line);
            break;
        case MenuEntryKind::radio:
        case MenuEntryKind::action:
        case MenuEntryKind::link:
            if (draw_item(ui, line, entry)) chosen = static_cast<int>(i);
            break;
        }
    }
    return chosen;
}

constexpr std::string_view kItemsKey = "items";

int draw_whole(Ui& ui, const Rect& content, const MenuSpec& spec, std::span<const MenuEntry> entries) {
    const Scope list(ui, {.role = Role::menu, .id = ui.id(kItemsKey), .rect = content, .name = spec.name});
    return draw_entries(ui, content, entries);
}

int draw_scrolled(Ui& ui, const Rect& content, const MenuSpec& spec, std::span<const MenuEntry> entries,
                  float items_height) {
    ScrollRegion list(ui, content, kItemsKey,
                      {.role = Role::menu, .name = spec.name, .known_extent = items_height});
    const Rect inside = list.content();
    list.set_end(inside.y + items_height);
    return draw_entries(ui, inside, entries);
}

Id first_item(Ui& ui, std::span<const MenuEntry> entries) {
    const auto first =
        std::find_if(entries.begin(), entries.end(), [](const MenuEntry& e) { return is_item(e.kind); });
    return first == entries.end() ? Id{} : ui.id(first->key);
}

} // namespace

MenuResult menu(Ui& ui, std::string_view key, const MenuSpec& spec, std::span<const MenuEntry> entries) {
    const IdScope ids(ui, key);
    float items_height = 0;
    for (const MenuEntry& entry : entries)
        items_height += entry_height(ui, entry.kind);
    const float height = 2 * kPadding + head_height(ui, spec) + items_height;
    const float shown = std::min(height, room(ui));
    const Rect area = place(ui, spec, {width_of(ui, spec, entries), shown});
    const Overlay overlay(ui, "panel",
                          {.name = spec.name,
                           .area = area,
                           .opener = spec.opener,
                           .first = first_item(ui, entries),
                           .shade = is_sheet(ui) ? Shade::dark : Shade::none});
    if (overlay.opened()) forget_scroll(ui, kItemsKey);
    MenuResult result;
    Rect content = Rect{area.x, area.y, area.width, shown}.inset(kPadding, kPadding);
    draw_head(ui, content, spec);
    result.chosen = shown < height ? draw_scrolled(ui, content, spec, entries, items_height)
                                   : draw_whole(ui, content, spec, entries);
    const bool chose =
        result.chosen >= 0 && entries[static_cast<std::size_t>(result.chosen)].kind != MenuEntryKind::radio;
    result.close = chose || overlay.dismissed();
    return result;
}

} // namespace orderdeck::client::ui
