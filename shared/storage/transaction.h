#pragma once

#include <string>

#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace orderdeck::storage {

/// `immediate` takes the write lock at once, so that a reader never fails later when it begins to write.
enum class TransactionMode : std::uint8_t { deferred, immediate };

/// A transaction that rolls back unless it is committed. The Database must stay where it is meanwhile.
class Transaction {
public:
    static base::Result<Transaction> begin(Database& database,
                                           TransactionMode mode = TransactionMode::immediate);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// After a failed commit the transaction is rolled back.
    base::Result<void> commit();
    void rollback();

private:
    explicit Transaction(Database& database) : database_(&database) {}
    Database* database_;
};

/// A nested transaction inside another one; rolled back to its start unless released.
class Savepoint {
public:
    static base::Result<Savepoint> begin(Database& database);
    Savepoint(Savepoint&& other) noexcept;
    Savepoint& operator=(Savepoint&&) = delete;
    ~Savepoint();

    /// Keeps what was done since its start as part of the enclosing transaction.
    base::Result<void> release();
    void rollback();

private:
    explicit Savepoint(Database& database) : database_(&database) {}
    Database* database_;
};

} // namespace orderdeck::storage
