#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "shared/base/local_date.h"
#include "shared/base/result.h"
#include "shared/base/strong_id.h"
#include "shared/base/timestamp.h"

struct sqlite3_stmt;

namespace orderdeck::storage {

class Connection;

/// A prepared statement in use: bind from 1, step, read columns from 0. A failed bind is remembered and reported by the
/// next step, so binds can be chained. Destruction resets it and gives it back to its connection's cache.
class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    template <std::integral Integer>
    Statement& bind(int index, Integer value) {
        return bind_int64(index, static_cast<std::int64_t>(value));
    }
    template <typename Enum>
    requires std::is_enum_v<Enum> Statement& bind(int index, Enum value) {
        return bind_int64(index, static_cast<std::int64_t>(value));
    }
    template <typename Tag>
    Statement& bind(int index, base::StrongId<Tag> id) {
        return bind_int64(index, id.value());
    }
    template <typename Value>
    Statement& bind(int index, const std::optional<Value>& value) {
        return value ? bind(index, *value) : bind_null(index);
    }
    Statement& bind(int index, std::string_view text) { return bind_text(index, text); }
    Statement& bind(int index, const std::string& text) { return bind_text(index, text); }
    Statement& bind(int index, const char* text) { return bind_text(index, text); }
    Statement& bind(int index, base::Timestamp time) { return bind_int64(index, time.milliseconds()); }
    Statement& bind(int index, base::LocalDate date) { return bind_int64(index, date.days()); }
    Statement& bind(int index, std::nullopt_t) { return bind_null(index); }
    Statement& bind(int index, std::span<const std::byte> blob);

    /// A list for the table-valued function carray(?), whose rows have the ids as `value` and their places as `rowid`.
    template <typename Tag>
    Statement& bind_ids(int index, std::span<const base::StrongId<Tag>> ids) {
        std::vector<std::int64_t> values;
        values.reserve(ids.size());
        for (const base::StrongId<Tag> id : ids)
            values.push_back(id.value());
        return bind_int64s(index, values);
    }

    Statement& bind_int64(int index, std::int64_t value);
    /// For carray(?); copies the values.
    Statement& bind_int64s(int index, std::span<const std::int64_t> values);
    Statement& bind_null(int index);
    /// Copies the text, so that it need not outlive the call.
    Statement& bind_text(int index, std::string_view text);

    /// Moves to the next row; false at the end.
    base::Result<bool> step();
    /// Steps to the end, ignoring rows, and resets, so that the next binds can follow.
    base::Result<void> run();
    /// Back to before the first row; bindings stay.
    void reset();

    int column_count() const;
    bool is_null(int column) const;
    /// The column as an integer; 0 when it is NULL.
    std::int64_t int64(int column) const;
    std::optional<std::int64_t> optional_int64(int column) const;
    /// The column as UTF-8; valid until the next step, reset or destruction. Empty when it is NULL.
    std::string_view text(int column) const;
    std::string string(int column) const { return std::string(text(column)); }
    std::span<const std::byte> blob(int column) const;

private:
    friend class Connection;
    Statement(Connection& connection, sqlite3_stmt* statement)
        : connection_(&connection), statement_(statement) {}

    void check_bind(int code);
    void release();

    Connection* connection_ = nullptr;
    sqlite3_stmt* statement_ = nullptr;
    int bind_error_ = 0;
};

} // namespace orderdeck::storage
