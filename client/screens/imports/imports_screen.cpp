#include "client/screens/imports/imports_screen.h"

#include "client/screens/words/scaled.h"
#include "client/ui/scroll.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/chip.h"
#include "client/ui/widgets/link.h"
#include "client/ui/widgets/notice.h"
#include "client/ui/widgets/pill.h"
#include "client/ui/widgets/table.h"

#include <algorithm>

namespace orderdeck::client::screens {
namespace {

constexpr float kPhoneMargin = 16;
constexpr float kGap = 8;
constexpr float kSide = 16;
/// Below this the parts of a row stand below each other.
constexpr float kNarrowestColumns = 720;

bool is_phone(ui::Ui& ui) { return ui.layout() == ui::LayoutClass::phone; }

MenuAnchor draw_chips(ui::Ui& ui, const ui::Rect& area, const ImportsView& view, Actions& actions) {
    const ui::IdScope ids(ui, "import-filters");
    ui::ScrollRegion strip(
        ui, area, "strip",
        {.role = ui::Role::group, .name = view.filters_name, .axis = ui::ScrollAxis::horizontal});
    ui::Rect rest = strip.content();
    rest.take_left(is_phone(ui) ? kPhoneMargin : 0);
    const auto next = [&](const ui::ChipSpec& spec) {
        const float width = ui::chip_width(ui, spec);
        const ui::Rect place = rest.take_left(width);
        rest.take_left(kGap);
        return place.left_middle({width, ui.chip_height()});
    };
    for (const ImportChipView& chip : view.chips) {
        const ui::ChipSpec spec{
            .label = chip.label, .count = chip.count, .pressed = chip.chosen ? ui::Tri::on : ui::Tri::off};
        if (ui::chip(ui, next(spec), chip.key, spec)) actions.push_back(app::ImportsFiltered{chip.query});
    }
    const ui::ChipSpec feed{
        .label = view.feed_label, .pressed = ui::Tri::unknown, .icon = ui::Icon::chevron_down};
    const MenuAnchor anchor{next(feed), ui.id("feed-menu")};
    if (ui::chip(ui, anchor.area, "feed-menu", feed)) actions.push_back(app::MenuOpened{app::Menu::feed});
    strip.set_end(rest.x - kGap + (is_phone(ui) ? kPhoneMargin : 0));
    return anchor;
}

/// One message: what it is, its state and why, and how much is in it.
struct Row {
    ui::Ui& ui;
    float width;

    float body() const { return ui.line_height(ui::TextSize::body); }
    float caption() const { return ui.line_height(ui::TextSize::caption); }
    bool has_columns() const { return width >= scaled(ui, kNarrowestColumns); }
    float height() const {
        const float words = body() + 2 + caption();
        return has_columns() ? 24 + words + caption() : 28 + words + 12 + caption() + ui::pill_height(ui);
    }

    void name(ui::Rect& block, const ui::Rect& row, const ImportRowView& view) const {
        ui::row_link(ui, row.inset(1, 0), block.take_top(body()), "import", view.file, view.href,
                     ui::style::body_strong, 0);
        block.take_top(2);
        ui::text(ui, block.take_top(caption()), view.origin, ui::style::caption);
    }

    void state(ui::Rect block, const ImportRowView& view) const {
        const float height = ui::pill_height(ui);
        ui::pill(ui, block.take_top(height), view.state.label, tone_of(view.state.tone));
        block.take_top(4);
        if (!view.note.empty()) ui::text(ui, block.take_top(caption()), view.note, ui::style::caption);
    }

    void in_columns(const ui::Rect& row, const ImportRowView& view) const {
        ui::Rect content = row.inset(kSide, 0);
        const ui::Rect chevron = content.take_right(20);
        content.take_right(16);
        ui::Rect counts =
            content.take_right(scaled(ui, 110)).right_middle({scaled(ui, 110), body() + caption()});
        content.take_right(20);
        const ui::Rect state_column = content.take_right(scaled(ui, 250));
        content.take_right(20);
        ui::Rect words = content.left_middle({content.width, body() + 2 + caption()});
        name(words, row, view);
        const float block = ui::pill_height(ui) + (view.note.empty() ? 0 : 4 + caption());
        state(state_column.left_middle({state_column.width, block}), view);
        ui::text(ui, counts.take_top(body()), view.orders, ui::style::number);
        ui::text(ui, counts, view.records, ui::style::with(ui::style::caption, ui::Align::right));
        ui.painter().icon(ui::Icon::chevron, chevron.centered({20, 20}), ui::Ink::text3);
    }

