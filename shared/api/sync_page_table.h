#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "shared/api/sync_page_head.h"
#include "shared/api/table_batch.h"

namespace orderdeck::api {

/// Collects one table of a page, checking names, types and lengths. `name` comes first and `columns` before `put`, as the
/// encoder writes them. Not used outside this folder.
class SyncPageTable {
public:
    static bool knows(std::string_view key);

    base::Result<void> set(std::string_view key, const JsonScalar& value);
    base::Result<void> begin_columns();
    base::Result<void> add_column(const JsonScalar& name);
    base::Result<void> begin_put();
    base::Result<void> begin_column();
    base::Result<void> add_value(const JsonScalar& value);
    base::Result<void> begin_deleted();
    base::Result<void> add_deleted(const JsonScalar& id);
    base::Result<void> finish();

    /// A table that this program does not know; its content is passed over.
    bool is_unknown() const { return named_ && !batch_; }
    const TableBatch* batch() const { return batch_ ? &*batch_ : nullptr; }

private:
    base::Result<void> fill_missing_columns();
    base::Failure<base::Error> refuse(std::string message) const;

    bool named_ = false;
    std::optional<TableBatch> batch_;
    std::vector<int> slots_; // for each column of the page the column of the table, or kUnknownColumn
    std::size_t put_columns_ = 0;
    int slot_ = -1;
};

} // namespace orderdeck::api
