#pragma once

#include "shared/domain/order_records.h"

#include <optional>
#include <vector>

namespace orderdeck::domain {

/// The promises of one line in the order in which they were stated.
struct PromiseHistory {
    std::vector<const PromiseRevision*> revisions;

    std::optional<base::LocalDate> first_on() const;
    std::optional<base::LocalDate> last_on() const;
    /// How often the date changed, and 0 when it is the first one again: who has the date that was promised to him was
    /// not moved. A repeated date is no move.
    int moves() const;
};

PromiseHistory promise_history(const std::vector<PromiseRevision>& promises, LineId line);

} // namespace orderdeck::domain
