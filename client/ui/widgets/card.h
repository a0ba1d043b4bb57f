#pragma once

#include "client/ui/ui.h"

namespace orderdeck::client::ui {

enum class CardState : std::uint8_t { plain, selected };

/// A surface with a border. Returns the inside: 16 px padding on phones, 20 at the sides and 16 above on desks.
Rect card(Ui& ui, const Rect& area, CardState state = CardState::plain);
/// The inside that card() would return, for measuring before painting.
Rect card_inside(Ui& ui, const Rect& area);
/// A card around something whose height is known when it is drawn. Cards do not lie in each other.
class GrowingCard {
public:
    /// The height of the area does not matter.
    GrowingCard(Ui& ui, const Rect& area);
    /// Draw from its top.
    const Rect& inside() const { return inside_; }
    /// Paints the surface below all that was drawn since, which ends at `bottom`; returns the height of the card.
    float end(float bottom);

private:
    Ui& ui_;
    Rect area_;
    Rect inside_;
};
/// A 1 px rule along the top of the area.
void rule(Ui& ui, const Rect& area);

} // namespace orderdeck::client::ui
