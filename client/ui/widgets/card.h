#pragma once

#include "client/ui/ui.h"

namespace orderdeck::client::ui {

enum class CardState : std::uint8_t { plain, selected };

/// A surface with a border. Returns the inside: 16 px padding on phones, 20 at the sides and 16 above on desks.
Rect card(Ui& ui, const Rect& area, CardState state = CardState::plain);
/// The inside that card() would return, for measuring before painting.
Rect card_inside(Ui& ui, const Rect& area);
/// A 1 px rule along the top of the area.
void rule(Ui& ui, const Rect& area);

} // namespace orderdeck::client::ui
