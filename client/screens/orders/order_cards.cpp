#include "client/screens/orders/orders_screen.h"

#include "client/ui/widgets/card.h"
#include "client/ui/widgets/link.h"
#include "client/ui/widgets/notice.h"
#include "client/ui/widgets/pill.h"
#include "client/ui/widgets/table.h"
#include "client/ui/widgets/track.h"

#include <algorithm>

namespace orderdeck::client::screens {
namespace {

constexpr float kGap = 12;
constexpr float kTop = 14;
constexpr float kSide = 16;
constexpr float kTrack = 4;
constexpr float kRadius = 12;

float card_height(ui::Ui& ui) {
    return 2 * kTop + ui.line_height(ui::TextSize::lead) + 2 + ui.line_height(ui::TextSize::caption) + 10 +
           2 * ui.line_height(ui::TextSize::body) + 6 + kTrack + 10;
}

/// The number is the link, so that every order is called the same on every device; what it is stands above it.
void draw_caption(ui::Ui& ui, const ui::Rect& card, ui::Rect line, const OrderRowView& row) {
    const float number = ui::text_width(ui, row.number, ui::style::caption);
    const ui::Rect label = line.take_left(std::min(line.width, number));
    ui::row_link(ui, card, label, "order", row.number, row.href, ui::style::caption, kRadius);
    const std::string& known_as = row.reference.empty() ? row.place : row.reference;
    const std::string& detail = row.match.empty() ? known_as : row.match;
    if (detail.empty()) return;
    const ui::Ink ink = row.match.empty() ? ui::Ink::text3 : ui::Ink::accent;
    ui::text(ui, line, " · " + detail, ui::style::with(ui::style::caption, ink));
}

/// What it is and how late first, then its number, where it stands, and when for how much.
void draw_card(ui::Ui& ui, const ui::Rect& area, const OrderRowView& row) {
    ui::card(ui, area);
    ui::Rect content = area.inset(kSide, kTop);
    ui::Rect head = content.take_top(ui.line_height(ui::TextSize::lead));
    if (row.pill) {
        ui::pill(ui, head.take_right(ui::pill_width(ui, row.pill->label)), row.pill->label, row.pill->tone);
        head.take_right(10);
    }
    ui::text(ui, head, row.items, ui::style::lead_strong);
    content.take_top(2);
    draw_caption(ui, area, content.take_top(ui.line_height(ui::TextSize::caption)), row);
    content.take_top(10);
    ui::text(ui, content.take_top(ui.line_height(ui::TextSize::body)), row.status, ui::style::body);
    content.take_top(6);
    ui::step_track(ui, content.take_top(kTrack), row.fills, row.progress);
    content.take_top(10);
    ui::Rect foot = content.take_top(ui.line_height(ui::TextSize::body));
    const ui::Rect total = foot.take_right(ui::text_width(ui, row.total, ui::style::body));
    foot.take_right(12);
    // A note that does not fit is left to the page of the order.
    const std::string with_note = join_facts({row.promised_words, row.promised_note});
    const bool fits = ui::text_width(ui, with_note, ui::style::secondary) <= foot.width;
    ui::text(ui, foot, fits ? with_note : row.promised_words, ui::style::secondary);
    ui::text(ui, total, row.total, ui::style::number);
}

float draw_skeletons(ui::Ui& ui, const ui::Rect& area, const OrdersView& view) {
    constexpr int kCards = 5;
    const ui::Scope status(
        ui, {.role = ui::Role::status, .id = ui.id("loading"), .rect = area, .name = view.loading});
    const float step = card_height(ui);
    for (int i = 0; i < kCards; ++i) {
        const ui::Rect box{area.x, area.y + static_cast<float>(i) * (step + kGap), area.width, step};
        ui::Rect content = ui::card(ui, box);
        const float width = content.width;
        ui::skeleton(ui, {content.x, content.y, width * 0.55F, 16});
        ui::skeleton(ui, {content.x, content.y + 28, width * 0.35F, 12});
        ui::skeleton(ui, {content.x, content.y + 60, width * 0.75F, 14});
        ui::skeleton(ui, {content.x, content.y + 88, width, 6});
    }
    return kCards * (step + kGap);
}

} // namespace

float draw_order_cards(ui::Ui& ui, const ui::ScrollRegion& scroll, const ui::Rect& area,
                       const OrdersView& view, const RowWords& rows) {
    const float step = card_height(ui) + kGap;
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

float draw_no_rows(ui::Ui& ui, const ui::Rect& area, const OrdersView& view, Actions& actions) {
    if (view.state == ListState::loading) return draw_skeletons(ui, area, view);
    constexpr float kHeight = 320;
    const ui::Rect box{area.x, area.y, area.width, kHeight};
    ui::card(ui, box);
    const ui::EmptyStateSpec spec{.icon =
                                      view.state == ListState::no_orders ? ui::Icon::box : ui::Icon::search,
                                  .title = view.empty.title,
                                  .text = view.empty.text,
                                  .action = view.empty.way_out};
    if (ui::empty_state(ui, box, "no-rows", spec)) actions.push_back(app::RestrictionsCleared{});
    return kHeight;
}

} // namespace orderdeck::client::screens
