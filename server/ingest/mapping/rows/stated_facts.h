#pragma once

#include "server/ingest/mapping/rows/row_cells.h"

#include <optional>
#include <string>

namespace orderdeck::server::ingest::mapping {

/// What a row is about, for facts that do not name it themselves.
struct RowSubject {
    const std::string& order; ///< empty where the row names none
    const std::string& line;
    const std::string& shipment;
    domain::Currency currency;
};

/// Each reads one fact; absent when the row does not say enough for it.
std::optional<FactBody> read_stated(const RowCells& cells, const StatedRoles& roles, const RowSubject& row);
/// What an invoice bills of the row's line, or else order.
std::optional<InvoiceLineFact> read_invoice_line(const RowCells& cells, const StatedRoles& roles,
                                                 const RowSubject& row);
/// The number that the source gives the fact, or nothing.
std::string stated_number(const RowCells& cells, const StatedRoles& roles);

/// The stored name of what is stated, for keys of records.
std::string_view name_of(StatedKind kind);

} // namespace orderdeck::server::ingest::mapping
