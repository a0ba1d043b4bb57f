#pragma once

#include "shared/domain/order_records.h"

#include <optional>
#include <string>
#include <vector>

namespace orderdeck::domain {

/// One statement of a promise beside the one before it.
struct PromiseMove {
    PromiseId promise;
    std::optional<base::LocalDate> from; ///< absent for the first confirmation
    base::LocalDate on;
    int days = 0; ///< 0 for a repetition
    base::Timestamp stated_at;
    std::string reason;           ///< the code as the source gave it
    Party party = Party::unknown; ///< as stated, else by the reason
    /// Asked for by the customer or for an accepted reason: from then on it is the date to be measured by.
    bool acceptable = false;
    SourceId source;
    base::Timestamp received_at;
};

/// Everything that was ever said about when one line comes; the five dates are never mixed up. All are days at the
/// delivery place.
struct PromiseStory {
    LineId line;
    std::optional<base::LocalDate> requested_on;
    std::optional<base::LocalDate> first_confirmed_on;
    std::optional<base::LocalDate> last_confirmed_on;
    std::optional<base::LocalDate> estimated_on; ///< while it is open
    std::optional<base::LocalDate> actual_on;    ///< when all of it had reached the Incoterm's point
    /// The first confirmation, or the last move that was acceptable: what on-time is measured by.
    std::optional<base::LocalDate> binding_on;
    int moves = 0;     ///< 0 when the last date is the first again
    int net_days = 0;  ///< last - first
    int path_days = 0; ///< sum of the distances of all moves: 8 for two days back and six forth, net 4
    std::vector<PromiseMove> history;
};

/// For each line in the order of `records.lines`.
std::vector<PromiseStory> promise_stories(const OrderRecords& records);

} // namespace orderdeck::domain
