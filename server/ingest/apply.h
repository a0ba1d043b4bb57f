#pragma once

#include "server/ingest/facts.h"
#include "server/persistence/sqlite/inbox/inbox_store.h"
#include "server/persistence/sqlite/store.h"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace orderdeck::server::ingest {

using persistence::sqlite::Finding;
using persistence::sqlite::InboxEntry;
using persistence::sqlite::InboxMessage;
using persistence::sqlite::Store;

/// Called after each transaction with how many facts of the batch are durable.
using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

/// What applying a batch did.
struct ApplyReport {
    std::int64_t facts = 0;
    std::int64_t facts_added = 0;
    std::int64_t facts_replaced = 0;
    std::int64_t facts_unchanged = 0;
    std::int64_t facts_outdated = 0;
    std::int64_t orders_derived = 0; ///< orders whose summary was derived anew
    std::int64_t rows_changed = 0;   ///< synced rows written or deleted
    std::vector<Finding> findings;   ///< contradictions within the message
    /// What facts wait for that could not be kept: "account:CODE", or "parcel:NUMBER" where no account was named and not
    /// exactly one has the number.
    std::set<std::string> waits_for;

    ApplyReport& operator+=(const ApplyReport& other);
};

/// Applies facts of an inbox message: records, then the projections of every touched subject, then the summaries of the
/// orders concerned, in transactions of at most some thousand lines, which may be of many customers. Applying the same
/// facts again changes nothing, and the order of batches decides nothing; after a failure it is safe to apply the whole
/// again. Facts about a parcel may leave the account empty: they belong to the one that has a shipment with the number.
base::Result<ApplyReport> apply(Store& store, const InboxEntry& message, const Batch& batch,
                                const Progress& progress = {});

/// Marks the message as applied, or as waiting, and keeps what was found in it.
base::Result<void> finish(Store& store, const InboxEntry& message, std::int64_t rows,
                          std::int64_t rows_rejected, const std::vector<Finding>& findings,
                          const std::set<std::string>& waits_for = {});

} // namespace orderdeck::server::ingest
