#include "client/screens/orders/orders_screen.h"

#include "client/screens/words/scaled.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/link.h"
#include "client/ui/widgets/notice.h"
#include "client/ui/widgets/pill.h"
#include "client/ui/widgets/table.h"
#include "client/ui/widgets/track.h"

#include <algorithm>
#include <cmath>

namespace orderdeck::client::screens {
namespace {

constexpr float kGap = 12;
constexpr float kTop = 14;
constexpr float kSide = 16;
constexpr float kTrack = 4;
constexpr float kTrackGap = 6;
constexpr float kTextGap = 2;
constexpr float kBlockGap = 10;
constexpr float kRadius = 12;

/// Large text on a narrow screen leaves no room for two things side by side: then they stand below each other.
bool stacks(ui::Ui& ui, float card_width) {
    constexpr float kNarrowest = 280;
    return card_width < scaled(ui, kNarrowest);
}

float card_height(ui::Ui& ui, float card_width) {
    const float body = ui.line_height(ui::TextSize::body);
    const float caption = ui.line_height(ui::TextSize::caption);
    const float lead = ui.line_height(ui::TextSize::lead);
    const float common = 2 * kTop + kTextGap + kBlockGap + kTrackGap + kTrack + kBlockGap;
    if (!stacks(ui, card_width)) return common + lead + caption + 2 * body;
    return common + ui::pill_height(ui) + kTrackGap + 2 * lead + 2 * caption + 4 * body;
}

/// Draws what the order is of in one line. A long name is cut before the words that say how much more there is.
void draw_items(ui::Ui& ui, ui::Rect line, const OrderRowView& row) {
    const ui::TextStyle style = ui::style::lead_strong;
    const std::string_view rest = row.items_rest();
    const float rest_width = ui::text_width(ui, rest, style);
    if (rest.empty() || ui::text_width(ui, row.items, style) <= line.width || rest_width > line.width / 2) {
        ui::text(ui, line, row.items, style);
        return;
    }
    const ui::Rect end = line.take_right(rest_width);
    const ui::Rect name = ui::text(ui, line, row.item_name, style);
    ui::text(ui, {name.right(), end.y, rest_width, end.height}, rest, style);
}

/// How the customer knows it, or why the search found it.
std::string_view known_as(const OrderRowView& row) {
    if (!row.match.empty()) return row.match;
    return row.reference.empty() ? row.place : row.reference;
}

ui::TextStyle known_as_style(const OrderRowView& row) {
    return ui::style::with(ui::style::caption, row.match.empty() ? ui::Ink::text3 : ui::Ink::accent);
}

/// A card of a list, from its top to its bottom.
struct CardPainter {
    ui::Ui& ui;
    const OrderRowView& row;
    ui::Rect card;

    float line(ui::TextSize size) const { return ui.line_height(size); }

    /// The number is the link, so that every order is called the same on every device.
    void number(const ui::Rect& label) const {
        ui::row_link(ui, card, label, "order", row.number, row.href, ui::style::caption, kRadius);
    }

    /// At the end of the first line; on phones of the second one, since what it is of needs the first.
    void pill(ui::Rect& head, ui::Rect& caption) const {
        constexpr float kNarrowestHead = 480;
        constexpr float kDrop = 4; // off the end of the first line
        const float width = ui::pill_width(ui, row.pill->label);
        ui::Rect& place = card.width < scaled(ui, kNarrowestHead) ? caption : head;
        const ui::Rect corner = place.take_right(width);
        place.take_right(10);
        ui::pill(ui, corner.moved(0, &place == &caption ? kDrop : 0), row.pill->label,
                 tone_of(row.pill->tone));
    }

    void side_by_side() const {
        ui::Rect content = card.inset(kSide, kTop);
        ui::Rect head = content.take_top(line(ui::TextSize::lead));
        content.take_top(kTextGap);
        ui::Rect caption = content.take_top(line(ui::TextSize::caption));
        if (row.pill) pill(head, caption);
        draw_items(ui, head, row);
        number(
            caption.take_left(std::min(caption.width, ui::text_width(ui, row.number, ui::style::caption))));
        if (!known_as(row).empty())
            ui::text(ui, caption, " · " + std::string(known_as(row)), known_as_style(row));
        content.take_top(kBlockGap);
        ui::text(ui, content.take_top(line(ui::TextSize::body)), row.status, ui::style::body);
        foot(content);
    }

