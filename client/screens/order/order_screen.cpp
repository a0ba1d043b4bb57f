#include "client/screens/order/order_screen.h"

#include "client/screens/words/scaled.h"
#include "client/ui/scroll.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/link.h"
#include "client/ui/widgets/notice.h"
#include "client/ui/widgets/pill.h"

#include <algorithm>

namespace orderdeck::client::screens {
namespace {

constexpr float kSideColumn = 296;
constexpr float kGap = 16;
/// Below this there is one column.
constexpr float kNarrowestTwoColumns = 820;
constexpr float kPhoneMargin = 16;

bool is_phone(ui::Ui& ui) { return ui.layout() == ui::LayoutClass::phone; }

std::string_view main_name(const OrderPageView& page, const OrderView* order) {
    return order != nullptr ? std::string_view(order->number) : std::string_view(page.back.label);
}

/// Number, pills and what the customer calls it, in one line that gives way from its right end.
float draw_title(ui::Ui& ui, const ui::Rect& area, const OrderView& order) {
    const float height = ui.line_height(ui::TextSize::display);
    ui::Rect line{area.x, area.y, area.width, height};
    const ui::Rect number = ui::heading(ui, line, order.number, 1, ui::style::display);
    line.take_left(number.width + 12);
    for (const PillView& pill : order.pills) {
        const float width = ui::pill_width(ui, pill.label);
        if (width > line.width) break;
        ui::pill(ui, line.take_left(width), pill.label, tone_of(pill.tone));
        line.take_left(12);
    }
    if (line.width > 60) ui::text(ui, line.moved(0, 1), order.subtitle, ui::style::muted);
    return height;
}

float draw_title_skeleton(ui::Ui& ui, const ui::Rect& area) {
    const float height = ui.line_height(ui::TextSize::display);
    ui::skeleton(ui, ui::Rect{area.x, area.y, area.width, height}.left_middle({220, 22}));
    return height;
}

/// The way back, and to the right the page to print while there is an order.
float draw_ways(ui::Ui& ui, const ui::Rect& area, const OrderPageView& page, const OrderView* order) {
    constexpr float kHeight = 24;
    const ui::TextStyle style{ui::TextSize::caption, ui::Weight::regular, ui::Ink::text2, ui::Align::left};
    ui::Rect line{area.x, area.y, area.width, kHeight};
    ui::Rect print = line.take_right(order == nullptr ? 0 : line.width / 3);
    ui::link(ui, line, "back",
             {.label = page.back.label, .href = page.back.href, .style = style, .icon = ui::Icon::back});
    if (order == nullptr) return kHeight;
    ui::TextStyle right = style;
    right.align = ui::Align::right;
    ui::link(ui, print, "print",
             {.label = page.print.label,
              .href = page.print.href,
              .style = right,
              .icon = ui::Icon::printer,
              .opens = ui::Opens::new_tab});
    return kHeight;
}

/// Of phones: back, number and reference, always in sight.
void draw_phone_head(ui::Ui& ui, const ui::Rect& area, const OrderPageView& page, const OrderView* order,
                     Actions& actions) {
    ui.painter().fill(area, ui::Fill::surface);
    ui.painter().fill({area.x, area.bottom() - 1, area.width, 1}, ui::Fill::line);
    const ui::Scope banner(ui, {.role = ui::Role::banner, .id = ui.id("head"), .rect = area});
    ui::Rect content = area;
    content.take_top(ui.safe_area().top);
    content = content.inset(6, 0);
    const ui::Rect back = content.take_left(44).left_middle({44, 44});
    if (ui::icon_button(ui, back, "back", ui::Icon::back, page.back.label))
        actions.push_back(app::BackToListPressed{});
    content.take_left(6);
    if (order != nullptr)
        ui::icon_link(ui, content.take_right(44).right_middle({44, 44}), "print", ui::Icon::printer,
                      page.print.label, page.print.href, ui::Opens::new_tab);
    content.take_right(10);
    if (order == nullptr) {
        ui::text(ui, content, page.back.label, ui::style::lead_strong);
        return;
    }
    const float line = ui.line_height(ui::TextSize::lead);
    const float caption = order->subtitle.empty() ? 0 : ui.line_height(ui::TextSize::caption);
    ui::Rect block = content.left_middle({content.width, line + caption});
    ui::heading(ui, block.take_top(line), order->number, 1, ui::style::lead_strong);
    if (caption > 0) ui::text(ui, block, order->subtitle, ui::style::caption);
}

/// A heading and some lines of text that are not there yet.
float draw_skeleton_card(ui::Ui& ui, const ui::Rect& area, int lines) {
    const float step = ui.line_height(ui::TextSize::body) + 10;
    const ui::Rect box{area.x, area.y, area.width, 72 + step * static_cast<float>(lines)};
    ui::card(ui, box);
    ui::Rect content = box.inset(is_phone(ui) ? 16.0F : 24.0F, 20);
    ui::skeleton(ui, content.take_top(20).left_middle({content.width * 0.4F, 18}));
    content.take_top(12);
    for (int i = 0; i < lines; ++i) {
        const float share = i % 2 == 0 ? 0.85F : 0.6F;
        ui::skeleton(ui, content.take_top(step).left_middle({content.width * share, 12}));
    }
    return box.height;
}

/// Where the first card, the lines and the facts will stand.
float draw_skeletons(ui::Ui& ui, const ui::Rect& area, const OrderPageView& page) {
    constexpr float kHeight = 600;
    const ui::Scope status(ui, {.role = ui::Role::status,
                                .id = ui.id("loading"),
                                .rect = {area.x, area.y, area.width, kHeight},
                                .name = page.loading});
    ui::Rect rest = area;
    rest.take_top(draw_skeleton_card(ui, rest, 4) + kGap);
    if (area.width >= scaled(ui, kNarrowestTwoColumns)) {
        draw_skeleton_card(ui, rest.take_right(scaled(ui, kSideColumn)), 6);
        rest.take_right(kGap);
    }
    draw_skeleton_card(ui, rest, 6);
    return kHeight;
}

float draw_not_found(ui::Ui& ui, const ui::Rect& area, const OrderPageView& page) {
    constexpr float kHeight = 232;
    const ui::Rect box{area.x, area.y, area.width, kHeight};
    ui::card(ui, box);
    ui::Rect content = box.inset(24, 48);
    const ui::TextStyle title{ui::TextSize::title, ui::Weight::semibold, ui::Ink::text, ui::Align::center};
    ui::heading(ui, content.take_top(ui.line_height(title.size)), page.not_found_title, 1, title);
    content.take_top(8);
    const ui::TextStyle words{ui::TextSize::body, ui::Weight::regular, ui::Ink::text2, ui::Align::center};
    const float width = std::min(content.width, 420.0F);
    const ui::Rect text = content.centered({width, content.height});
    content.take_top(
        ui::paragraph(ui, {text.x, content.y, width, content.height}, page.not_found_text, words) + 20);
    const ui::LinkSpec back{.label = page.not_found_back, .href = page.back.href};
    const float link = ui::text_width(ui, back.label, back.style);
    ui::link(ui, content.take_top(32).centered({link, 32}), "not-found-back", back);
    return kHeight;
}

float draw_main_column(ui::Ui& ui, const ui::Rect& area, const OrderPageView& page, const OrderView& order,
                       Actions& actions) {
    ui::Rect rest = area;
    const auto lines = [&] {
        if (!order.lines.empty()) rest.take_top(draw_lines_card(ui, rest, page, order) + kGap);
    };
    // Phones show first what moves.
    if (!is_phone(ui)) lines();
    for (const ShipmentView& shipment : order.shipments)
        rest.take_top(draw_shipment_card(ui, rest, page, shipment, actions) + kGap);
    if (is_phone(ui)) lines();
    for (const SectionView& section : order.sections)
        rest.take_top(draw_section_card(ui, rest, page, section, actions) + kGap);
    return rest.y - area.y;
}

float draw_side_column(ui::Ui& ui, const ui::Rect& area, const OrderPageView& page, const OrderView& order,
                       Actions& actions) {
    float height = pairs_card_height(ui, area.width, order.facts);
    for (const SectionView& section : order.papers)
        height += kGap + section_card_height(ui, area.width, page, section);
    if (!order.sources.empty()) height += kGap + pairs_card_height(ui, area.width, order.sources);
    const ui::Scope aside(ui, {.role = ui::Role::complementary,
                               .id = ui.id("aside"),
                               .rect = {area.x, area.y, area.width, height},
                               .name = page.facts_title});
    ui::Rect rest = area;
    rest.take_top(draw_pairs_card(ui, rest, page.facts_title, order.facts) + kGap);
    for (const SectionView& section : order.papers)
        rest.take_top(draw_section_card(ui, rest, page, section, actions) + kGap);
    if (!order.sources.empty())
        rest.take_top(draw_pairs_card(ui, rest, page.sources_title, order.sources) + kGap);
    return rest.y - area.y;
}

float draw_order_cards(ui::Ui& ui, const ui::Rect& area, const OrderPageView& page, const OrderView& order,
                       Actions& actions) {
    ui::Rect rest = area;
    rest.take_top(draw_status_card(ui, rest, page, order, actions) + kGap);
    if (area.width < scaled(ui, kNarrowestTwoColumns)) {
        rest.take_top(draw_main_column(ui, rest, page, order, actions));
        rest.take_top(draw_side_column(ui, rest, page, order, actions));
        return rest.y - area.y;
    }
    ui::Rect columns = rest;
    const ui::Rect side = columns.take_right(scaled(ui, kSideColumn));
    columns.take_right(kGap);
    const float main_height = draw_main_column(ui, columns, page, order, actions);
    const float side_height = draw_side_column(ui, side, page, order, actions);
    return rest.y - area.y + std::max(main_height, side_height);
}

float draw_content(ui::Ui& ui, const ui::Rect& area, const OrderPageView& page, const OrderView* order,
                   Actions& actions) {
    if (order != nullptr) return draw_order_cards(ui, area, page, *order, actions);
    return page.looked_up ? draw_not_found(ui, area, page) : draw_skeletons(ui, area, page);
}

void draw_phone(ui::Ui& ui, ui::Rect area, const FrameView& frame, const OrderPageView& page,
                const OrderView* order, Actions& actions) {
    draw_phone_head(ui,
                    area.take_top(ui.safe_area().top + 24 + ui.line_height(ui::TextSize::lead) +
                                  ui.line_height(ui::TextSize::caption)),
                    page, order, actions);
    ui::ScrollRegion scroll(ui, area, "order", {.role = ui::Role::main, .name = main_name(page, order)});
    ui::Rect content = scroll.content().inset(kPhoneMargin, 0);
    content.take_top(12);
    content.take_top(draw_banner(ui, content, frame.banner, actions));
    content.take_top(draw_content(ui, content, page, order, actions));
    scroll.set_end(content.y);
}

} // namespace

void draw_order(ui::Ui& ui, const ui::Rect& area, const FrameView& frame, const OrderPageView& page,
                const OrderView* order, Actions& actions) {
    if (is_phone(ui)) return draw_phone(ui, area, frame, page, order, actions);
    ui::ScrollRegion scroll(ui, area, "order", {.role = ui::Role::main, .name = main_name(page, order)});
    ui::Rect content = page_column(ui, scroll.content());
    content.take_top(20);
    content.take_top(draw_ways(ui, content, page, order) + 6);
    if (order != nullptr)
        content.take_top(draw_title(ui, content, *order) + kGap);
    else if (!page.looked_up)
        content.take_top(draw_title_skeleton(ui, content) + kGap);
    content.take_top(draw_banner(ui, content, frame.banner, actions));
    content.take_top(draw_content(ui, content, page, order, actions) + kGap);
    scroll.set_end(content.y);
}

} // namespace orderdeck::client::screens
