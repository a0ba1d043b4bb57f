#include "client/screens/order/order_screen.h"

#include "client/screens/words/scaled.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/details.h"
#include "client/ui/widgets/pill.h"
#include "client/ui/widgets/table.h"

#include <algorithm>

namespace orderdeck::client::screens {
namespace {

bool is_phone(ui::Ui& ui) { return ui.layout() == ui::LayoutClass::phone; }

float side_padding(ui::Ui& ui) { return is_phone(ui) ? 16.0F : 20.0F; }

} // namespace

float draw_shipment_card(ui::Ui& ui, const ui::Rect& area, const ShipmentView& shipment) {
    constexpr float kTop = 14;
    constexpr float kIcon = 32;
    const ui::IdScope ids(ui, shipment.key);
    std::vector<ui::TimelineEvent> events;
    for (const EventView& event : shipment.events)
        events.push_back({.title = event.title, .when = event.when, .note = event.note});
    const float side = side_padding(ui);
    const float width = area.width - 2 * side;
    const float icon = is_phone(ui) ? 0 : kIcon;
    const float pill = ui::pill_width(ui, shipment.pill.label);
    const float words = width - icon - pill - 12;
    const float title = ui::paragraph_height(ui, words, shipment.title, ui::style::body_strong);
    const float caption = ui::paragraph_height(ui, width - icon, shipment.caption, ui::style::caption);
    const float list = ui::timeline_height(ui, width, events);
    const float height = 2 * kTop + title + 2 + caption + 14 + list;
    const ui::Rect box{area.x, area.y, area.width, height};
    ui::card(ui, box);
    const ui::Scope region(
        ui, {.role = ui::Role::region, .id = ui.id("shipment"), .rect = box, .name = shipment.title});
    ui::Rect content = box.inset(side, kTop);
    if (icon > 0) {
        ui.painter().icon(
            ui::Icon::truck,
            ui::Rect{content.x, content.y, 20, ui.line_height(ui::TextSize::body)}.centered({20, 20}),
            ui::Ink::text);
    }
    ui::Rect head = content.take_top(title + 2 + caption);
    head.take_left(icon);
    ui::pill(ui, {head.right() - pill, head.y - 2, pill, ui::pill_height(ui)}, shipment.pill.label,
             shipment.pill.tone);
    {
        const ui::Scope heading(ui, {.role = ui::Role::heading,
                                     .id = ui.id("title"),
                                     .rect = {head.x, head.y, words, title},
                                     .level = 2});
        ui::paragraph(ui, {head.x, head.y, words, title}, shipment.title, ui::style::body_strong);
    }
    head.take_top(title + 2);
    ui::paragraph(ui, head, shipment.caption, ui::style::caption);
    content.take_top(14);
    ui::timeline(ui, content, shipment.events_name, events);
    return height;
}

float draw_pairs_card(ui::Ui& ui, const ui::Rect& area, const std::string& title,
                      const std::vector<FactView>& pairs) {
    std::vector<ui::KeyValue> values;
    for (const FactView& pair : pairs)
        values.push_back({.key = pair.name, .value = pair.value, .href = {}});
    const float side = side_padding(ui);
    const float key_width = scaled(ui, is_phone(ui) ? 116.0F : 104.0F);
    const float line = ui.line_height(ui::TextSize::lead);
    const float height = 32 + line + 12 + ui::key_values_height(ui, area.width - 2 * side, values, key_width);
    const ui::Rect box{area.x, area.y, area.width, height};
    ui::card(ui, box);
    ui::Rect content = box.inset(side, 16);
    ui::heading(ui, content.take_top(line), title, 2, ui::style::lead_strong);
    content.take_top(12);
    ui::key_values(ui, content, values, key_width);
    return height;
}

} // namespace orderdeck::client::screens