    /// Head at the top, foot at the bottom. What a card does not need for one thing, another one takes: a third line of
    /// the name, the note.
    void stacked() const {
        ui::Rect content = card.inset(kSide, kTop);
        if (row.pill) {
            ui::pill(ui, content.take_top(ui::pill_height(ui)), row.pill->label, tone_of(row.pill->tone));
            content.take_top(kTrackGap);
        }
        const float status = std::min(2 * line(ui::TextSize::body),
                                      ui::paragraph_height(ui, content.width, row.status, ui::style::body));
        const float captions = line(ui::TextSize::caption) * (known_as(row).empty() ? 1.0F : 2.0F);
        const float foot = status + kTrackGap + kTrack + kBlockGap + 2 * line(ui::TextSize::body);
        const float for_name = content.height - foot - kBlockGap - captions - kTextGap;
        const int name_lines = std::max(1, static_cast<int>(for_name / line(ui::TextSize::lead)));
        content.take_top(ui::paragraph(ui, content, row.items, ui::style::lead_strong, name_lines) +
                         kTextGap);
        number(content.take_top(line(ui::TextSize::caption)));
        if (!known_as(row).empty())
            ui::text(ui, content.take_top(line(ui::TextSize::caption)), known_as(row), known_as_style(row));
        content.take_top(kBlockGap);
        const bool note_fits = content.height >= foot + line(ui::TextSize::body);
        stacked_foot(content.take_bottom(
                         foot + (has_own_note(content.width) && note_fits ? line(ui::TextSize::body) : 0)),
                     status);
    }

    /// The note stands in a line of its own, since it does not fit beside the date.
    bool has_own_note(float width) const {
        return !row.promised_note.empty() && ui::text_width(ui, when(), ui::style::secondary) > width;
    }

    std::string when() const { return join_facts({row.promised_words, row.promised_note}); }

    /// Where it stands, its track, and below each other when and for how much.
    void stacked_foot(ui::Rect content, float status) const {
        const float body = line(ui::TextSize::body);
        ui::paragraph(ui, content.take_top(status), row.status, ui::style::body, 2);
        content.take_top(kTrackGap);
        ui::step_track(ui, content.take_top(kTrack), row.fills, row.progress);
        content.take_top(kBlockGap);
        const bool own_note = content.height > 2 * body + 1;
        const bool beside = !own_note && !has_own_note(content.width);
        ui::text(ui, content.take_top(body), beside ? when() : row.promised_words, ui::style::secondary);
        if (own_note) ui::text(ui, content.take_top(body), row.promised_note, ui::style::secondary);
        ui::text(ui, content.take_top(body), row.total, ui::style::body);
    }

