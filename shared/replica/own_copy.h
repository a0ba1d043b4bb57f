#pragma once

#include "shared/base/result.h"
#include "shared/base/timestamp.h"
#include "shared/storage/database.h"

#include <string>

namespace orderdeck::replica {

/// Of whom the data is, and how old.
struct OwnCopyHead {
    std::string account;
    std::string person;
    base::Timestamp made_at;
    base::Timestamp as_of; ///< when the replica was last known to be true
};

/// Writes all orders of a replica into an empty database that people open in any SQLite program: the synced tables with
/// dates as 2026-11-22, instants as 2026-11-22T10:00:00Z, quantities and amounts as exact decimals and states by name, a
/// view `orders` with one readable row each, and a table `about`. Nothing else that the replica holds: no search index,
/// no sync state.
base::Result<void> write_own_copy(storage::Database& replica, const OwnCopyHead& head,
                                  storage::Database& copy);

} // namespace orderdeck::replica
