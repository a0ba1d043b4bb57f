#pragma once

#include "server/exports/part_sheets.h"
#include "shared/base/result.h"

#include <span>
#include <string>

namespace orderdeck::server::exports {

/// Where the parts of the listed orders are written.
class PartSink {
public:
    virtual ~PartSink() = default;
    /// One cell for each column of part_sheets()[sheet].
    virtual base::Result<void> add_part(std::size_t sheet, std::span<const Cell> cells) = 0;
};

/// A list that is written row by row into a file of some format.
class Sheet {
public:
    virtual ~Sheet() = default;
    /// One cell for each column of order_columns().
    virtual base::Result<void> add(std::span<const Cell> cells) = 0;
    /// Null where the format has no place for the parts of orders.
    virtual PartSink* parts() { return nullptr; }
    /// The whole file; nothing may be added afterwards.
    virtual base::Result<std::string> finish(const SheetHead& head) = 0;
};

} // namespace orderdeck::server::exports
