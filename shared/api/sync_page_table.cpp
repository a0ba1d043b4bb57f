#include "shared/api/sync_page_table.h"

#include <algorithm>

namespace orderdeck::api {
namespace {

constexpr int kUnknownColumn = -1;
constexpr std::int64_t kMaxId = (std::int64_t{1} << 53) - 1;

bool is_id(const JsonScalar& value) {
    return value.kind == JsonScalar::Kind::integer && value.integer > 0 && value.integer <= kMaxId;
}

int column_named(const SyncTable& table, std::string_view name) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].name == name) return static_cast<int>(i);
    }
    return kUnknownColumn;
}

} // namespace

bool SyncPageTable::knows(std::string_view key) {
    return key == "name" || key == "columns" || key == "put" || key == "del";
}

base::Failure<base::Error> SyncPageTable::refuse(std::string message) const {
    std::string where;
    if (batch_) {
        where = batch_->table->name;
        if (slot_ >= 0) {
            const auto slot = static_cast<std::size_t>(slot_);
            where.append(".").append(batch_->table->columns[slot].name);
            where.append(" row ").append(std::to_string(batch_->columns[slot].size()));
        }
    }
    return base::fail(base::ErrorCode::invalid, std::move(message), std::move(where));
}

base::Result<void> SyncPageTable::set(std::string_view key, const JsonScalar& value) {
    if (!knows(key)) return {};
    if (key != "name" || named_ || value.kind != JsonScalar::Kind::text)
        return refuse("a value of the wrong kind");
    named_ = true;
    if (const SyncTable* table = find_sync_table(value.text)) batch_.emplace(*table);
    return {};
}

base::Result<void> SyncPageTable::begin_columns() {
    if (!batch_ || !slots_.empty()) return refuse("the columns are out of place");
    return {};
}

base::Result<void> SyncPageTable::add_column(const JsonScalar& name) {
    if (name.kind != JsonScalar::Kind::text) return refuse("a column name that is no string");
    const int slot = column_named(*batch_->table, name.text);
    const bool repeated =
        slot != kUnknownColumn && std::find(slots_.begin(), slots_.end(), slot) != slots_.end();
    if (repeated) return refuse("the column \"" + std::string(name.text) + "\" is there twice");
    slots_.push_back(slot);
    return {};
}

base::Result<void> SyncPageTable::begin_put() {
    if (!batch_ || put_columns_ != 0) return refuse("the rows are out of place");
    return {};
}

base::Result<void> SyncPageTable::begin_column() {
    if (put_columns_ >= slots_.size()) return refuse("more columns of values than names");
    slot_ = slots_[put_columns_++];
    return {};
}

base::Result<void> SyncPageTable::add_value(const JsonScalar& value) {
    if (slot_ == kUnknownColumn) return {};
    const auto slot = static_cast<std::size_t>(slot_);
    const SyncColumn& described = batch_->table->columns[slot];
    ColumnValues& column = batch_->columns[slot];
    if (value.kind == JsonScalar::Kind::null) {
        if (described.null == Nullability::required) return refuse("null where a value is required");
        column.add_null();
    } else if (described.type == ColumnType::integer) {
        if (value.kind != JsonScalar::Kind::integer) return refuse("not a whole number");
        if (slot == 0 && !is_id(value)) return refuse("not a row id");
        column.add_integer(value.integer);
    } else {
        if (value.kind != JsonScalar::Kind::text) return refuse("not a string");
        column.add_text(value.text);
    }
    return {};
}

base::Result<void> SyncPageTable::begin_deleted() {
    slot_ = kUnknownColumn;
    if (!batch_) return refuse("the deletions are out of place");
    return {};
}

base::Result<void> SyncPageTable::add_deleted(const JsonScalar& id) {
    if (!is_id(id)) return refuse("not a row id");
    batch_->deleted.push_back(id.integer);
    return {};
}

base::Result<void> SyncPageTable::fill_missing_columns() {
    for (std::size_t i = 0; i < batch_->columns.size(); ++i) {
        if (std::find(slots_.begin(), slots_.end(), static_cast<int>(i)) != slots_.end()) continue;
        const SyncColumn& described = batch_->table->columns[i];
        if (described.null == Nullability::required) {
            return refuse("the column \"" + std::string(described.name) + "\" is missing");
        }
        while (batch_->columns[i].size() < batch_->rows())
            batch_->columns[i].add_null();
    }
    return {};
}

base::Result<void> SyncPageTable::finish() {
    slot_ = kUnknownColumn;
    if (!named_) return refuse("a table without a name");
    if (!batch_) return {};
    if (put_columns_ != 0 && put_columns_ != slots_.size())
        return refuse("fewer columns of values than names");
    if (batch_->rows() > 0) TRY(fill_missing_columns());
    for (const ColumnValues& column : batch_->columns) {
        if (column.size() != batch_->rows()) return refuse("columns of different length");
    }
    return {};
}

} // namespace orderdeck::api
