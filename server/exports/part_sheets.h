#pragma once

#include "server/exports/order_columns.h"
#include "shared/domain/order_records.h"

#include <map>
#include <span>
#include <vector>

namespace orderdeck::server::exports {

/// An order with everything that is stored about it, and the items that its lines name.
struct OrderParts {
    const domain::OrderRecords& records;
    const std::map<domain::ItemId, domain::Item>& items;
};

struct PartColumn {
    i18n::MessageId title;
    int width = 12; ///< in characters
};

using PartRow = std::vector<Cell>;

/// One of the sheets that follow the orders in a workbook, with a row for each part of an order: a line, a parcel, a
/// promise, a bill, a hold, a relation. Every row begins with the numbers of its order and has a cell for each column.
struct PartSheet {
    i18n::MessageId title;
    std::span<const PartColumn> columns;
    std::vector<PartRow> (*rows)(const words::ViewContext& context, const OrderParts& order);
};

/// In their order, from the left.
std::span<const PartSheet> part_sheets();

} // namespace orderdeck::server::exports
