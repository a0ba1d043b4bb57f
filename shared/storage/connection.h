#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/storage/statement.h"

struct sqlite3;

namespace orderdeck::storage {

/// The SQLite handle with its cache of prepared statements: what Database and Statement share. Not used elsewhere.
class Connection {
public:
    explicit Connection(sqlite3* handle) : handle_(handle) {}
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    sqlite3* handle() const { return handle_; }
    base::Result<Statement> take(std::string_view sql);
    void give_back(sqlite3_stmt* statement);
    base::Error error(int code, std::string_view context) const;

private:
    struct CachedStatement {
        std::string sql;
        sqlite3_stmt* statement;
    };

    sqlite3* handle_;
    std::vector<CachedStatement> idle_; // least recently used first
};

} // namespace orderdeck::storage
