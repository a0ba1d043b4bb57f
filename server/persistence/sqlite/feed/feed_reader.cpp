#include "server/persistence/sqlite/feed/feed_reader.h"

namespace orderdeck::server::persistence::sqlite::feed {

base::Result<FeedState> FeedReader::state() {
    // Nearly every poll ends here: read straight from the two primary keys, without a table of intermediate results.
    std::string accounts = "''";
    for (std::size_t i = 0; i < scope_.nodes().size(); ++i) {
        accounts += " || ';' || (SELECT group_concat(account_id) FROM account_tree WHERE root_id = ? AND "
                    "ancestor_id = ?)";
    }
    storage::Statement row =
        TRY(database_.statement("SELECT epoch, head, floor, " + accounts + " FROM feed WHERE feed_id = ?"));
    int index = 1;
    for (const domain::AccountId node : scope_.nodes()) {
        row.bind(index, scope_.root()).bind(index + 1, node);
        index += 2;
    }
    row.bind(index, scope_.root());
    if (!TRY(row.step())) return FeedState{.epoch = "none", .head = 0, .floor = 0, .accounts = {}};
    return FeedState{
        .epoch = row.string(0), .head = row.int64(1), .floor = row.int64(2), .accounts = row.string(3)};
}

base::Result<std::vector<FeedEntry>> FeedReader::changes(std::int64_t after, int limit) {
    storage::Statement row = TRY(database_.query(
        "SELECT tbl, row_id, seq FROM sync_index WHERE feed_id = ? AND seq > ? ORDER BY seq LIMIT ?",
        scope_.root(), after, limit));
    std::vector<FeedEntry> entries;
    while (TRY(row.step())) {
        entries.push_back(
            {.table = static_cast<int>(row.int64(0)), .row = row.int64(1), .seq = row.int64(2)});
    }
    return entries;
}

base::Result<void> FeedReader::changed_rows(const TableColumns& table, std::int64_t from, std::int64_t to,
                                            const RowSink& sink) {
    // CROSS JOIN keeps SQLite from starting at the table, which may be large while few rows changed.
    const std::string sql = "SELECT " + table.columns + " FROM sync_index s CROSS JOIN " +
                            std::string(table.name) +
                            " t ON t.root_id = s.feed_id AND t.id = s.row_id WHERE " + scope_.predicate("t") +
                            " AND s.feed_id = ? AND s.tbl = ? AND s.seq > ? AND s.seq <= ?";
    storage::Statement row = TRY(database_.statement(sql));
    const int next = scope_.bind(row, 1);
    row.bind(next, scope_.root()).bind(next + 1, table.number).bind(next + 2, from).bind(next + 3, to);
    while (TRY(row.step()))
        sink(row);
    return {};
}

base::Result<void> FeedReader::rows_after(const TableColumns& table, std::int64_t after_id, int limit,
                                          const RowSink& sink) {
    const std::string sql = "SELECT " + table.columns + " FROM " + std::string(table.name) + " t WHERE " +
                            scope_.predicate("t") + " AND t.id > ? ORDER BY t.id LIMIT ?";
    storage::Statement row = TRY(database_.statement(sql));
    const int next = scope_.bind(row, 1);
    row.bind(next, after_id).bind(next + 1, limit);
    while (TRY(row.step()))
        sink(row);
    return {};
}

} // namespace orderdeck::server::persistence::sqlite::feed
