#pragma once

#include "client/ui/text.h"

#include <span>

namespace orderdeck::client::ui {

struct ColumnSpec {
    std::string_view label = {}; ///< empty: a column without words, such as the chevron
    Align align = Align::left;
};

/// Role table over `area`; draw the header and then rows into it. `rows` counts all, also those out of sight.
class Table {
public:
    Table(Ui& ui, const Rect& area, std::string_view key, std::string_view name, std::size_t rows);

private:
    IdScope ids_;
    Scope scope_;
};

/// 40 px high; cells are the columns' rectangles without padding.
void table_header(Ui& ui, const Rect& area, std::span<const ColumnSpec> columns, std::span<const Rect> cells);

/// A row with everything drawn in its scope; `index` from 0. Draws the rule above it unless it is the first.
class TableRow {
public:
    TableRow(Ui& ui, const Rect& area, std::string_view key, std::size_t index);

private:
    IdScope ids_;
    Scope scope_;
};

/// A cell; texts drawn in its scope are its content.
class TableCell {
public:
    TableCell(Ui& ui, const Rect& area, int column);

private:
    IdScope ids_;
    Scope scope_;
};

/// Lists of cards: a ul and its li.
class List {
public:
    List(Ui& ui, const Rect& area, std::string_view key, std::string_view name);

private:
    IdScope ids_;
    Scope scope_;
};

class ListItem {
public:
    ListItem(Ui& ui, const Rect& area, std::string_view key, std::size_t index, std::size_t count);

private:
    IdScope ids_;
    Scope scope_;
};

} // namespace orderdeck::client::ui
