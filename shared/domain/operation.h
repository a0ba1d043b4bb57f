#pragma once

#include "shared/base/local_date.h"
#include "shared/base/timestamp.h"
#include "shared/domain/ids.h"
#include "shared/domain/quantity.h"

#include <optional>
#include <string>

namespace orderdeck::domain {

/// One step of the work on a line, as its work order plans it and production reports it.
struct Operation {
    OperationId id;
    OrderId order;
    LineId line;
    std::string work_order; ///< empty where the line has only one
    std::string number;     ///< as the work order numbers it; sorted naturally
    std::string name;       ///< the source's words: "Welding"
    /// What it weighs in the percentage; where one step of a work order has none, all of its steps weigh the same.
    std::optional<Quantity> planned_minutes;
    std::optional<Quantity> quantity; ///< that the work order makes; absent: its share of the line
    Quantity good;                    ///< has passed this step so far
    std::optional<base::LocalDate> started_on;
    std::optional<base::LocalDate> finished_on; ///< confirmed for all of the work order
    SourceId source;
    base::Timestamp received_at;
};

} // namespace orderdeck::domain
