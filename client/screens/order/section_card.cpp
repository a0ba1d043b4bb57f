#include "client/screens/order/order_screen.h"

#include "client/screens/words/scaled.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/link.h"
#include "client/ui/widgets/pill.h"
#include "client/ui/widgets/table.h"

#include <algorithm>

namespace orderdeck::client::screens {
namespace {

constexpr float kPadding = 10;
constexpr float kIndent = 16;
constexpr int kDeepest = 3; // deeper places stand below these, or the words would have no room

bool is_phone(ui::Ui& ui) { return ui.layout() == ui::LayoutClass::phone; }

/// Title with an amount or a pill at its right, and what else is known below.
struct SectionRow {
    ui::Ui& ui;
    const RowView& row;

    float indent() const { return kIndent * static_cast<float>(std::min(row.depth, kDeepest)); }

    float corner_width() const {
        float width = 0;
        if (!row.value.empty()) width += ui::text_width(ui, row.value, ui::style::number) + 12;
        if (!row.pill.label.empty()) width += ui::pill_width(ui, row.pill.label) + 12;
        return width;
    }

    /// Amount and pill take a line of their own where the title would have no room beside them.
    bool has_corner(float width) const {
        constexpr float kNarrowestTitle = 110;
        return width - corner_width() >= scaled(ui, kNarrowestTitle);
    }

    ui::TextStyle title_style() const {
        return ui::style::with(ui::style::body_strong, row.href.empty() ? ui::Ink::text : ui::Ink::accent);
    }

    float title_height(float width) const {
        const float height = ui::paragraph_height(ui, width, row.title, title_style());
        return row.href.empty() || !ui.touch() ? height : std::max(44.0F, height);
    }

    float corner_line() const { return corner_width() > 0 ? ui::pill_height(ui) + 4 : 0; }

    float height(float whole) const {
        const float width = whole - indent();
        const bool corner = has_corner(width);
        float height = 2 * kPadding + title_height(corner ? width - corner_width() : width);
        if (!corner) height += corner_line();
        if (!row.note.empty()) height += ui::paragraph_height(ui, width, row.note, ui::style::caption);
        return height;
    }

    void draw_corner(ui::Rect area, ui::Align align) const {
        const auto take = [&](float width) {
            return align == ui::Align::right ? area.take_right(width) : area.take_left(width);
        };
        if (!row.pill.label.empty()) {
            ui::pill(ui, take(ui::pill_width(ui, row.pill.label)), row.pill.label, tone_of(row.pill.tone));
            take(12);
        }
        if (!row.value.empty())
            ui::text(ui, take(ui::text_width(ui, row.value, ui::style::number) + 1), row.value,
                     ui::style::number);
    }

    void draw(const ui::Rect& area) const {
        ui::Rect content = area.inset(0, kPadding);
        content.take_left(indent());
        const bool corner = has_corner(content.width);
        ui::Rect title =
            content.take_top(title_height(corner ? content.width - corner_width() : content.width));
        if (corner) {
            ui::Rect place = title.take_right(corner_width());
            place.height = std::max(ui::pill_height(ui), ui.line_height(ui::TextSize::body));
            place.y -= (place.height - ui.line_height(ui::TextSize::body)) / 2;
            draw_corner(place, ui::Align::right);
        }
        if (row.href.empty())
            ui::paragraph(ui, title, row.title, title_style());
        else
            ui::link(ui, title, "open", {.label = row.title, .href = row.href, .style = title_style()});
        if (!corner && corner_width() > 0)
            draw_corner(content.take_top(corner_line()).left_middle({content.width, ui::pill_height(ui)}),
                        ui::Align::left);
        if (!row.note.empty()) ui::paragraph(ui, content, row.note, ui::style::caption);
    }
};

struct SectionCard {
    ui::Ui& ui;
    const OrderPageView& page;
    const SectionView& section;

    float side() const { return is_phone(ui) ? 16.0F : 20.0F; }
    bool shows_rows() const {
        return !section.rows.empty() && (section.more.empty() || page.is_open(section.key));
    }
    ui::TextStyle summary_style() const { return ui::style::with(ui::style::body, ink_of(section.tone)); }

    float head_height(float width) const {
        float height = 16 + ui.line_height(ui::TextSize::lead);
        if (!section.summary.empty())
            height += 4 + ui::paragraph_height(ui, width, section.summary, summary_style());
        return height + (section.more.empty() ? 6 : disclosure_height(ui));
    }

    float height(float whole) const {
        const float width = whole - 2 * side();
        float height = head_height(width) + 8;
        if (!shows_rows()) return height;
        for (const RowView& row : section.rows)
            height += SectionRow{ui, row}.height(width);
        return height;
    }

    void draw_rows(ui::Rect content) const {
        const ui::List list(ui, content, "rows", section.title);
        for (std::size_t i = 0; i < section.rows.size(); ++i) {
            const SectionRow row{ui, section.rows[i]};
            const ui::Rect place = content.take_top(row.height(content.width));
            const ui::ListItem item(ui, place, std::to_string(i), i, section.rows.size());
            if (i > 0) ui.painter().fill({place.x, place.y, place.width, 1}, ui::Fill::line2);
            row.draw(place);
        }
    }
};

} // namespace

float disclosure_height(ui::Ui& ui) {
    return std::max(ui.touch() ? 44.0F : 32.0F, ui.line_height(ui::TextSize::body));
}

float section_card_height(ui::Ui& ui, float width, const OrderPageView& page, const SectionView& section) {
    return SectionCard{ui, page, section}.height(width);
}

float draw_section_card(ui::Ui& ui, const ui::Rect& area, const OrderPageView& page,
                        const SectionView& section, Actions& actions) {
    const SectionCard card{ui, page, section};
    const ui::IdScope ids(ui, section.key);
    const ui::Rect box{area.x, area.y, area.width, card.height(area.width)};
    ui::card(ui, box);
    const ui::Scope region(
        ui, {.role = ui::Role::region, .id = ui.id("section"), .rect = box, .name = section.title});
    ui::Rect content = box.inset(card.side(), 0);
    content.take_top(16);
    ui::heading(ui, content.take_top(ui.line_height(ui::TextSize::lead)), section.title, 2,
                ui::style::lead_strong);
    if (!section.summary.empty()) {
        content.take_top(4);
        content.take_top(ui::paragraph(ui, content, section.summary, card.summary_style()));
    }
    if (section.more.empty()) {
        content.take_top(6);
    } else {
        const ui::Tri expanded = card.shows_rows() ? ui::Tri::on : ui::Tri::off;
        if (ui::disclosure(ui, content.take_top(disclosure_height(ui)), "more", section.more, expanded))
            actions.push_back(app::PartToggled{section.key});
    }
    if (card.shows_rows()) card.draw_rows(content);
    return box.height;
}

} // namespace orderdeck::client::screens
