#include "client/screens/order/order_screen.h"

#include "client/screens/words/scaled.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/details.h"
#include "client/ui/widgets/pill.h"
#include "client/ui/widgets/table.h"

#include <algorithm>

namespace orderdeck::client::screens {
namespace {

constexpr float kGap = 12;

/// One parcel: number, status and where it was seen last; its scans on demand, and in them the carrier's own words.
struct ParcelRow {
    ui::Ui& ui;
    const OrderPageView& page;
    const ParcelView& parcel;

    std::string scans_part() const { return "scans " + parcel.key; }
    std::string words_part() const { return "words " + parcel.key; }

    /// Title and pill stand beside each other where both have room.
    bool is_wide(float width) const {
        constexpr float kNarrowestTitle = 170;
        return width - ui::pill_width(ui, parcel.pill.label) - 12 >= scaled(ui, kNarrowestTitle);
    }

    float head(ui::Rect area, Draw draw) const {
        const float pill = ui::pill_width(ui, parcel.pill.label);
        const bool wide = is_wide(area.width);
        ui::Rect title{area.x, area.y, wide ? area.width - pill - 12 : area.width, 0};
        title.height = ui::paragraph_height(ui, title.width, parcel.title, ui::style::body_strong);
        ui::Rect corner{area.right() - pill, area.y - 2, pill, ui::pill_height(ui)};
        if (!wide) corner = {area.x, area.y + title.height + 4, pill, ui::pill_height(ui)};
        if (draw == Draw::yes) {
            ui::paragraph(ui, title, parcel.title, ui::style::body_strong);
            ui::pill(ui, corner, parcel.pill.label, tone_of(parcel.pill.tone));
        }
        return wide ? std::max(title.height, 22.0F) : title.height + 4 + corner.height + 4;
    }

    float caption(const ui::Rect& area, Draw draw) const {
        if (parcel.caption.empty()) return 0;
        if (draw == Draw::no) return ui::paragraph_height(ui, area.width, parcel.caption, ui::style::caption);
        return ui::paragraph(ui, area, parcel.caption, ui::style::caption);
    }

    float toggle(const ui::Rect& area, const std::string& key, const std::string& label,
                 const std::string& part, Draw draw, Actions& actions) const {
        const float height = disclosure_height(ui);
        const ui::Tri expanded = page.is_open(part) ? ui::Tri::on : ui::Tri::off;
        if (draw == Draw::yes &&
            ui::disclosure(ui, {area.x, area.y, area.width, height}, key, label, expanded))
            actions.push_back(app::PartToggled{part});
        return height;
    }

    float events(const ui::Rect& area, Draw draw) const {
        const bool with_words = page.is_open(words_part());
        std::vector<std::string> notes;
        for (const EventView& event : parcel.events)
            notes.push_back(with_words ? join_facts({event.note, event.words}) : event.note);
        std::vector<ui::TimelineEvent> list;
        for (std::size_t i = 0; i < parcel.events.size(); ++i)
            list.push_back({.title = parcel.events[i].title,
                            .when = parcel.events[i].when,
                            .note = notes[i],
                            .weight = i == 0 ? ui::EventWeight::latest : ui::EventWeight::past});
        if (draw == Draw::no) return ui::timeline_height(ui, area.width, list);
        return ui::timeline(ui, area, parcel.events_name, list);
    }

    float walk(ui::Rect area, Draw draw, Actions& actions) const {
        const float top = area.y;
        area.take_top(kGap);
        if (draw == Draw::yes) ui.painter().fill({area.x, top, area.width, 1}, ui::Fill::line2);
        area.take_top(head(area, draw));
        area.take_top(caption(area, draw));
        if (parcel.events.empty()) return area.y + kGap - top;
        area.take_top(toggle(area, "scans", parcel.scans, scans_part(), draw, actions));
        if (!page.is_open(scans_part())) return area.y - top;
        area.take_top(events(area, draw));
        area.take_top(toggle(area, "words", parcel.own_words, words_part(), draw, actions));
        return area.y - top;
    }
};

} // namespace

float draw_parcels(ui::Ui& ui, const ui::Rect& area, const OrderPageView& page, const ShipmentView& shipment,
                   Draw draw, Actions& actions) {
    const std::vector<ParcelView>& parcels = shipment.parcels;
    if (parcels.empty()) return 0;
    const auto walk = [&](Draw how) {
        ui::Rect rest{area.x, area.y, area.width, 1e6F};
        rest.take_top(14);
        for (std::size_t i = 0; i < parcels.size(); ++i) {
            const ParcelRow row{ui, page, parcels[i]};
            if (how == Draw::no) {
                rest.take_top(row.walk(rest, how, actions));
                continue;
            }
            const float height = row.walk(rest, Draw::no, actions);
            const ui::ListItem item(ui, {rest.x, rest.y, rest.width, height}, parcels[i].key, i,
                                    parcels.size());
            rest.take_top(row.walk(rest, how, actions));
        }
        return rest.y - area.y;
    };
    const float height = walk(Draw::no);
    if (draw == Draw::no) return height;
    const ui::List list(ui, {area.x, area.y, area.width, height}, "parcels", shipment.parcels_name);
    return walk(Draw::yes);
}

} // namespace orderdeck::client::screens
