#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "shared/base/result.h"
#include "shared/storage/statement.h"

struct sqlite3;

namespace orderdeck::storage {

enum class Access : std::uint8_t { create, read_write, read_only };
enum class JournalMode : std::uint8_t { memory, rollback, write_ahead };
enum class Synchronous : std::uint8_t { off, normal, full };

/// How a connection is opened; see https://sqlite.org/pragma.html for the meaning of each pragma.
struct DatabaseOptions {
    Access access = Access::create;
    JournalMode journal = JournalMode::rollback;
    Synchronous synchronous = Synchronous::full;
    int page_size = 4096;
    int cache_kib = 8000;
    int busy_timeout_ms = 0;
    int checkpoint_pages = 1000; ///< a write-ahead log of this length is written back after a commit
    std::int64_t mmap_bytes = 0;
    bool foreign_keys = true;
    bool secure_delete = false; ///< overwrite deleted content with zeros
    bool exclusive_lock = false;
    bool cache_spill = true; ///< off: pages reach the VFS only at commit
    std::string vfs{};       ///< empty: the platform's default

    /// The browser's databases: one connection, in memory behind the memory VFS, content equal to the last commit.
    static DatabaseOptions for_memory_vfs(std::string vfs_name);
    /// A server's store: write-ahead log, acknowledged means durable, waits for other writers.
    static DatabaseOptions for_server_file();
};

/// One SQLite connection. Used by one thread at a time; statements and transactions must end before it does.
class Database {
public:
    /// Opens or creates a file. `path` is UTF-8; errors name it.
    static base::Result<Database> open(const std::string& path, const DatabaseOptions& options);
    /// A private database that vanishes with the connection.
    static base::Result<Database> open_in_memory();

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    /// Runs one or more statements without parameters, such as a migration; stops at the first error.
    base::Result<void> exec(std::string_view sql);

    /// A prepared statement from the connection's cache, reset and without bindings; it returns there on destruction.
    base::Result<Statement> statement(std::string_view sql);

    /// Prepares, binds the arguments to ?1, ?2 ... and leaves the statement before its first row.
    template <typename... Arguments>
    base::Result<Statement> query(std::string_view sql, const Arguments&... arguments) {
        Statement prepared = TRY(statement(sql));
        int index = 0;
        (prepared.bind(++index, arguments), ...);
        return prepared;
    }

    /// Prepares, binds and runs to the end.
    template <typename... Arguments>
    base::Result<void> execute(std::string_view sql, const Arguments&... arguments) {
        Statement prepared = TRY(query(sql, arguments...));
        return prepared.run();
    }

    /// The first column of the first row; not_found when there is no row.
    template <typename... Arguments>
    base::Result<std::int64_t> query_int(std::string_view sql, const Arguments&... arguments) {
        Statement prepared = TRY(query(sql, arguments...));
        if (!TRY(prepared.step())) return base::fail(base::ErrorCode::not_found, "no row");
        return prepared.int64(0);
    }

    std::int64_t last_insert_id() const;
    /// Rows changed by the last INSERT, UPDATE or DELETE.
    std::int64_t changes() const;
    bool in_transaction() const;
    /// The failure of the last call on this connection.
    base::Error last_error() const;

    /// For the few places that need SQLite's own interface; not owned by the caller.
    sqlite3* handle() const;

private:
    explicit Database(std::unique_ptr<Connection> connection);

    std::unique_ptr<Connection> connection_;
};

} // namespace orderdeck::storage
