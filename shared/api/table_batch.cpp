#include "shared/api/table_batch.h"

namespace orderdeck::api {

void ColumnValues::add_null() {
    null_.push_back(true);
    if (type_ == ColumnType::integer) {
        integers_.push_back(0);
    } else {
        text_ends_.push_back(texts_.size());
    }
}

void ColumnValues::add_integer(std::int64_t value) {
    null_.push_back(false);
    integers_.push_back(value);
}

void ColumnValues::add_text(std::string_view value) {
    null_.push_back(false);
    texts_ += value;
    text_ends_.push_back(texts_.size());
}

std::string_view ColumnValues::text(std::size_t row) const {
    const std::size_t from = row == 0 ? 0 : text_ends_[row - 1];
    return std::string_view(texts_).substr(from, text_ends_[row] - from);
}

TableBatch::TableBatch(const SyncTable& described) : table(&described) {
    columns.reserve(described.columns.size());
    for (const SyncColumn& column : described.columns)
        columns.emplace_back(column.type);
}

const SyncTable* find_sync_table(std::string_view name) {
    for (const SyncTable& table : kSyncTables) {
        if (table.name == name) return &table;
    }
    return nullptr;
}

} // namespace orderdeck::api
