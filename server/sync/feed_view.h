#pragma once

#include "server/persistence/scope.h"
#include "server/persistence/sqlite/feed/feed_reader.h"
#include "shared/api/sync_cursor.h"
#include "shared/api/table_batch.h"

#include <string>

namespace orderdeck::server::sync {

/// A customer's feed as one scope sees it at one moment.
struct FeedView {
    persistence::sqlite::feed::FeedState state;
    std::int64_t feed = 0;
    std::string scope_hash; ///< changes whenever the set of visible accounts does
};

base::Result<FeedView> view_of(persistence::sqlite::feed::FeedReader& reader,
                               const persistence::Scope& scope);

/// The cursor of a client that has everything up to `seq`.
std::string cursor_at(const FeedView& view, std::int64_t seq);
/// The entity tag of that state, `"<epoch>-<scope>-<seq>"` with quotes.
std::string etag_at(const FeedView& view, std::int64_t seq);

/// The table as the feed reader wants it, and one row of it into a batch.
persistence::sqlite::feed::TableColumns columns_of(const api::SyncTable& table);
void append_row(api::TableBatch& batch, const storage::Statement& row);

} // namespace orderdeck::server::sync
