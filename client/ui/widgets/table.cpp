#include "client/ui/widgets/table.h"

#include "client/ui/widgets/card.h"

#include <algorithm>

namespace orderdeck::client::ui {

Table::Table(Ui& ui, const Rect& area, std::string_view key, std::string_view name, std::size_t rows)
    : ids_(ui, key),
      scope_(ui, {.role = Role::table,
                  .id = ui.id("table"),
                  .rect = area,
                  .name = name,
                  .set_size = static_cast<std::uint32_t>(rows + 1)}) {}

void table_header(Ui& ui, const Rect& area, std::span<const ColumnSpec> columns,
                  std::span<const Rect> cells) {
    const Scope row(ui, {.role = Role::row, .id = ui.id("header"), .rect = area, .position = 1});
    TextStyle style = style::caption;
    const std::size_t count = std::min(columns.size(), cells.size());
    for (std::size_t i = 0; i < count; ++i) {
        const Rect cell{cells[i].x, area.y, cells[i].width, area.height};
        const bool wordless = columns[i].label.empty();
        const Scope header(ui, {.role = wordless ? Role::cell : Role::column_header, .rect = cell});
        style.align = columns[i].align;
        text(ui, cell, columns[i].label, style);
    }
    ui.painter().fill({area.x, area.bottom() - 1, area.width, 1}, Fill::line);
}

TableRow::TableRow(Ui& ui, const Rect& area, std::string_view key, std::size_t index)
    : ids_(ui, key),
      scope_(ui, {.role = Role::row,
                  .id = ui.id("row"),
                  .rect = area,
                  .position = static_cast<std::uint32_t>(index + 2)}) {
    if (index > 0) rule(ui, area);
}

TableCell::TableCell(Ui& ui, const Rect& area, int column)
    : ids_(ui, static_cast<std::uint64_t>(column)),
      scope_(ui, {.role = Role::cell, .id = ui.id("cell"), .rect = area}) {}

List::List(Ui& ui, const Rect& area, std::string_view key, std::string_view name)
    : ids_(ui, key), scope_(ui, {.role = Role::list, .id = ui.id("list"), .rect = area, .name = name}) {}

ListItem::ListItem(Ui& ui, const Rect& area, std::string_view key, std::size_t index, std::size_t count)
    : ids_(ui, key),
      scope_(ui, {.role = Role::list_item,
                  .id = ui.id("item"),
                  .rect = area,
                  .position = static_cast<std::uint32_t>(index + 1),
                  .set_size = static_cast<std::uint32_t>(count)}) {}

} // namespace orderdeck::client::ui
