#include "shared/storage/connection.h"

#include <sqlite3.h>

#include <algorithm>

namespace orderdeck::storage {
namespace {

constexpr std::size_t kMaxIdleStatements = 64;
constexpr std::size_t kMaxContext = 160;

base::ErrorCode code_of(int extended) {
    if (extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY) {
        return base::ErrorCode::already_exists;
    }
    switch (extended & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_NOMEM:
    case SQLITE_INTERRUPT: return base::ErrorCode::unavailable;
    case SQLITE_CONSTRAINT: return base::ErrorCode::conflict;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return base::ErrorCode::corrupt;
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM: return base::ErrorCode::io; // of the file, never of a caller's rights
    default: return base::ErrorCode::internal;
    }
}

} // namespace

Connection::~Connection() {
    for (const CachedStatement& cached : idle_)
        sqlite3_finalize(cached.statement);
    // The v2 form waits for statements that are still held instead of leaking the handle at once.
    sqlite3_close_v2(handle_);
}

base::Result<Statement> Connection::take(std::string_view sql) {
    const auto found = std::find_if(idle_.begin(), idle_.end(),
                                    [sql](const CachedStatement& cached) { return cached.sql == sql; });
    if (found != idle_.end()) {
        sqlite3_stmt* statement = found->statement;
        idle_.erase(found);
        return Statement(*this, statement);
    }
    sqlite3_stmt* statement = nullptr;
    const char* tail = nullptr;
    const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, &tail);
    if (code != SQLITE_OK) return base::Failure{error(code, sql)};
    if (statement == nullptr) return base::fail(base::ErrorCode::invalid, "the SQL text holds no statement");
    const std::string_view rest(tail, static_cast<std::size_t>(sql.data() + sql.size() - tail));
    if (rest.find_first_not_of(" \t\r\n;") != std::string_view::npos) {
        sqlite3_finalize(statement);
        return base::fail(base::ErrorCode::invalid, "the SQL text holds more than one statement");
    }
    return Statement(*this, statement);
}

void Connection::give_back(sqlite3_stmt* statement) {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (idle_.size() >= kMaxIdleStatements) {
        sqlite3_finalize(idle_.front().statement);
        idle_.erase(idle_.begin());
    }
    idle_.push_back({sqlite3_sql(statement), statement});
}

base::Error Connection::error(int code, std::string_view context) const {
    const int extended = handle_ != nullptr ? sqlite3_extended_errcode(handle_) : code;
    const bool same_failure = (extended & 0xFF) == (code & 0xFF);
    std::string message = same_failure && handle_ != nullptr ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
    if ((code & 0xFF) == SQLITE_FULL) message = "there is no room left on the disk; make room and try again";
    const base::ErrorCode kind = code_of(same_failure ? extended : code);
    // A fault of the disk is where the file is, whatever the statement was.
    const char* file =
        kind == base::ErrorCode::io && handle_ != nullptr ? sqlite3_db_filename(handle_, "main") : nullptr;
    if (file != nullptr && *file != '\0') return {kind, std::move(message), file};
    return {kind, std::move(message), std::string(context.substr(0, kMaxContext))};
}

} // namespace orderdeck::storage
