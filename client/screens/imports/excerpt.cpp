#include "client/screens/imports/imports_screen.h"

#include "client/screens/order/order_screen.h"
#include "client/screens/words/scaled.h"

#include <algorithm>

namespace orderdeck::client::screens {
namespace {

/// The numbers of the lines, and the lines as they are; the one that is meant stands on a colour.
float draw_lines(ui::Ui& ui, const ui::Rect& area, const ExcerptView& view) {
    const float numbers = scaled(ui, 40);
    constexpr float kPadding = 8;
    ui::Rect rest = area;
    for (const ExcerptLineView& line : view.lines) {
        const float width = area.width - numbers - 2 * kPadding;
        const ui::TextStyle style = line.marked ? ui::style::body : ui::style::secondary;
        const float height =
            std::max(ui.line_height(ui::TextSize::body), ui::paragraph_height(ui, width, line.text, style));
        ui::Rect row = rest.take_top(height + 4);
        if (line.marked) ui.painter().fill(row, ui::Fill::warn_soft, 4);
        row = row.inset(kPadding, 2);
        ui::Rect number = row.take_left(numbers);
        number.height = ui.line_height(ui::TextSize::body);
        ui::text(ui, number, line.number, ui::style::caption);
        ui::paragraph(ui, row, line.text, style);
    }
    return rest.y - area.y;
}

float draw_excerpt(ui::Ui& ui, const ui::Rect& area, const ExcerptView& view) {
    ui::Rect rest = area;
    for (const std::string* words : {&view.original, &view.note}) {
        if (words->empty()) continue;
        rest.take_top(ui::paragraph(ui, rest, *words, ui::style::caption) + 6);
    }
    rest.take_top(draw_lines(ui, rest, view));
    return rest.y - area.y;
}

} // namespace

float draw_text(ui::Ui& ui, const ui::Rect& area, const TextView& view, Actions& actions) {
    ui::Rect rest = area;
    const ui::Tri expanded = view.excerpt ? ui::Tri::on : ui::Tri::off;
    if (ui::disclosure(ui, rest.take_top(disclosure_height(ui)), "text", view.label, expanded))
        actions.push_back(app::ExcerptToggled{view.finding});
    if (!view.excerpt) return rest.y - area.y;
    rest.take_top(4);
    rest.take_top(draw_excerpt(ui, rest, *view.excerpt));
    return rest.y - area.y;
}

} // namespace orderdeck::client::screens
