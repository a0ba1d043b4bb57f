#include "server/persistence/sqlite/change_writer.h"

#include "server/persistence/sqlite/epoch.h"
#include "shared/base/text.h"
#include "shared/tables/columns.h"

#include <algorithm>
#include <tuple>

namespace orderdeck::server::persistence::sqlite {
namespace {

/// INSERT that updates an existing row only where a column really differs, so that changes() tells.
std::string put_sql(std::string_view table, bool account_column, std::string_view own_column) {
    std::string columns = "root_id, " + tables::columns_of(table);
    std::string values = "?, " + tables::placeholders_of(table);
    for (const std::string_view extra :
         {account_column ? std::string_view("account_id") : std::string_view(), own_column}) {
        if (extra.empty()) continue;
        columns.append(", ").append(extra);
        values += ", ?";
    }
    std::string old_row;
    std::string new_row;
    std::string assignments;
    for (const std::string_view part : base::split(columns, ',')) {
        const std::string column(base::trim(part));
        if (column == "root_id" || column == "id") continue;
        const std::string_view comma = old_row.empty() ? "" : ", ";
        old_row.append(comma).append(column);
        new_row.append(comma).append("excluded.").append(column);
        assignments.append(comma).append(column).append(" = excluded.").append(column);
    }
    std::string sql = "INSERT INTO ";
    sql.append(table).append("(").append(columns).append(") VALUES(").append(values).append(")");
    sql.append(" ON CONFLICT(root_id, id) DO UPDATE SET ").append(assignments);
    sql.append(" WHERE (").append(old_row).append(") IS NOT (").append(new_row).append(")");
    return sql;
}

} // namespace

base::Result<ChangeWriter> ChangeWriter::begin(Store& store, base::Timestamp now) {
    return ChangeWriter(TRY(store.write()), now);
}

base::Result<std::int64_t> ChangeWriter::next_id(int table, std::string_view name) {
    IdRange& range = ids_[static_cast<std::size_t>(table)];
    if (range.next == 0) {
        auto stored = database().query_int("SELECT next FROM id_counter WHERE name = ?", name);
        if (!stored && stored.error().code != base::ErrorCode::not_found)
            return base::Failure{stored.error()};
        range = {.next = stored ? *stored : 1, .name = name};
    }
    return range.next++;
}

base::Result<storage::Statement*> ChangeWriter::put_statement(int table, std::string_view name,
                                                              bool account_column,
                                                              std::string_view own_column) {
    auto& slot = puts_[static_cast<std::size_t>(table)];
    if (!slot) slot.emplace(TRY(database().statement(put_sql(name, account_column, own_column))));
    return &*slot;
}

base::Result<Change> ChangeWriter::run_put(storage::Statement& statement, int table, domain::AccountId feed,
                                           std::int64_t row) {
    TRY(statement.run());
    if (database().changes() == 0) return Change::none;
    changes_.push_back({.feed = feed, .table = table, .row = row, .deleted = false});
    return Change::written;
}

base::Result<Change> ChangeWriter::remove(int table, std::string_view name, domain::AccountId root,
                                          std::int64_t id) {
    TRY(database().execute("DELETE FROM " + std::string(name) + " WHERE root_id = ? AND id = ?", root, id));
    if (database().changes() == 0) return Change::none;
    changes_.push_back({.feed = root, .table = table, .row = id, .deleted = true});
    return Change::written;
}

void ChangeWriter::keep_last_change_of_each_row() {
    const auto key = [](const ChangedRow& change) {
        return std::tuple(change.feed, change.table, change.row);
    };
    // Stable, so that of several changes of one row the last stays last.
    std::stable_sort(
        changes_.begin(), changes_.end(),
        [key](const ChangedRow& left, const ChangedRow& right) { return key(left) < key(right); });
    std::vector<ChangedRow> last;
    last.reserve(changes_.size());
    for (const ChangedRow& change : changes_) {
        if (!last.empty() && key(last.back()) == key(change))
            last.back() = change;
        else
            last.push_back(change);
    }
    changes_ = std::move(last);
}

base::Result<std::int64_t> ChangeWriter::raise_head(domain::AccountId feed, std::int64_t count) {
    storage::Statement raise = TRY(
        database().query("UPDATE feed SET head = head + ? WHERE feed_id = ? RETURNING head", count, feed));
    if (TRY(raise.step())) {
        const std::int64_t head = raise.int64(0);
        TRY(raise.run());
        return head;
    }
    TRY(database().execute("INSERT INTO feed(feed_id, epoch, head, floor) VALUES(?, ?, ?, 0)", feed,
                           new_epoch(), count));
    return count;
}

base::Result<void> ChangeWriter::write_sync_index(std::size_t begin, std::size_t end, std::int64_t head) {
    storage::Statement note = TRY(database().statement(
        "INSERT INTO sync_index(feed_id, tbl, row_id, seq, del, at) VALUES(?, ?, ?, ?, ?, ?) "
        "ON CONFLICT(feed_id, tbl, row_id) DO UPDATE SET seq = excluded.seq, del = excluded.del, at = "
        "excluded.at"));
    std::int64_t sequence = head - static_cast<std::int64_t>(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
        const ChangedRow& change = changes_[i];
        note.bind(1, change.feed).bind(2, change.table).bind(3, change.row).bind(4, ++sequence);
        note.bind(5, change.deleted ? 1 : 0).bind(6, now_);
        TRY(note.run());
    }
    return {};
}

base::Result<void> ChangeWriter::save_ids() {
    for (const IdRange& range : ids_) {
        if (range.next == 0) continue;
        TRY(database().execute("INSERT INTO id_counter(name, next) VALUES(?, ?) ON CONFLICT(name) DO UPDATE "
                               "SET next = excluded.next",
                               range.name, range.next));
    }
    return {};
}

base::Result<std::map<domain::AccountId, std::int64_t>> ChangeWriter::commit() {
    for (auto& statement : puts_)
        statement.reset();
    TRY(save_ids());
    keep_last_change_of_each_row();
    std::map<domain::AccountId, std::int64_t> heads;
    // The counters come last: on a store with several writers their row locks are held shortly.
    for (std::size_t begin = 0; begin < changes_.size();) {
        std::size_t end = begin;
        while (end < changes_.size() && changes_[end].feed == changes_[begin].feed)
            ++end;
        const std::int64_t head =
            TRY(raise_head(changes_[begin].feed, static_cast<std::int64_t>(end - begin)));
        TRY(write_sync_index(begin, end, head));
        heads.emplace(changes_[begin].feed, head);
        begin = end;
    }
    TRY(lease_.commit());
    return heads;
}

} // namespace orderdeck::server::persistence::sqlite
