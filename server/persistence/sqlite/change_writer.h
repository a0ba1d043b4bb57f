#pragma once

#include "server/persistence/owner.h"
#include "server/persistence/sqlite/scoped_tables.h"
#include "server/persistence/sqlite/store.h"
#include "shared/base/timestamp.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace orderdeck::server::persistence::sqlite {

enum class Change : std::uint8_t { none, written };

/// The only way to write scoped tables. One writing transaction: rows that really change are collected, and commit
/// raises the head of each touched feed and notes the rows in sync_index. Rolls back
/// unless it is committed.
class ChangeWriter {
public:
    /// Waits for the writer's turn. `now` is the time of the change.
    static base::Result<ChangeWriter> begin(Store& store, base::Timestamp now);
    ChangeWriter(ChangeWriter&&) noexcept = default;

    /// The connection, for reads inside the transaction and for tables that are not synced.
    storage::Database& database() { return *lease_; }

    /// The next row id of a table, positive and never issued before.
    template <typename Row>
    base::Result<std::int64_t> next_id() {
        return next_id(kTableNumber<Row>, ScopedTable<Row>::kName);
    }

    /// Inserts or updates the row with this id; an equal row is left alone and not announced. `own` is the value of
    /// the table's server column (natural key, system id, creation time), for tables that have one.
    template <typename Row, typename... Own>
    base::Result<Change> put(Owner owner, const Row& row, const Own&... own) {
        using Table = ScopedTable<Row>;
        static_assert(sizeof...(Own) == (Table::kHasOwnColumn ? 1 : 0),
                      "the table's own column must be given");
        storage::Statement& statement =
            *TRY(put_statement(kTableNumber<Row>, Table::kName, Table::kHasAccountBeside, Table::kOwnColumn));
        statement.bind(1, owner.root);
        int next = Table::bind(statement, 2, row);
        if constexpr (Table::kHasAccountBeside) statement.bind(next++, owner.account);
        (statement.bind(next++, own), ...);
        return run_put(statement, kTableNumber<Row>, owner.root, first_id(row));
    }

    /// Deletes the row; no change when it is not there.
    template <typename Row>
    base::Result<Change> remove(domain::AccountId root, std::int64_t id) {
        return remove(kTableNumber<Row>, ScopedTable<Row>::kName, root, id);
    }

    /// Rows written or deleted so far.
    std::size_t change_count() const { return changes_.size(); }

    /// Makes the changes durable and visible; returns the new head of each touched feed.
    base::Result<std::map<domain::AccountId, std::int64_t>> commit();

private:
    struct ChangedRow {
        domain::AccountId feed;
        int table;
        std::int64_t row;
        bool deleted;
    };
    struct IdRange {
        std::int64_t next = 0; ///< 0: not read yet
        std::string_view name;
    };

    ChangeWriter(WriteLease lease, base::Timestamp now) : lease_(std::move(lease)), now_(now) {}

    template <typename Row>
    static std::int64_t first_id(const Row& row) {
        if constexpr (std::is_same_v<Row, domain::OrderSummary>)
            return row.order.value();
        else
            return row.id.value();
    }

    base::Result<std::int64_t> next_id(int table, std::string_view name);
    base::Result<storage::Statement*> put_statement(int table, std::string_view name, bool account_column,
                                                    std::string_view own_column);
    base::Result<Change> run_put(storage::Statement& statement, int table, domain::AccountId feed,
                                 std::int64_t row);
    base::Result<Change> remove(int table, std::string_view name, domain::AccountId root, std::int64_t id);
    void keep_last_change_of_each_row();
    base::Result<std::int64_t> raise_head(domain::AccountId feed, std::int64_t count);
    base::Result<void> write_sync_index(std::size_t begin, std::size_t end, std::int64_t head);
    base::Result<void> save_ids();

    // The lease is declared first: statements must end before it.
    WriteLease lease_;
    base::Timestamp now_;
    std::array<std::optional<storage::Statement>, kScopedTableLast + 1> puts_;
    std::array<IdRange, kScopedTableLast + 1> ids_;
    std::vector<ChangedRow> changes_;
};

} // namespace orderdeck::server::persistence::sqlite
