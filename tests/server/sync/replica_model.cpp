#include "tests/server/sync/replica_model.h"

namespace orderdeck::test {

base::Result<void> ReplicaModel::accept(const api::TableBatch& batch) {
    Rows& rows = tables_[std::string(batch.table->name)];
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        std::vector<Value> values;
        for (const api::ColumnValues& column : batch.columns) {
            if (column.is_null(row))
                values.emplace_back();
            else if (column.type() == api::ColumnType::integer)
                values.emplace_back(column.integer(row));
            else
                values.emplace_back(std::string(column.text(row)));
        }
        rows[batch.columns.front().integer(row)] = std::move(values);
    }
    for (const std::int64_t id : batch.deleted)
        rows.erase(id);
    if (rows.empty()) tables_.erase(std::string(batch.table->name));
    return {};
}

} // namespace orderdeck::test
