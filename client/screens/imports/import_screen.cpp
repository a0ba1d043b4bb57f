#include "client/screens/imports/imports_screen.h"

#include "client/screens/order/order_screen.h"
#include "client/screens/words/scaled.h"
#include "client/ui/scroll.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/link.h"
#include "client/ui/widgets/notice.h"

#include <algorithm>

namespace orderdeck::client::screens {
namespace {

constexpr float kGap = 16;
constexpr float kPhoneMargin = 16;
constexpr float kSideColumn = 320;
/// Below this there is one column.
constexpr float kNarrowestTwoColumns = 820;

bool is_phone(ui::Ui& ui) { return ui.layout() == ui::LayoutClass::phone; }

float draw_facts(ui::Ui& ui, const ui::Rect& area, const ImportPageView& view) {
    ui::Rect rest = area;
    rest.take_top(draw_pairs_card(ui, rest, view.facts_title, view.facts) + kGap);
    if (view.orders.empty()) return rest.y - area.y;
    rest.take_top(draw_pairs_card(ui, rest, view.orders_title, view.orders));
    if (!view.orders_more.empty()) {
        rest.take_top(8);
        rest.take_top(ui::paragraph(ui, rest, view.orders_more, ui::style::caption));
    }
    rest.take_top(kGap);
    return rest.y - area.y;
}

float draw_main(ui::Ui& ui, const ui::Rect& area, const ImportPageView& view, Actions& actions) {
    ui::Rect rest = area;
    rest.take_top(draw_state_card(ui, rest, view.state, actions) + kGap);
    const float reasons = draw_reasons_card(ui, rest, view, actions);
    rest.take_top(reasons > 0 ? reasons + kGap : 0);
    return rest.y - area.y;
}

float draw_skeletons(ui::Ui& ui, const ui::Rect& area, const ImportPageView& view) {
    const ui::Rect box{area.x, area.y, area.width, 240};
    const ui::Scope status(
        ui, {.role = ui::Role::status, .id = ui.id("loading"), .rect = box, .name = view.loading});
    const ui::Rect content = ui::card(ui, box);
    ui::skeleton(ui, {content.x, content.y + 4, content.width * 0.4F, 18});
    for (int line = 0; line < 4; ++line)
        ui::skeleton(ui, {content.x, content.y + 48 + 30 * static_cast<float>(line),
                          content.width * (line % 2 == 0 ? 0.85F : 0.6F), 12});
    return box.height + kGap;
}

float draw_content(ui::Ui& ui, const ui::Rect& area, const ImportPageView& view, Actions& actions) {
    if (view.absence) return draw_absence(ui, area, *view.absence, actions) + kGap;
    if (!view.loading.empty()) return draw_skeletons(ui, area, view);
    if (area.width < scaled(ui, kNarrowestTwoColumns)) {
        ui::Rect rest = area;
        rest.take_top(draw_main(ui, rest, view, actions));
        rest.take_top(draw_facts(ui, rest, view));
        return rest.y - area.y;
    }
    ui::Rect main = area;
    const ui::Rect side = main.take_right(scaled(ui, kSideColumn));
    main.take_right(kGap);
    const float height = draw_main(ui, main, view, actions);
    return std::max(height, draw_facts(ui, side, view));
}

/// Of phones: back, file and where it is from, always in sight.
void draw_phone_head(ui::Ui& ui, const ui::Rect& area, const ImportPageView& view) {
    ui.painter().fill(area, ui::Fill::surface);
    ui.painter().fill({area.x, area.bottom() - 1, area.width, 1}, ui::Fill::line);
    const ui::Scope banner(ui, {.role = ui::Role::banner, .id = ui.id("head"), .rect = area});
    ui::Rect content = area;
    content.take_top(ui.safe_area().top);
    content = content.inset(6, 0);
    ui::icon_link(ui, content.take_left(44).left_middle({44, 44}), "back", ui::Icon::back, view.back,
                  view.back_href);
    content.take_left(6);
    content.take_right(10);
    const float line = ui.line_height(ui::TextSize::lead);
    const float caption = view.subtitle.empty() ? 0 : ui.line_height(ui::TextSize::caption);
    ui::Rect block = content.left_middle({content.width, line + caption});
    ui::heading(ui, block.take_top(line), view.title, 1, ui::style::lead_strong);
    if (caption > 0) ui::text(ui, block, view.subtitle, ui::style::caption);
}

/// Of desks and tablets: the way back, the file, and where it is from.
float draw_head(ui::Ui& ui, const ui::Rect& area, const ImportPageView& view) {
    constexpr float kWay = 24;
    ui::Rect rest = area;
    const ui::TextStyle style{ui::TextSize::caption, ui::Weight::regular, ui::Ink::text2, ui::Align::left};
    ui::link(ui, rest.take_top(kWay), "back",
             {.label = view.back, .href = view.back_href, .style = style, .icon = ui::Icon::back});
    rest.take_top(6);
    ui::heading(ui, rest.take_top(ui.line_height(ui::TextSize::display)), view.title, 1, ui::style::display);
    if (!view.subtitle.empty()) {
        rest.take_top(2);
        ui::text(ui, rest.take_top(ui.line_height(ui::TextSize::body)), view.subtitle, ui::style::muted);
    }
    return rest.y - area.y;
}

/// The form that had the focus is gone.
void keep_focus(ui::Ui& ui, const ImportPageView& view, ImportMemory& memory) {
    const bool is_closed = memory.form != app::RepairForm::none && view.form == app::RepairForm::none;
    memory.form = view.form;
    if (is_closed) ui.focus_heading();
}

} // namespace

void draw_import(ui::Ui& ui, const ui::Rect& area, const FrameView& frame, const ImportPageView& view,
                 ImportMemory& memory, Actions& actions) {
    keep_focus(ui, view, memory);
    ui::Rect page = area;
    const bool phone = is_phone(ui);
    if (phone)
        draw_phone_head(ui,
                        page.take_top(ui.safe_area().top + 24 + ui.line_height(ui::TextSize::lead) +
                                      ui.line_height(ui::TextSize::caption)),
                        view);
    ui::ScrollRegion scroll(ui, page, "import", {.role = ui::Role::main, .name = view.title});
    ui::Rect content = phone ? scroll.content().inset(kPhoneMargin, 0) : page_column(ui, scroll.content());
    content.take_top(phone ? 12.0F : 20.0F);
    if (!phone) content.take_top(draw_head(ui, content, view) + kGap);
    content.take_top(draw_banner(ui, content, frame.banner, actions));
    content.take_top(draw_content(ui, content, view, actions));
    scroll.set_end(content.y);
}

} // namespace orderdeck::client::screens
