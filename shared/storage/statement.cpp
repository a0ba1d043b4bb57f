#include "shared/storage/statement.h"

#include <sqlite3.h>

#include <utility>

#include "shared/storage/connection.h"

namespace orderdeck::storage {

Statement::Statement(Statement&& other) noexcept
    : connection_(other.connection_),
      statement_(std::exchange(other.statement_, nullptr)),
      bind_error_(other.bind_error_) {}

Statement& Statement::operator=(Statement&& other) noexcept {
    if (this != &other) {
        release();
        connection_ = other.connection_;
        statement_ = std::exchange(other.statement_, nullptr);
        bind_error_ = other.bind_error_;
    }
    return *this;
}

Statement::~Statement() { release(); }

void Statement::release() {
    if (statement_ != nullptr) connection_->give_back(statement_);
    statement_ = nullptr;
}

void Statement::check_bind(int code) {
    if (code != SQLITE_OK && bind_error_ == SQLITE_OK) bind_error_ = code;
}

Statement& Statement::bind_int64(int index, std::int64_t value) {
    check_bind(sqlite3_bind_int64(statement_, index, value));
    return *this;
}

Statement& Statement::bind_null(int index) {
    check_bind(sqlite3_bind_null(statement_, index));
    return *this;
}

Statement& Statement::bind_text(int index, std::string_view text) {
    // A null pointer would bind NULL instead of the empty text.
    const char* bytes = text.data() != nullptr ? text.data() : "";
    check_bind(sqlite3_bind_text64(statement_, index, bytes, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(int index, std::span<const std::byte> blob) {
    if (blob.empty()) {
        check_bind(sqlite3_bind_zeroblob(statement_, index, 0));
    } else {
        check_bind(sqlite3_bind_blob64(statement_, index, blob.data(), blob.size(), SQLITE_TRANSIENT));
    }
    return *this;
}

Statement& Statement::bind_int64s(int index, std::span<const std::int64_t> values) {
    // The library copies by allocating, and takes an allocation of nothing for a lack of memory.
    static std::int64_t nothing = 0;
    if (values.empty()) {
        check_bind(sqlite3_carray_bind(statement_, index, &nothing, 0, SQLITE_CARRAY_INT64, SQLITE_STATIC));
    } else {
        check_bind(sqlite3_carray_bind(statement_, index, const_cast<std::int64_t*>(values.data()),
                                       static_cast<int>(values.size()), SQLITE_CARRAY_INT64,
                                       SQLITE_TRANSIENT));
    }
    return *this;
}

base::Result<bool> Statement::step() {
    if (bind_error_ != SQLITE_OK) {
        return base::Failure{connection_->error(bind_error_, sqlite3_sql(statement_))};
    }
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    base::Error error = connection_->error(code, sqlite3_sql(statement_));
    sqlite3_reset(statement_);
    return base::Failure{std::move(error)};
}

base::Result<void> Statement::run() {
    while (TRY(step())) {
    }
    reset();
    return {};
}

void Statement::reset() { sqlite3_reset(statement_); }

int Statement::column_count() const { return sqlite3_column_count(statement_); }

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

std::int64_t Statement::int64(int column) const { return sqlite3_column_int64(statement_, column); }

std::optional<std::int64_t> Statement::optional_int64(int column) const {
    if (is_null(column)) return std::nullopt;
    return int64(column);
}

std::string_view Statement::text(int column) const {
    const unsigned char* bytes = sqlite3_column_text(statement_, column);
    if (bytes == nullptr) return {};
    return {reinterpret_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::span<const std::byte> Statement::blob(int column) const {
    const void* bytes = sqlite3_column_blob(statement_, column);
    if (bytes == nullptr) return {};
    return {static_cast<const std::byte*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

} // namespace orderdeck::storage
