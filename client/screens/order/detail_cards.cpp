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

std::vector<ui::KeyValue> values_of(const std::vector<FactView>& pairs) {
    std::vector<ui::KeyValue> values;
    for (const FactView& pair : pairs)
        values.push_back({.key = pair.name, .value = pair.value, .href = {}});
    return values;
}

float key_width(ui::Ui& ui) { return scaled(ui, is_phone(ui) ? 116.0F : 104.0F); }

/// Icon, title, pill and caption of a shipment.
struct ShipmentHead {
    float icon = 0; ///< phones have no room for it
    float pill = 0;
    bool pill_below = false; ///< the title, which needs the width
    float words = 0;         ///< width of the title
    float title = 0;
    float caption = 0;

    float pill_row(ui::Ui& ui) const { return pill_below ? 2 + ui::pill_height(ui) + 6 : 0; }
    float height(ui::Ui& ui) const { return title + 2 + caption + pill_row(ui); }
};

ShipmentHead measure_head(ui::Ui& ui, float width, const ShipmentView& shipment) {
    constexpr float kIcon = 32;
    constexpr float kNarrowestWords = 170;
    ShipmentHead head{.icon = is_phone(ui) ? 0 : kIcon, .pill = ui::pill_width(ui, shipment.pill.label)};
    head.words = width - head.icon - head.pill - 12;
    head.pill_below = head.words < scaled(ui, kNarrowestWords);
    if (head.pill_below) head.words = width - head.icon;
    head.title = ui::paragraph_height(ui, head.words, shipment.title, ui::style::body_strong);
    head.caption = ui::paragraph_height(ui, width - head.icon, shipment.caption, ui::style::caption);
    return head;
}

void draw_head(ui::Ui& ui, ui::Rect area, const ShipmentView& shipment, const ShipmentHead& head) {
    if (head.icon > 0) {
        const ui::Rect place{area.x, area.y, 20, ui.line_height(ui::TextSize::body)};
        ui.painter().icon(ui::Icon::truck, place.centered({20, 20}), ui::Ink::text);
    }
    area.take_left(head.icon);
    const ui::Rect title{area.x, area.y, head.words, head.title};
    {
        const ui::Scope heading(ui,
                                {.role = ui::Role::heading, .id = ui.id("title"), .rect = title, .level = 2});
        ui::paragraph(ui, title, shipment.title, ui::style::body_strong);
    }
    ui::Rect corner{area.right() - head.pill, area.y - 2, head.pill, ui::pill_height(ui)};
    area.take_top(head.title + 2);
    if (head.pill_below) {
        corner = area.take_top(head.pill_row(ui)).moved(0, 2);
        corner.height = ui::pill_height(ui);
    }
    ui::pill(ui, corner, shipment.pill.label, tone_of(shipment.pill.tone));
    ui::paragraph(ui, area, shipment.caption, ui::style::caption);
}

} // namespace

float draw_shipment_card(ui::Ui& ui, const ui::Rect& area, const OrderPageView& page,
                         const ShipmentView& shipment, Actions& actions) {
    constexpr float kTop = 14;
    const ui::IdScope ids(ui, shipment.key);
    std::vector<ui::TimelineEvent> events;
    for (const EventView& event : shipment.events)
        events.push_back({.title = event.title,
                          .when = event.when,
                          .note = event.note,
                          .weight = events.empty() ? ui::EventWeight::latest : ui::EventWeight::past});
    const float side = side_padding(ui);
    const ShipmentHead head = measure_head(ui, area.width - 2 * side, shipment);
    const float list = ui::timeline_height(ui, area.width - 2 * side, events);
    const ui::Rect inner{area.x, area.y, area.width - 2 * side, 0};
    const float parcels = draw_parcels(ui, inner, page, shipment, Draw::no, actions);
    const ui::Rect box{area.x, area.y, area.width, 2 * kTop + head.height(ui) + 14 + list + parcels};
    ui::card(ui, box);
    const ui::Scope region(
        ui, {.role = ui::Role::region, .id = ui.id("shipment"), .rect = box, .name = shipment.title});
    ui::Rect content = box.inset(side, kTop);
    draw_head(ui, content.take_top(head.height(ui)), shipment, head);
    content.take_top(14);
    content.take_top(ui::timeline(ui, content, shipment.events_name, events));
    draw_parcels(ui, content, page, shipment, Draw::yes, actions);
    return box.height;
}

float pairs_card_height(ui::Ui& ui, float width, const std::vector<FactView>& pairs) {
    return 32 + ui.line_height(ui::TextSize::lead) + 12 +
           ui::key_values_height(ui, width - 2 * side_padding(ui), values_of(pairs), key_width(ui));
}

float draw_pairs_card(ui::Ui& ui, const ui::Rect& area, const std::string& title,
                      const std::vector<FactView>& pairs) {
    const ui::Rect box{area.x, area.y, area.width, pairs_card_height(ui, area.width, pairs)};
    ui::card(ui, box);
    ui::Rect content = box.inset(side_padding(ui), 16);
    ui::heading(ui, content.take_top(ui.line_height(ui::TextSize::lead)), title, 2, ui::style::lead_strong);
    content.take_top(12);
    ui::key_values(ui, content, values_of(pairs), key_width(ui));
    return box.height;
}

} // namespace orderdeck::client::screens
