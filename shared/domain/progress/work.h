#pragma once

#include "shared/domain/operation.h"

#include <span>
#include <vector>

namespace orderdeck::domain {

/// Operations by reference into the records they come from.
using OperationRefs = std::vector<const Operation*>;

/// What the operations of one line say together.
struct WorkProgress {
    int operations = 0; ///< 0: nobody reports any, and nothing below is known
    int finished = 0;   ///< of them, by their own word or because all has passed a later one
    /// Share of the work, by planned time and quantity. 1000 exactly when all that is wanted has passed the last operation.
    int permille = 0;
    Quantity through; ///< has passed the last operation
    bool begun = false;
    std::optional<base::LocalDate> begun_on;
    std::optional<base::LocalDate>
        finished_on;                    ///< when the last operation was confirmed, once all has passed it
    const Operation* current = nullptr; ///< the first that is not finished, work orders by their names
};

/// What has passed an operation has passed those before it, whether they were reported or not. Work orders that do not
/// say how much they make share what the others leave of `wanted`. Independent of the order of `operations`.
WorkProgress work_progress(std::span<const Operation* const> operations, Quantity wanted);

} // namespace orderdeck::domain
