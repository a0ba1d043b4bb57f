#pragma once

#include "server/exports/order_columns.h"
#include "shared/base/result.h"

#include <span>
#include <string>

namespace orderdeck::server::exports {

/// A list that is written row by row into a file of some format.
class Sheet {
public:
    virtual ~Sheet() = default;
    /// One cell for each column of order_columns().
    virtual base::Result<void> add(std::span<const Cell> cells) = 0;
    /// The whole file; nothing may be added afterwards.
    virtual base::Result<std::string> finish(const SheetHead& head) = 0;
};

} // namespace orderdeck::server::exports
