#pragma once

#include "shared/api/sync_page.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace orderdeck::replica {

/// Makes SQL functions and the tokenizer of the replica known to a connection; before anything else on it.
base::Result<void> prepare_connection(storage::Database& database);

/// Creates the empty tables of api::kSyncTables; indexes come with finish_boot, when they are cheapest.
base::Result<void> create_tables(storage::Database& database);

/// What a boot page has brought.
struct BootPageOutcome {
    api::SyncPageHead head;
    std::int64_t rows_put = 0;
};

/// Stores one boot page in a transaction of its own. The database is not for reading until
/// finish_boot; after an error it is to be thrown away.
base::Result<BootPageOutcome> apply_boot_page(storage::Database& database, std::string_view page);

/// Builds indexes and the search, after the last boot page.
base::Result<void> finish_boot(storage::Database& database);

/// How much a pull has changed.
struct PullOutcome {
    api::SyncPageHead last;
    std::int64_t rows_put = 0;
    std::int64_t rows_deleted = 0;
};

/// Applies the pages of one pull, oldest first, together with the cursor, all or nothing. A page of another history or
/// scope than the replica's is refused as `conflict`. Pages may come twice.
base::Result<PullOutcome> apply_pull_pages(storage::Database& database, std::span<const std::string> pages);

/// Where the replica stands in its feeds.
struct SyncState {
    std::string cursor; ///< for the next pull; opaque
    std::string epoch;
    std::string scope;
    base::Timestamp server_time; ///< of the last page that was applied
    bool booted = false;
};

/// not_found before the first boot page.
base::Result<SyncState> read_sync_state(storage::Database& database);

} // namespace orderdeck::replica
