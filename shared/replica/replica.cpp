#include "shared/replica/replica.h"

#include "shared/domain/account.h"
#include "shared/replica/schema.h"
#include "shared/storage/search_functions.h"
#include "shared/storage/transaction.h"

namespace orderdeck::replica {
namespace {

constexpr std::string_view kStateTable =
    "CREATE TABLE replica_state(id INTEGER PRIMARY KEY CHECK(id = 1), cursor TEXT NOT NULL, epoch TEXT NOT "
    "NULL, "
    "scope TEXT NOT NULL, server_time INTEGER NOT NULL, booted INTEGER NOT NULL)";

std::string translated_texts(std::string_view encoded) {
    std::string texts;
    for (const auto& [language, text] : domain::decode_localized({}, encoded).translations)
        texts += text + "\n";
    return texts;
}

base::Result<void> run_all(storage::Database& database, const std::vector<std::string>& statements) {
    for (const std::string& sql : statements)
        TRY(database.execute(sql));
    return {};
}

/// Writes the rows of a page into the tables of the same names.
class TableWriter final : public api::SyncPageSink {
public:
    explicit TableWriter(storage::Database& database) : database_(database) {}

    base::Result<void> accept(const api::TableBatch& batch) override {
        TRY(put_rows(batch));
        return delete_rows(batch);
    }

    std::int64_t rows_put() const { return rows_put_; }
    std::int64_t rows_deleted() const { return rows_deleted_; }

private:
    base::Result<void> put_rows(const api::TableBatch& batch) {
        if (batch.rows() == 0) return {};
        storage::Statement upsert = TRY(database_.statement(upsert_sql(*batch.table)));
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            int parameter = 0;
            for (const api::ColumnValues& column : batch.columns)
                bind(upsert, ++parameter, column, row);
            TRY(upsert.run());
        }
        rows_put_ += static_cast<std::int64_t>(batch.rows());
        return {};
    }

    static void bind(storage::Statement& statement, int parameter, const api::ColumnValues& column,
                     std::size_t row) {
        if (column.is_null(row)) {
            statement.bind_null(parameter);
        } else if (column.type() == api::ColumnType::integer) {
            statement.bind_int64(parameter, column.integer(row));
        } else {
            statement.bind_text(parameter, column.text(row));
        }
    }

    base::Result<void> delete_rows(const api::TableBatch& batch) {
        if (batch.deleted.empty()) return {};
        storage::Statement remove = TRY(database_.statement(delete_sql(*batch.table)));
        for (const std::int64_t id : batch.deleted) {
            remove.bind(1, id);
            TRY(remove.run());
            rows_deleted_ += database_.changes();
        }
        return {};
    }

    storage::Database& database_;
    std::int64_t rows_put_ = 0;
    std::int64_t rows_deleted_ = 0;
};

/// The first boot page says from where to pull later; the others must belong to the same history and scope.
base::Result<void> keep_boot_position(storage::Database& database, const api::SyncPageHead& head) {
    if (!head.cursor.empty()) {
        return database.execute("INSERT INTO replica_state VALUES(1, ?1, ?2, ?3, ?4, 0) "
                                "ON CONFLICT(id) DO UPDATE SET cursor=excluded.cursor, epoch=excluded.epoch, "
                                "scope=excluded.scope, server_time=excluded.server_time",
                                head.cursor, head.epoch, head.scope, head.server_time);
    }
    const SyncState state = TRY(read_sync_state(database));
    if (state.epoch == head.epoch && state.scope == head.scope) return {};
    return base::fail(base::ErrorCode::conflict, "the data changed hands while it was copied");
}

} // namespace

base::Result<void> prepare_connection(storage::Database& database) {
    TRY(storage::register_ngram_tokenizer(database));
    return storage::register_text_function(database, "translated_texts", translated_texts);
}

base::Result<void> create_tables(storage::Database& database) {
    storage::Transaction transaction = TRY(storage::Transaction::begin(database));
    TRY(database.execute(kStateTable));
    for (const api::SyncTable& table : api::kSyncTables)
        TRY(database.execute(create_table_sql(table)));
    return transaction.commit();
}

base::Result<BootPageOutcome> apply_boot_page(storage::Database& database, std::string_view page) {
    storage::Transaction transaction = TRY(storage::Transaction::begin(database));
    TableWriter writer(database);
    api::SyncPageHead head = TRY(api::decode_sync_page(page, writer));
    TRY(keep_boot_position(database, head));
    TRY(transaction.commit());
    return BootPageOutcome{std::move(head), writer.rows_put()};
}

base::Result<void> finish_boot(storage::Database& database) {
    storage::Transaction transaction = TRY(storage::Transaction::begin(database));
    TRY(run_all(database, create_index_sql()));
    TRY(run_all(database, create_search_sql()));
    // No ANALYZE: statistics of a small start would let the planner walk tables that grow later.
    TRY(database.execute("UPDATE replica_state SET booted = 1"));
    return transaction.commit();
}

base::Result<PullOutcome> apply_pull_pages(storage::Database& database, std::span<const std::string> pages) {
    storage::Transaction transaction = TRY(storage::Transaction::begin(database));
    const SyncState state = TRY(read_sync_state(database));
    TableWriter writer(database);
    PullOutcome outcome;
    for (const std::string& page : pages) {
        outcome.last = TRY(api::decode_sync_page(page, writer));
        if (outcome.last.epoch != state.epoch || outcome.last.scope != state.scope) {
            return base::fail(base::ErrorCode::conflict, "the page belongs to another history or scope");
        }
        TRY(database.execute("UPDATE replica_state SET cursor = ?1, server_time = ?2", outcome.last.cursor,
                             outcome.last.server_time));
    }
    TRY(transaction.commit());
    outcome.rows_put = writer.rows_put();
    outcome.rows_deleted = writer.rows_deleted();
    return outcome;
}

base::Result<SyncState> read_sync_state(storage::Database& database) {
    auto row = TRY(database.query("SELECT cursor, epoch, scope, server_time, booted FROM replica_state"));
    if (!TRY(row.step())) return base::fail(base::ErrorCode::not_found, "nothing has been copied yet");
    SyncState state;
    state.cursor = row.string(0);
    state.epoch = row.string(1);
    state.scope = row.string(2);
    state.server_time = base::Timestamp::from_milliseconds(row.int64(3));
    state.booted = row.int64(4) != 0;
    return state;
}

} // namespace orderdeck::replica
