#include "client/ui/widgets/card.h"

namespace orderdeck::client::ui {

namespace {

constexpr float kCardRadius = 12;

} // namespace

Rect card_inside(Ui& ui, const Rect& area) {
    const float side = ui.layout() == LayoutClass::phone ? 16.0F : 20.0F;
    return area.inset(side, 16);
}

Rect card(Ui& ui, const Rect& area, CardState state) {
    Painter& painter = ui.painter();
    painter.fill(area, Fill::surface, kCardRadius);
    if (state == CardState::selected) {
        painter.border(area, Fill::accent, kCardRadius, 2);
    } else {
        painter.border(area, Fill::line, kCardRadius);
    }
    return card_inside(ui, area);
}

GrowingCard::GrowingCard(Ui& ui, const Rect& area) : ui_(ui), area_(area), inside_(card_inside(ui, area)) {
    ui_.painter().begin_above();
}

float GrowingCard::end(float bottom) {
    area_.height = bottom + (inside_.y - area_.y) - area_.y;
    ui_.painter().paint_below();
    card(ui_, area_);
    ui_.painter().end_above();
    return area_.height;
}

void rule(Ui& ui, const Rect& area) { ui.painter().fill({area.x, area.y, area.width, 1}, Fill::line2); }

} // namespace orderdeck::client::ui
