#include "shared/storage/database.h"

#include <sqlite3.h>

#include "shared/storage/connection.h"

namespace orderdeck::storage {
namespace {

constexpr std::int64_t kMegabyte = 1024 * 1024;

int open_flags(Access access) {
    switch (access) {
    case Access::create: return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Access::read_write: return SQLITE_OPEN_READWRITE;
    case Access::read_only: return SQLITE_OPEN_READONLY;
    }
    return SQLITE_OPEN_READONLY;
}

const char* pragma_value(JournalMode mode) {
    switch (mode) {
    case JournalMode::memory: return "MEMORY";
    case JournalMode::rollback: return "DELETE";
    case JournalMode::write_ahead: return "WAL";
    }
    return "DELETE";
}

const char* pragma_value(Synchronous synchronous) {
    switch (synchronous) {
    case Synchronous::off: return "OFF";
    case Synchronous::normal: return "NORMAL";
    case Synchronous::full: return "FULL";
    }
    return "FULL";
}

const char* on_off(bool value) { return value ? "ON" : "OFF"; }

std::string pragmas(const DatabaseOptions& options) {
    const auto line = [](const char* name, const std::string& value) {
        return std::string("PRAGMA ") + name + "=" + value + ";";
    };
    std::string sql;
    if (options.access == Access::create) sql += line("page_size", std::to_string(options.page_size));
    sql += line("locking_mode", options.exclusive_lock ? "EXCLUSIVE" : "NORMAL");
    if (options.access != Access::read_only) sql += line("journal_mode", pragma_value(options.journal));
    sql += line("synchronous", pragma_value(options.synchronous));
    sql += line("foreign_keys", on_off(options.foreign_keys));
    sql += line("secure_delete", on_off(options.secure_delete));
    sql += line("cache_size", std::to_string(-options.cache_kib));
    sql += line("cache_spill", on_off(options.cache_spill));
    if (options.journal == JournalMode::write_ahead)
        sql += line("wal_autocheckpoint", std::to_string(options.checkpoint_pages));
    sql += line("mmap_size", std::to_string(options.mmap_bytes));
    sql += line("temp_store", "MEMORY");
    return sql;
}

} // namespace

DatabaseOptions DatabaseOptions::for_memory_vfs(std::string vfs_name) {
    DatabaseOptions options;
    options.journal = JournalMode::memory;
    options.synchronous = Synchronous::off;
    options.mmap_bytes = 256 * kMegabyte;
    options.foreign_keys = false;
    options.secure_delete = true;
    options.exclusive_lock = true;
    options.cache_spill = false;
    options.vfs = std::move(vfs_name);
    return options;
}

DatabaseOptions DatabaseOptions::for_server_file() {
    DatabaseOptions options;
    options.journal = JournalMode::write_ahead;
    options.synchronous = Synchronous::full;
    options.busy_timeout_ms = 5000;
    options.mmap_bytes = 256 * kMegabyte;
    return options;
}

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

base::Result<Database> Database::open(const std::string& path, const DatabaseOptions& options) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle, open_flags(options.access),
                                     options.vfs.empty() ? nullptr : options.vfs.c_str());
    Database database(std::make_unique<Connection>(handle));
    if (code != SQLITE_OK) return base::Failure{database.connection_->error(code, path)};
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, options.busy_timeout_ms);
    if (auto configured = database.exec(pragmas(options)); !configured) {
        base::Error error = std::move(configured).error();
        error.where = path;
        return base::Failure{std::move(error)};
    }
    return database;
}

base::Result<Database> Database::open_in_memory() {
    DatabaseOptions options;
    options.journal = JournalMode::memory;
    options.synchronous = Synchronous::off;
    return open(":memory:", options);
}

base::Result<void> Database::exec(std::string_view sql) {
    const std::string terminated(sql);
    const int code = sqlite3_exec(handle(), terminated.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return base::Failure{connection_->error(code, sql)};
    return {};
}

base::Result<Statement> Database::statement(std::string_view sql) { return connection_->take(sql); }

std::int64_t Database::last_insert_id() const { return sqlite3_last_insert_rowid(handle()); }

std::int64_t Database::changes() const { return sqlite3_changes(handle()); }

bool Database::in_transaction() const { return sqlite3_get_autocommit(handle()) == 0; }

base::Error Database::last_error() const { return connection_->error(sqlite3_errcode(handle()), {}); }

sqlite3* Database::handle() const { return connection_->handle(); }

} // namespace orderdeck::storage
