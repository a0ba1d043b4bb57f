#include "client/screens/orders/orders_screen.h"

#include "client/screens/words/scaled.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/link.h"
#include "client/ui/widgets/notice.h"
#include "client/ui/widgets/pill.h"
#include "client/ui/widgets/table.h"
#include "client/ui/widgets/track.h"

#include <algorithm>
#include <array>

namespace orderdeck::client::screens {
namespace {

constexpr float kSide = 16;
constexpr float kColumnGap = 20;
constexpr float kHeader = 40;
constexpr float kTrackGap = 6;
constexpr float kTrack = 4;

using Cells = std::array<ui::Rect, 6>;

/// order, items, status, promised, total, chevron
Cells cells_of(ui::Ui& ui, const ui::Rect& row) {
    return ui::columns<6>(row.inset(kSide, 0), kColumnGap,
                          {{{.fixed = scaled(ui, 140)},
                            {.share = 1, .minimum = 120},
                            {.fixed = scaled(ui, 190)},
                            {.fixed = scaled(ui, 170)},
                            {.fixed = scaled(ui, 124)},
                            {.fixed = 20}}});
}

/// Room for a name of two lines and its caption.
float row_height(ui::Ui& ui) {
    return 24 + 2 * ui.line_height(ui::TextSize::body) + ui.line_height(ui::TextSize::caption);
}

/// The part of a cell that a block of this height takes in its middle.
ui::Rect block_of(const ui::Rect& cell, float height) { return cell.left_middle({cell.width, height}); }

struct RowPainter {
    ui::Ui& ui;
    const OrderRowView& row;
    ui::Rect area;

    float body() const { return ui.line_height(ui::TextSize::body); }
    float caption() const { return ui.line_height(ui::TextSize::caption); }

    /// `radius` rounds what shows that the row is pointed at.
    void order(const ui::Rect& cell, float radius) const {
        const ui::TableCell scope(ui, cell, 0);
        ui::Rect block = block_of(cell, body() + (row.reference.empty() ? 0 : caption()));
        ui::row_link(ui, area.inset(1, 0), block.take_top(body()), "order", row.number, row.href,
                     ui::style::body_strong, radius);
        if (!row.reference.empty()) ui::text(ui, block, row.reference, ui::style::caption);
    }

    void items(const ui::Rect& cell) const {
        const ui::TableCell scope(ui, cell, 1);
        const std::string& note = row.match.empty() ? row.place : row.match;
        const float name =
            std::min(2 * body(), ui::paragraph_height(ui, cell.width, row.items, ui::style::body));
        ui::Rect block = block_of(cell, name + (note.empty() ? 0 : caption()));
        ui::paragraph(ui, block.take_top(name), row.items, ui::style::body, 2);
        const ui::Ink ink = row.match.empty() ? ui::Ink::text3 : ui::Ink::accent;
        if (!note.empty()) ui::text(ui, block, note, ui::style::with(ui::style::caption, ink));
    }

    void status(const ui::Rect& cell) const {
        const ui::TableCell scope(ui, cell, 2);
        const float words =
            std::min(2 * body(), ui::paragraph_height(ui, cell.width, row.status, ui::style::body));
        ui::Rect block = block_of(cell, words + kTrackGap + kTrack);
        ui::paragraph(ui, block.take_top(words), row.status, ui::style::body, 2);
        block.take_top(kTrackGap);
        const float width = std::min(block.width, ui::step_track_width(static_cast<int>(row.fills.size())));
        ui::step_track(ui, block.take_left(width), row.fills, row.progress);
    }

    void promised(const ui::Rect& cell) const {
        const ui::TableCell scope(ui, cell, 3);
        const float date = ui::text_width(ui, row.promised, ui::style::body);
        const float pill = row.pill ? ui::pill_width(ui, row.pill->label) : 0;
        const bool beside = date + 8 + pill <= cell.width;
        const float line = row.pill ? ui::pill_height(ui) : body();
        const float note = row.promised_note.empty() ? 0 : caption();
        ui::Rect block = block_of(cell, line + note + (row.pill && !beside ? body() : 0));
        ui::Rect first = block.take_top(beside ? line : body());
        ui::text(ui, beside ? first.take_left(date) : first, row.promised, ui::style::body);
        if (row.pill) {
            if (beside && date > 0) first.take_left(8);
            ui::pill(ui, beside ? first : block.take_top(line), row.pill->label, tone_of(row.pill->tone));
        }
        if (note > 0) ui::text(ui, block, row.promised_note, ui::style::caption);
    }

