#include "shared/storage/transaction.h"

#include <utility>

namespace orderdeck::storage {

base::Result<Transaction> Transaction::begin(Database& database, TransactionMode mode) {
    TRY(database.execute(mode == TransactionMode::immediate ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED"));
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() { rollback(); }

base::Result<void> Transaction::commit() {
    if (database_ == nullptr)
        return base::fail(base::ErrorCode::internal, "the transaction has already ended");
    auto committed = database_->execute("COMMIT");
    if (!committed) rollback();
    database_ = nullptr;
    return committed;
}

void Transaction::rollback() {
    if (database_ == nullptr) return;
    // SQLite has already rolled back by itself after some errors (disk full, out of memory).
    if (database_->in_transaction()) (void)database_->execute("ROLLBACK");
    database_ = nullptr;
}

// One name is enough: SQLite resolves a savepoint name to the innermost one.
base::Result<Savepoint> Savepoint::begin(Database& database) {
    TRY(database.execute("SAVEPOINT nested"));
    return Savepoint(database);
}

Savepoint::Savepoint(Savepoint&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}

Savepoint::~Savepoint() { rollback(); }

base::Result<void> Savepoint::release() {
    if (database_ == nullptr) return base::fail(base::ErrorCode::internal, "the savepoint has already ended");
    auto released = database_->execute("RELEASE nested");
    if (released) database_ = nullptr;
    return released;
}

void Savepoint::rollback() {
    if (database_ == nullptr) return;
    if (database_->in_transaction()) {
        (void)database_->execute("ROLLBACK TO nested");
        (void)database_->execute("RELEASE nested");
    }
    database_ = nullptr;
}

} // namespace orderdeck::storage
