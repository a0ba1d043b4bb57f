#include "shared/storage/migration.h"

#include <string>

#include "shared/storage/transaction.h"

namespace orderdeck::storage {
namespace {

base::Result<void> check_numbers(std::span<const Migration> migrations) {
    int expected = 1;
    for (const Migration& migration : migrations) {
        if (migration.number != expected++) {
            return base::fail(base::ErrorCode::internal, "migrations must count up from 1 without gaps",
                              std::string(migration.name));
        }
    }
    return {};
}

/// False when another process was faster.
base::Result<bool> apply(Database& database, const Migration& migration) {
    Transaction transaction = TRY(Transaction::begin(database));
    if (TRY(database.query_int("PRAGMA user_version")) >= migration.number) return false;
    if (auto done = database.exec(migration.sql); !done) {
        base::Error error = std::move(done).error();
        error.where = "migration " + std::to_string(migration.number) + " " + std::string(migration.name);
        return base::Failure{std::move(error)};
    }
    TRY(database.exec("PRAGMA user_version=" + std::to_string(migration.number)));
    TRY(transaction.commit());
    return true;
}

} // namespace

base::Result<int> migrate(Database& database, std::span<const Migration> migrations) {
    TRY(check_numbers(migrations));
    const std::int64_t level = TRY(database.query_int("PRAGMA user_version"));
    if (level > static_cast<std::int64_t>(migrations.size())) {
        return base::fail(base::ErrorCode::unsupported,
                          "the database has schema " + std::to_string(level) + ", this program knows only " +
                              std::to_string(migrations.size()) + ": update the program");
    }
    int applied = 0;
    for (const Migration& migration : migrations) {
        if (migration.number > level && TRY(apply(database, migration))) ++applied;
    }
    return applied;
}

} // namespace orderdeck::storage
