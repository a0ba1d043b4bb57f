#include "client/ui/widgets/figure_tile.h"

#include "client/ui/item.h"
#include "client/ui/widgets/card.h"

namespace orderdeck::client::ui {

float figure_tile_height(Ui& ui) {
    return 2 * 15 + ui.line_height(TextSize::body) + ui.line_height(TextSize::display) +
           ui.line_height(TextSize::caption);
}

bool figure_tile(Ui& ui, const Rect& area, std::string_view key, const FigureTileSpec& spec) {
    NodeSpec node{.role = Role::button, .id = ui.id(key), .rect = area, .test_id = key, .radius = 12};
    node.feedback = Feedback::surface;
    node.pressed = spec.pressed;
    const Item item(ui, node);
    card(ui, area, spec.pressed == Tri::on ? CardState::selected : CardState::plain);
    Rect content = area.inset(17, 15);
    text(ui, content.take_top(ui.line_height(TextSize::body)), spec.label, style::secondary);
    const Rect figure = content.take_top(ui.line_height(TextSize::display));
    if (spec.value.empty())
        ui.painter().fill(figure.left_middle({40, figure.height - 12}), Fill::line2, 6);
    else
        text(ui, figure, spec.value, style::with(style::display, spec.value_ink));
    text(ui, content, spec.note, style::caption);
    return item.activated();
}

} // namespace orderdeck::client::ui