    void stacked(const ui::Rect& row, const ImportRowView& view) const {
        ui::Rect content = row.inset(kSide, 14);
        name(content, row, view);
        content.take_top(8);
        ui::Rect line = content.take_top(ui::pill_height(ui));
        const ui::Rect pill = ui::pill(ui, line, view.state.label, tone_of(view.state.tone));
        line.take_left(pill.width + 8);
        if (!view.note.empty() && line.width > 40) ui::text(ui, line, view.note, ui::style::caption);
        content.take_top(4);
        ui::text(ui, content.take_top(caption()), join_facts({view.orders, view.records}),
                 ui::style::caption);
    }
};

float draw_rows(ui::Ui& ui, const ui::ScrollRegion& scroll, const ui::Rect& area, const ImportsView& view) {
    const Row painter{ui, area.width};
    const float step = painter.height();
    const ui::Rect box{area.x, area.y, area.width, step * static_cast<float>(view.rows.size())};
    ui::card(ui, box);
    const ui::List list(ui, box, "imports", view.list_name);
    const ui::RowRange range = scroll.rows(box.y, step, view.rows.size());
    for (std::size_t i = range.first; i < range.last; ++i) {
        const ImportRowView& row = view.rows[i];
        const ui::Rect place{box.x, box.y + step * static_cast<float>(i), box.width, step};
        if (i > 0) ui::rule(ui, place);
        const ui::ListItem item(ui, place, row.key, i, view.rows.size());
        if (painter.has_columns())
            painter.in_columns(place, row);
        else
            painter.stacked(place, row);
    }
    return box.height;
}

float draw_skeletons(ui::Ui& ui, const ui::Rect& area, const ImportsView& view) {
    constexpr int kRows = 6;
    const float step = Row{ui, area.width}.height();
    ui::Rect box{area.x, area.y, area.width, step * kRows};
    const float height = box.height;
    const ui::Scope status(
        ui, {.role = ui::Role::status, .id = ui.id("loading"), .rect = box, .name = view.loading});
    ui::card(ui, box);
    for (int i = 0; i < kRows; ++i) {
        const ui::Rect row = box.take_top(step);
        if (i > 0) ui::rule(ui, row);
        const ui::Rect words = row.inset(kSide, 16);
        ui::skeleton(ui, {words.x, words.y, words.width * 0.4F, 14});
        ui::skeleton(ui, {words.x, words.y + 24, words.width * 0.6F, 10});
    }
    return height;
}

float draw_content(ui::Ui& ui, const ui::ScrollRegion& scroll, const ui::Rect& area, const ImportsView& view,
                   Actions& actions) {
    if (!view.loading.empty()) return draw_skeletons(ui, area, view);
    if (view.absence) return draw_absence(ui, area, *view.absence, actions);
    ui::Rect rest = area;
    rest.take_top(draw_rows(ui, scroll, rest, view));
    rest.take_top(draw_more(ui, rest, view.more, app::MoreImportsWanted{}, actions));
    return rest.y - area.y;
}

void draw_phone_head(ui::Ui& ui, const ui::Rect& area, const FrameView& frame, const ImportsView& view) {
    ui.painter().fill(area, ui::Fill::surface);
    ui.painter().fill({area.x, area.bottom() - 1, area.width, 1}, ui::Fill::line);
    const ui::Scope banner(ui, {.role = ui::Role::banner, .id = ui.id("head"), .rect = area});
    ui::Rect line = area.inset(kPhoneMargin, 0);
    line.take_top(ui.safe_area().top);
    const ui::Rect sync = line.take_right(ui::status_dot_width(ui, frame.sync.label));
    line.take_right(8);
    ui::heading(ui, line, view.title, 1, ui::style::title);
    ui::status_dot(ui, sync, frame.sync.label, frame.sync.tone, ui::Align::right);
}

} // namespace

MenuAnchor draw_imports(ui::Ui& ui, const ui::Rect& area, const FrameView& frame, const ImportsView& view,
                        Actions& actions) {
    ui::Rect page = area;
    const bool phone = is_phone(ui);
    if (phone)
        draw_phone_head(ui, page.take_top(ui.safe_area().top + 24 + ui.line_height(ui::TextSize::title)),
                        frame, view);
    ui::ScrollRegion scroll(ui, page, "imports-page", {.role = ui::Role::main, .name = view.title});
    ui::Rect content = phone ? scroll.content() : page_column(ui, scroll.content());
    content.take_top(phone ? 6.0F : 24.0F);
    if (!phone) {
        ui::heading(ui, content.take_top(ui.line_height(ui::TextSize::display)), view.title, 1,
                    ui::style::display);
        content.take_top(16);
    }
    const MenuAnchor anchor = draw_chips(ui, content.take_top(ui.chip_row_height()), view, actions);
    content.take_top(phone ? 6.0F : 12.0F);
    if (phone) content = content.inset(kPhoneMargin, 0);
    content.take_top(draw_banner(ui, content, frame.banner, actions));
    content.take_top(draw_content(ui, scroll, content, view, actions) + (phone ? 16.0F : 32.0F));
    scroll.set_end(content.y);
    return anchor;
}

} // namespace orderdeck::client::screens
