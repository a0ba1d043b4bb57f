#pragma once

#include "server/ingest/mapping/rows/row_cells.h"

#include <optional>

namespace orderdeck::server::ingest::mapping {

/// Each reads what one row says about a subject; the natural keys are the caller's. Words that are no name of ours are
/// reported and left out.
/// The currency of the order's amounts; the default one when the row names none.
domain::Currency currency_of(const RowCells& cells, const FieldRoles& roles);
/// The texts in other languages that the row holds, by language.
std::vector<std::pair<std::string, std::string>> translations_of(const RowCells& cells,
                                                                 const Translations& sources);

OrderFact read_order(const RowCells& cells, const FieldRoles& roles);
LineFact read_line(const RowCells& cells, const LineRoles& line, domain::Currency currency);
ShipmentFact read_shipment(const RowCells& cells, const FieldRoles& roles);
/// Absent when the row promises no date.
std::optional<PromiseFact> read_promise(const RowCells& cells, const PromiseRoles& roles);
/// Absent when the row has none of its dates.
std::optional<MilestoneFact> read_milestone(const RowCells& cells, const MilestoneRoles& roles);
/// The rank of a correction: a whole number, or the day of a date; 0 when the row has none.
std::int64_t version_of(const RowCells& cells, const ValueSource& source);

} // namespace orderdeck::server::ingest::mapping
