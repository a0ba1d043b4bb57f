#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/api/sync_schema.h"

namespace orderdeck::api {

/// The values that the rows of a batch have in one column.
class ColumnValues {
public:
    explicit ColumnValues(ColumnType type) : type_(type) {}

    ColumnType type() const { return type_; }
    std::size_t size() const { return null_.size(); }

    void add_null();
    void add_integer(std::int64_t value);
    void add_text(std::string_view value);

    bool is_null(std::size_t row) const { return null_[row]; }
    /// 0 where it is NULL.
    std::int64_t integer(std::size_t row) const { return integers_[row]; }
    /// Empty where it is NULL.
    std::string_view text(std::size_t row) const;

    friend bool operator==(const ColumnValues&, const ColumnValues&) = default;

private:
    ColumnType type_;
    std::vector<bool> null_;
    std::vector<std::int64_t> integers_;
    std::vector<std::size_t> text_ends_;
    std::string texts_; // one after the other: a batch holds thousands
};

/// Rows of one synced table to put, column by column in the order of its SyncTable, and ids to delete.
struct TableBatch {
    explicit TableBatch(const SyncTable& described);

    const SyncTable* table;
    std::vector<ColumnValues> columns;
    std::vector<std::int64_t> deleted;

    std::size_t rows() const { return columns.front().size(); }
    friend bool operator==(const TableBatch&, const TableBatch&) = default;
};

/// nullptr when this program knows no such table.
const SyncTable* find_sync_table(std::string_view name);

} // namespace orderdeck::api
