#include "server/persistence/sqlite/store.h"

#include "server/persistence/sqlite/migrations.h"
#include "shared/storage/migration.h"

#include <sqlite3.h>
#include <system_error>
#include <utility>

namespace orderdeck::server::persistence::sqlite {
namespace {

constexpr const char* kFileName = "orderdeck.db";
/// There are several readers, and what they read is small.
constexpr int kReaderCacheKib = 2000;
/// An import writes the same pages again and again: it should find them in memory, and the file should get them seldom.
constexpr int kWriterCacheKib = 16'000;
constexpr int kCheckpointPages = 4000;

storage::DatabaseOptions connection_options(const StoreOptions& options) {
    auto connection = storage::DatabaseOptions::for_server_file();
    // Facts may arrive before what they refer to; projections and tests see to it that nothing dangles.
    connection.foreign_keys = false;
    // Every connection would map the file anew; the system's own cache serves them all.
    connection.mmap_bytes = 0;
    connection.cache_kib = kWriterCacheKib;
    connection.checkpoint_pages = kCheckpointPages;
    if (options.durability == Durability::none) connection.synchronous = storage::Synchronous::off;
    return connection;
}

/// With plans that follow from schema and statistics alone. SQLite would otherwise plan a statement anew for each bound
/// value that it could have learned from, which costs more than most of our reads.
base::Result<storage::Database> open_connection(const std::string& file,
                                                const storage::DatabaseOptions& options) {
    storage::Database database = TRY(storage::Database::open(file, options));
    sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
    return database;
}

base::Result<void> create_folder(const std::filesystem::path& folder) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (!failure) return {};
    return base::fail(base::ErrorCode::io,
                      "the data folder cannot be created (" + failure.message() +
                          "): choose another --data-dir",
                      folder.string());
}

/// What a person can do about a store that does not open, beside what SQLite says.
base::Failure<base::Error> explain(base::Error error, const std::filesystem::path& file) {
    if (error.code == base::ErrorCode::io || error.code == base::ErrorCode::forbidden)
        error.message += ": is the data folder writable for this user, and is there room on its disk?";
    if (error.code == base::ErrorCode::corrupt) error.message += ": restore the data folder from a backup";
    error.where = file.string();
    return {std::move(error)};
}

} // namespace

ReadLease::ReadLease(ReadLease&& other) noexcept
    : store_(std::exchange(other.store_, nullptr)), database_(std::move(other.database_)) {}

ReadLease::~ReadLease() {
    if (store_ != nullptr && database_) store_->give_back(std::move(database_));
}

base::Result<storage::Transaction> ReadLease::snapshot() {
    return storage::Transaction::begin(*database_, storage::TransactionMode::deferred);
}

base::Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& data_folder,
                                                 StoreOptions options) {
    TRY(create_folder(data_folder));
    const std::filesystem::path file = data_folder / kFileName;
    auto writer = open_connection(file.string(), connection_options(options));
    if (!writer) return explain(std::move(writer).error(), file);
    if (auto migrated = storage::migrate(*writer, migrations()); !migrated)
        return explain(std::move(migrated).error(), file);
    return std::unique_ptr<Store>(new Store(file, options, std::move(*writer)));
}

base::Result<std::unique_ptr<Store>> Store::open_existing(const std::filesystem::path& data_folder,
                                                          StoreOptions options) {
    std::error_code ignored;
    if (!std::filesystem::exists(data_folder / kFileName, ignored))
        return base::fail(
            base::ErrorCode::not_found,
            "there is no store in this folder: check --data-dir, or create one with `orderdeck import` "
            "or `orderdeck demo`",
            data_folder.string());
    return open(data_folder, options);
}

base::Result<ReadLease> Store::read() {
    std::unique_lock lock(pool_);
    const bool came = reader_returned_.wait_for(
        lock, options_.patience, [this] { return !idle_readers_.empty() || readers_ < options_.readers; });
    if (!came)
        return base::fail(base::ErrorCode::unavailable,
                          "all read connections are taken; none came back in time");
    if (!idle_readers_.empty()) {
        auto database = std::move(idle_readers_.back());
        idle_readers_.pop_back();
        return ReadLease(*this, std::move(database));
    }
    auto connection = connection_options(options_);
    connection.access = storage::Access::read_only;
    connection.cache_kib = kReaderCacheKib;
    storage::Database database = TRY(open_connection(file_.string(), connection));
    ++readers_;
    return ReadLease(*this, std::make_unique<storage::Database>(std::move(database)));
}

void Store::give_back(std::unique_ptr<storage::Database> reader) {
    {
        const std::lock_guard lock(pool_);
        idle_readers_.push_back(std::move(reader));
    }
    reader_returned_.notify_one();
}

base::Result<WriteLease> Store::write() {
    std::unique_lock turn(writing_, options_.patience);
    if (!turn)
        return base::fail(base::ErrorCode::unavailable,
                          "another writer holds the store; it did not end in time");
    storage::Transaction transaction =
        TRY(storage::Transaction::begin(writer_, storage::TransactionMode::immediate));
    return WriteLease(std::move(turn), writer_, std::move(transaction));
}

} // namespace orderdeck::server::persistence::sqlite