    /// The track, and when for how much.
    void foot(ui::Rect content) const {
        content.take_top(kTrackGap);
        ui::step_track(ui, content.take_top(kTrack), row.fills, row.progress);
        content.take_top(kBlockGap);
        ui::Rect line_box = content.take_top(line(ui::TextSize::body));
        const ui::Rect total = line_box.take_right(ui::text_width(ui, row.total, ui::style::body));
        line_box.take_right(12);
        // A note that does not fit is left to the page of the order.
        const std::string with_note = when();
        const bool fits = ui::text_width(ui, with_note, ui::style::secondary) <= line_box.width;
        ui::text(ui, line_box, fits ? with_note : row.promised_words, ui::style::secondary);
        ui::text(ui, total, row.total, ui::style::number);
    }
};

/// What it is and how late first, then its number, where it stands, and when for how much.
void draw_card(ui::Ui& ui, const ui::Rect& area, const OrderRowView& row) {
    ui::card(ui, area);
    const CardPainter painter{ui, row, area};
    if (stacks(ui, area.width))
        painter.stacked();
    else
        painter.side_by_side();
}

/// A line of text that is not there yet.
void skeleton_line(ui::Ui& ui, ui::Rect line, float height, float share) {
    ui::skeleton(ui, line.left_middle({std::round(line.width * share), height}));
}

/// The lines of a card where they will stand.
void draw_skeleton_card(ui::Ui& ui, const ui::Rect& card) {
    ui::card(ui, card);
    ui::Rect content = card.inset(kSide, kTop);
    if (stacks(ui, card.width)) {
        skeleton_line(ui, content.take_top(ui::pill_height(ui)), ui::pill_height(ui), 0.4F);
        content.take_top(kTrackGap);
        skeleton_line(ui, content.take_top(ui.line_height(ui::TextSize::lead)), 16, 0.8F);
    }
    skeleton_line(ui, content.take_top(ui.line_height(ui::TextSize::lead)), 16, 0.55F);
    content.take_top(kTextGap);
    skeleton_line(ui, content.take_top(ui.line_height(ui::TextSize::caption)), 10, 0.4F);
    ui::Rect foot = content.take_bottom(ui.line_height(ui::TextSize::body));
    skeleton_line(ui, foot.take_right(std::round(foot.width * 0.25F)), 12, 1);
    skeleton_line(ui, foot, 12, 0.45F);
    content.take_bottom(kBlockGap);
    ui::skeleton(ui, content.take_bottom(kTrack), kTrack / 2);
    content.take_bottom(kTrackGap);
    skeleton_line(ui, content.take_bottom(ui.line_height(ui::TextSize::body)), 12, 0.35F);
}

} // namespace

float draw_order_cards(ui::Ui& ui, const ui::ScrollRegion& scroll, const ui::Rect& area,
                       const OrdersView& view, const RowWords& rows) {
    const float step = card_height(ui, area.width) + kGap;
    const float height = step * static_cast<float>(view.rows);
    const ui::List list(ui, {area.x, area.y, area.width, height}, "order-cards", view.list_name);
    const ui::RowRange range = scroll.rows(area.y, step, view.rows);
    std::size_t index = range.first;
    for (const OrderRowView& row : rows(range.first, range.last)) {
        const ui::Rect card{area.x, area.y + step * static_cast<float>(index), area.width, step - kGap};
        const ui::ListItem item(ui, card, row.key, index, view.rows);
        draw_card(ui, card, row);
        ++index;
    }
    return height - kGap;
}

float draw_skeleton_cards(ui::Ui& ui, const ui::Rect& area, const OrdersView& view) {
    constexpr int kCards = 5;
    const ui::Scope status(
        ui, {.role = ui::Role::status, .id = ui.id("loading"), .rect = area, .name = view.loading});
    const float height = card_height(ui, area.width);
    for (int i = 0; i < kCards; ++i)
        draw_skeleton_card(ui,
                           {area.x, area.y + static_cast<float>(i) * (height + kGap), area.width, height});
    return kCards * (height + kGap);
}

float draw_note(ui::Ui& ui, const ui::Rect& area, const OrdersView& view, Actions& actions) {
    if (view.note.empty()) return 0;
    const ui::BannerSpec spec{
        .text = view.note, .tone = ui::Tone::info, .icon = ui::Icon::alert, .action = view.dismiss};
    const float height = ui::banner_height(ui, area.width, spec);
    if (ui::banner(ui, {area.x, area.y, area.width, height}, "address-note", spec))
        actions.push_back(app::NoteDismissed{});
    return height + 16;
}

float draw_no_rows(ui::Ui& ui, const ui::Rect& area, const OrdersView& view, Actions& actions) {
    if (view.state == ListState::unreadable) return 0;
    constexpr float kHeight = 320;
    const ui::Rect box{area.x, area.y, area.width, kHeight};
    ui::card(ui, box);
    const bool has_failed = view.state == ListState::failed;
    const ui::EmptyStateSpec spec{.icon = has_failed                           ? ui::Icon::offline
                                          : view.state == ListState::no_orders ? ui::Icon::box
                                                                               : ui::Icon::search,
                                  .title = view.empty.title,
                                  .text = view.empty.text,
                                  .action = view.empty.way_out};
    if (ui::empty_state(ui, box, "no-rows", spec))
        actions.push_back(has_failed ? app::Action(app::RetryPressed{}) : app::RestrictionsCleared{});
    return kHeight;
}

} // namespace orderdeck::client::screens