    void total(const ui::Rect& cell) const {
        const ui::TableCell scope(ui, cell, 4);
        ui::text(ui, cell, row.total, ui::style::number);
    }
};

void draw_row(ui::Ui& ui, const ui::Rect& area, const OrderRowView& row, std::size_t index,
              std::size_t rows) {
    constexpr float kLastRadius = 11; // within the corners of the card
    const ui::TableRow scope(ui, area, row.key, index);
    const Cells cells = cells_of(ui, area);
    const RowPainter painter{ui, row, area};
    painter.order(cells[0], index + 1 == rows ? kLastRadius : 0);
    painter.items(cells[1]);
    painter.status(cells[2]);
    painter.promised(cells[3]);
    painter.total(cells[4]);
    ui.painter().icon(ui::Icon::chevron, cells[5].centered({20, 20}), ui::Ink::text3);
}

/// The lines of a row where they will stand.
void draw_skeleton_row(ui::Ui& ui, const ui::Rect& row) {
    constexpr float kText = 12;
    const Cells cells = cells_of(ui, row);
    const float body = ui.line_height(ui::TextSize::body);
    const float caption = ui.line_height(ui::TextSize::caption);
    constexpr std::array<float, 4> kFirst{0.9F, 0.7F, 0.6F, 0.5F};
    constexpr std::array<float, 4> kSecond{0.7F, 0.45F, 0, 0.6F};
    for (std::size_t i = 0; i < kFirst.size(); ++i) {
        ui::Rect block = block_of(cells[i], body + caption);
        ui::skeleton(ui, block.take_top(body).left_middle({cells[i].width * kFirst[i], kText}));
        if (kSecond[i] > 0) ui::skeleton(ui, block.left_middle({cells[i].width * kSecond[i], 10}));
    }
    const float track = ui::step_track_width(domain::kStepCount);
    ui::skeleton(ui, {cells[2].x, cells[2].y + cells[2].height / 2 + 8, track, kTrack}, kTrack / 2);
    ui::skeleton(ui, cells[4].right_middle({cells[4].width * 0.7F, kText}));
}

ui::Align alignment_of(std::size_t column) {
    constexpr std::size_t kTotal = 4;
    return column == kTotal ? ui::Align::right : ui::Align::left;
}

void draw_header(ui::Ui& ui, const ui::Rect& area, const OrdersView& view) {
    std::array<ui::ColumnSpec, 5> columns;
    for (std::size_t i = 0; i < columns.size(); ++i)
        columns[i] = {.label = view.columns[i], .align = alignment_of(i)};
    const Cells cells = cells_of(ui, area);
    ui::table_header(ui, area, columns, std::span(cells).first<5>());
}

} // namespace

float draw_skeleton_table(ui::Ui& ui, const ui::Rect& area, const OrdersView& view) {
    constexpr int kRows = 6;
    const float step = row_height(ui);
    ui::Rect table{area.x, area.y, area.width, kHeader + step * kRows};
    const float height = table.height;
    ui::card(ui, table);
    const ui::Scope status(
        ui, {.role = ui::Role::status, .id = ui.id("loading"), .rect = table, .name = view.loading});
    const ui::Rect header = table.take_top(kHeader);
    const Cells cells = cells_of(ui, header);
    for (std::size_t i = 0; i < view.columns.size(); ++i)
        ui::decorative_text(ui, cells[i], view.columns[i],
                            ui::style::with(ui::style::caption, alignment_of(i)));
    ui.painter().fill({header.x, header.bottom() - 1, header.width, 1}, ui::Fill::line);
    for (int i = 0; i < kRows; ++i) {
        const ui::Rect row = table.take_top(step);
        if (i > 0) ui::rule(ui, row);
        draw_skeleton_row(ui, row);
    }
    return height;
}

float draw_order_table(ui::Ui& ui, const ui::ScrollRegion& scroll, const ui::Rect& area,
                       const OrdersView& view, const RowWords& rows) {
    const float step = row_height(ui);
    const float height = kHeader + step * static_cast<float>(view.rows);
    ui::Rect table{area.x, area.y, area.width, height};
    ui::card(ui, table);
    const ui::Table scope(ui, table, "order-table", view.list_name, view.rows);
    draw_header(ui, table.take_top(kHeader), view);
    const ui::RowRange range = scroll.rows(table.y, step, view.rows);
    std::size_t index = range.first;
    for (const OrderRowView& row : rows(range.first, range.last)) {
        draw_row(ui, {table.x, table.y + step * static_cast<float>(index), table.width, step}, row, index,
                 view.rows);
        ++index;
    }
    return height;
}

} // namespace orderdeck::client::screens
