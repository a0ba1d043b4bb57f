#pragma once

#include "shared/base/result.h"
#include "shared/storage/database.h"
#include "shared/storage/transaction.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace orderdeck::server::persistence::sqlite {

class Store;

/// A read connection on loan: reads made through one lease after `snapshot()` see one state of the database. Goes back
/// to its store on destruction; statements made from it must end before.
class ReadLease {
public:
    ReadLease(ReadLease&& other) noexcept;
    ReadLease& operator=(ReadLease&&) = delete;
    ~ReadLease();

    storage::Database& operator*() const { return *database_; }
    storage::Database* operator->() const { return database_.get(); }

    /// A read transaction over the statements that follow, until it is destroyed.
    base::Result<storage::Transaction> snapshot();

private:
    friend class Store;
    ReadLease(Store& store, std::unique_ptr<storage::Database> database)
        : store_(&store), database_(std::move(database)) {}

    Store* store_;
    std::unique_ptr<storage::Database> database_;
};

/// The only write connection, inside BEGIN IMMEDIATE; one at a time, others wait. Rolls back unless it is committed.
/// Scoped tables are written through ChangeWriter, which owns one of these.
class WriteLease {
public:
    WriteLease(WriteLease&&) noexcept = default;
    WriteLease& operator=(WriteLease&&) = delete;

    storage::Database& operator*() const { return *database_; }
    storage::Database* operator->() const { return database_; }

    /// Returns when the transaction is durable.
    base::Result<void> commit() { return transaction_.commit(); }

private:
    friend class Store;
    WriteLease(std::unique_lock<std::timed_mutex> turn, storage::Database& database,
               storage::Transaction transaction)
        : turn_(std::move(turn)), database_(&database), transaction_(std::move(transaction)) {}

    std::unique_lock<std::timed_mutex> turn_;
    storage::Database* database_;
    storage::Transaction transaction_;
};

/// Full: acknowledged means durable. None: for tests and the scratch copy of a dry run.
enum class Durability : std::uint8_t { full, none };

struct StoreOptions {
    int readers = 8;                          ///< read connections at most; further readers wait for one
    std::chrono::milliseconds patience{5000}; ///< how long who asks for a lease waits
    Durability durability = Durability::full;
};

/// The embedded store: `<data folder>/orderdeck.db` in write-ahead mode, one writer, many readers. Thread-safe. Leases
/// must end before it does.
class Store {
public:
    /// Opens the store, creating folder and database where they are absent, and brings its schema up to date. The store
    /// of a newer program is refused with `unsupported` and left untouched.
    static base::Result<std::unique_ptr<Store>> open(const std::filesystem::path& data_folder,
                                                     StoreOptions options = {});
    /// Like open, but `not_found` with a hint when there is no store yet: for commands that only read.
    static base::Result<std::unique_ptr<Store>> open_existing(const std::filesystem::path& data_folder,
                                                              StoreOptions options = {});

    /// `unavailable` when no read connection came back within the patience of the options: who asks should be told to
    /// come again instead of holding a thread.
    base::Result<ReadLease> read();
    /// `unavailable` likewise when another writer of this process did not end.
    base::Result<WriteLease> write();

    const std::filesystem::path& file() const { return file_; }

private:
    friend class ReadLease;
    Store(std::filesystem::path file, StoreOptions options, storage::Database writer)
        : file_(std::move(file)), options_(options), writer_(std::move(writer)) {}

    void give_back(std::unique_ptr<storage::Database> reader);

    std::filesystem::path file_;
    StoreOptions options_;
    std::timed_mutex writing_;
    storage::Database writer_;
    std::mutex pool_;
    std::condition_variable reader_returned_;
    std::vector<std::unique_ptr<storage::Database>> idle_readers_;
    int readers_ = 0;
};

} // namespace orderdeck::server::persistence::sqlite
