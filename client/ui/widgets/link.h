#pragma once

#include "client/ui/text.h"

namespace orderdeck::client::ui {

/// Whether a link leads on in this tab or, for pages that are no part of the program, in a new one.
enum class Opens : std::uint8_t { here, new_tab };

struct LinkSpec {
    std::string_view label = {};
    std::string_view href = {}; ///< same-origin path
    TextStyle style = style::with(style::body_strong, Ink::accent);
    Icon icon = Icon::none; ///< before the label
    Current current = Current::none;
    Opens opens = Opens::here;
};

/// A real link in the middle of the area's height; a plain click changes the route without a page load.
/// Returns where the label is.
Rect link(Ui& ui, const Rect& area, std::string_view key, const LinkSpec& spec);

/// A link that is an icon, as large as its area; `name` is spoken.
void icon_link(Ui& ui, const Rect& area, std::string_view key, Icon icon, std::string_view name,
               std::string_view href, Opens opens = Opens::here);

/// The link that makes a whole card or table row clickable: `label` is drawn at `label_area` as its text, `target`
/// takes the clicks. Put it into the first cell; the other texts of the row stay readable.
Rect row_link(Ui& ui, const Rect& target, const Rect& label_area, std::string_view key,
              std::string_view label, std::string_view href, const TextStyle& style, float radius = 0);

} // namespace orderdeck::client::ui
