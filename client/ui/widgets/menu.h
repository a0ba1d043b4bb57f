#pragma once

#include "client/ui/text.h"

#include <span>

namespace orderdeck::client::ui {

enum class MenuEntryKind : std::uint8_t { caption, radio, action, link, separator };

struct MenuEntry {
    MenuEntryKind kind = MenuEntryKind::action;
    std::string_view key = {};
    std::string_view label = {};
    std::string_view href = {}; ///< of a link
    Icon icon = Icon::none;
    Tri checked = Tri::unknown;     ///< of a radio item
    Enabled enabled = Enabled::yes; ///< no: cannot be chosen now; a caption before it says why
};

struct MenuSpec {
    std::string_view name = {};
    Rect anchor = {};            ///< what it hangs from; unused on phones, where it is a bottom sheet
    Align side = Align::right;   ///< the edges that it shares with the anchor
    float width = 280;           ///< at least; more where its words need it
    Id opener = {};              ///< gets the focus back when it closes
    std::string_view title = {}; ///< at the head of the menu: who is logged in
    std::string_view subtitle = {};
};

struct MenuResult {
    int chosen = -1;    ///< index of the entry that was activated
    bool close = false; ///< an entry, Escape, Back or a click beside it
};

/// A menu above everything, drawn in each frame while it is open. The page below is inert, the focus goes into it
/// and comes back to the opener, arrow keys move inside, Back closes it. Call it last in the frame.
MenuResult menu(Ui& ui, std::string_view key, const MenuSpec& spec, std::span<const MenuEntry> entries);

} // namespace orderdeck::client::ui
