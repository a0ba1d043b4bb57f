#pragma once

#include "server/exports/cells.h"
#include "server/exports/part_sheets.h"

#include <initializer_list>

namespace orderdeck::server::exports {

using PartRows = std::vector<PartRow>;

/// A row about a part of the order, with the cells that all such rows begin with.
inline PartRow row_of(const OrderParts& order) {
    return {text_cell(order.records.order.number), text_cell(order.records.order.customer_reference)};
}
inline void append(PartRow& row, std::initializer_list<Cell> cells) { row.insert(row.end(), cells); }

inline constexpr PartColumn kOrderColumn{"export.column.number", 16};
inline constexpr PartColumn kReferenceColumn{"export.column.reference", 16};
inline constexpr PartColumn kLineColumn{"export.column.line", 8};

PartSheet line_sheet();
PartSheet shipment_sheet(); ///< a row for each parcel, or for a shipment without any

} // namespace orderdeck::server::exports
