#pragma once

#include "server/persistence/scope.h"
#include "shared/storage/database.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::persistence::sqlite::feed {

/// Where a customer's feed stands. A customer without any change yet has an epoch of its own and head 0.
struct FeedState {
    std::string epoch;
    std::int64_t head = 0;
    std::int64_t floor = 0; ///< changes up to here may have been forgotten
    std::string accounts;   ///< ids of all accounts that the scope opens, by granted node
};

/// One entry of the feed: which row changed as which number in the feed's count.
struct FeedEntry {
    int table = 0;
    std::int64_t row = 0;
    std::int64_t seq = 0;
};

/// A synced table by name with the columns that are wanted of it, `id` first.
struct TableColumns {
    int number = 0;
    std::string_view name;
    std::string columns; ///< "t.id, t.number"; the table's alias is t
};

/// Called for each row; columns as in TableColumns.
using RowSink = std::function<void(const storage::Statement&)>;

/// Reads the feed and the rows of one customer, every row under the scope predicate. Several calls see one state when
/// the connection is inside a snapshot.
class FeedReader {
public:
    FeedReader(storage::Database& database, const Scope& scope) : database_(database), scope_(scope) {}

    /// One statement, so that a poll needs no transaction of its own.
    base::Result<FeedState> state();
    /// Entries after a number, in the feed's order.
    base::Result<std::vector<FeedEntry>> changes(std::int64_t after, int limit);
    /// The visible ones among the rows of a table that changed with from < seq <= to.
    base::Result<void> changed_rows(const TableColumns& table, std::int64_t from, std::int64_t to,
                                    const RowSink& sink);
    /// Visible rows of a table by ascending id.
    base::Result<void> rows_after(const TableColumns& table, std::int64_t after_id, int limit,
                                  const RowSink& sink);

private:
    storage::Database& database_;
    const Scope& scope_;
};

} // namespace orderdeck::server::persistence::sqlite::feed
