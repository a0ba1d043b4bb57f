#include "client/screens/order/order_screen.h"

#include "client/screens/words/scaled.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/table.h"
#include "client/ui/widgets/track.h"

#include <algorithm>
#include <array>

namespace orderdeck::client::screens {
namespace {

constexpr float kProgress = 200;
constexpr float kColumnGap = 16;
/// Below this there are no columns.
constexpr float kNarrowestColumns = 560;
constexpr float kPadding = 12;
constexpr float kBar = 8;

bool is_phone(ui::Ui& ui) { return ui.layout() == ui::LayoutClass::phone; }

/// What is there, what is on its way, what is made: each as much of the bar as it is of the quantity.
void draw_bar(ui::Ui& ui, const ui::Rect& area, const LineView& line) {
    const std::array<ui::BarPart, 3> parts{{{line.shares.delivered, ui::Fill::ok},
                                            {line.shares.shipped, ui::Fill::accent},
                                            {line.shares.made, ui::strong_fill_of(tone_of(line.tone))}}};
    ui::parts_bar(ui, area, parts, line.told, line.bar_name);
}

/// Widths that all lines of an order share.
struct LineColumns {
    bool side_by_side = false; ///< else number and amount stand in the caption
    float number = 0;
    float progress = 0;
    float amount = 0;
};

LineColumns columns_of(ui::Ui& ui, const std::vector<LineView>& lines, float width) {
    LineColumns columns{.side_by_side = width >= scaled(ui, kNarrowestColumns),
                        .progress = scaled(ui, kProgress)};
    columns.number = scaled(ui, 36);
    for (const LineView& line : lines) {
        columns.number =
            std::max(columns.number, ui::text_width(ui, line.number, ui::style::muted) + kColumnGap);
        columns.amount = std::max(columns.amount, ui::text_width(ui, line.amount, ui::style::number) + 1);
    }
    return columns;
}

/// One line of an order.
struct LineRow {
    ui::Ui& ui;
    const LineView& line;
    const LineColumns& columns;

    const std::string& caption() const { return columns.side_by_side ? line.caption : line.compact_caption; }

    float beside_progress(float width) const {
        return width - ui::text_width(ui, line.progress_short, ui::style::secondary) - 12;
    }

    /// Whether the progress stands in the corner of a compact line; else it takes a row of its own above the bar.
    bool has_corner(float width) const {
        constexpr float kNarrowestName = 140;
        const float beside = beside_progress(width);
        return beside >= scaled(ui, kNarrowestName) &&
               name_height(beside) <= 2 * ui.line_height(ui::TextSize::body);
    }

    float name_width(float width) const {
        if (!columns.side_by_side) return has_corner(width) ? beside_progress(width) : width;
        return width - columns.number - columns.progress - columns.amount - 2 * kColumnGap;
    }

    float name_height(float width) const {
        return ui::paragraph_height(ui, width, line.name, ui::style::body_strong);
    }

    /// Name, article number and warning below each other.
    float words_height(float width) const {
        float height = name_height(name_width(width));
        const float captions = columns.side_by_side ? name_width(width) : width;
        if (!caption().empty()) height += ui::paragraph_height(ui, captions, caption(), ui::style::caption);
        if (!line.warning.empty())
            height += ui::paragraph_height(ui, captions, line.warning, ui::style::caption);
        return height;
    }

    float height(float width) const {
        const float own_row = has_corner(width) ? 0 : 4 + ui.line_height(ui::TextSize::body);
        if (!columns.side_by_side) return 2 * kPadding + words_height(width) + own_row + 8 + kBar;
        return 2 * kPadding + std::max(words_height(width), ui.line_height(ui::TextSize::body) + 6 + kBar);
    }

    /// Draws the captions and returns what is left below them.
    ui::Rect captions(ui::Rect area) const {
        if (!caption().empty()) area.take_top(ui::paragraph(ui, area, caption(), ui::style::caption));
        const ui::TextStyle warning = ui::style::with(ui::style::caption, ink_of(line.warning_tone));
        if (!line.warning.empty()) area.take_top(ui::paragraph(ui, area, line.warning, warning));
        return area;
    }

    void draw_compact(const ui::Rect& area) const {
        ui::Rect content = area.inset(0, kPadding);
        const float width = name_width(content.width);
        const float name = name_height(width);
        ui::Rect head = content.take_top(name);
        ui::paragraph(ui, head.take_left(width), line.name, ui::style::body_strong);
        const float text = ui.line_height(ui::TextSize::body);
        const bool corner = has_corner(content.width);
        if (corner)
            ui::text(ui, {head.x, head.y, head.width, text}, line.progress_short,
                     ui::style::with(ui::style::secondary, ui::Align::right));
        content = captions(content);
        if (!corner) {
            content.take_top(4);
            ui::text(ui, content.take_top(text), line.progress_short, ui::style::secondary);
        }
        content.take_top(8);
        draw_bar(ui, content.take_top(kBar), line);
    }

    void draw_wide(const ui::Rect& area) const {
        ui::Rect content = area.inset(0, kPadding);
        ui::text(ui, content.take_left(columns.number), line.number, ui::style::muted);
        const ui::Rect amount = content.take_right(columns.amount);
        content.take_right(kColumnGap);
        const ui::Rect progress = content.take_right(columns.progress);
        content.take_right(kColumnGap);
        ui::Rect words = content.left_middle({content.width, words_height(area.width)});
        words.take_top(ui::paragraph(ui, words, line.name, ui::style::body_strong));
        captions(words);
        const float text = ui.line_height(ui::TextSize::body);
        ui::Rect block = progress.left_middle({progress.width, text + 6 + kBar});
        ui::text(ui, block.take_top(text), line.progress_short, ui::style::body);
        block.take_top(6);
        draw_bar(ui, block, line);
        ui::text(ui, amount, line.amount, ui::style::number);
    }
};

} // namespace

float draw_lines_card(ui::Ui& ui, const ui::Rect& area, const OrderPageView& page, const OrderView& order) {
    const float side = is_phone(ui) ? 16.0F : 20.0F;
    const float head = 28 + ui.line_height(ui::TextSize::lead);
    const float width = area.width - 2 * side;
    const LineColumns columns = columns_of(ui, order.lines, width);
    float height = head;
    for (const LineView& line : order.lines)
        height += LineRow{ui, line, columns}.height(width);
    const ui::Rect box{area.x, area.y, area.width, height};
    ui::card(ui, box);
    ui::Rect content = box.inset(side, 0);
    ui::Rect title = content.take_top(head);
    const ui::Rect words = ui::heading(ui, title, page.lines_title, 2, ui::style::lead_strong);
    title.take_left(words.width + 8);
    ui::text(ui, title, std::to_string(order.lines.size()), ui::style::muted);
    const ui::List list(ui, content, "lines", page.lines_title);
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        const LineView& line = order.lines[i];
        const LineRow row{ui, line, columns};
        const ui::Rect place = content.take_top(row.height(width));
        const ui::ListItem item(ui, place, line.key, i, order.lines.size());
        const ui::Rect edge{box.x + 1, place.y, box.width - 2, 1};
        ui.painter().fill(edge, i == 0 && !is_phone(ui) ? ui::Fill::line : ui::Fill::line2);
        if (!columns.side_by_side)
            row.draw_compact(place);
        else
            row.draw_wide(place);
    }
    return height;
}

} // namespace orderdeck::client::screens
