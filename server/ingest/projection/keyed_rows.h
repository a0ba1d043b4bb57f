#pragma once

#include "server/ingest/projection/account_context.h"
#include "server/ingest/projection/row_ids.h"

namespace orderdeck::server::ingest {

/// The rows of one table about one subject, each with the natural key by which a later projection finds it again.
template <typename Row>
class KeyedRows {
public:
    using Id = decltype(Row::id);

    KeyedRows(AccountContext& context, persistence::sqlite::IdsByKey stored)
        : context_(&context), ids_(context.writer(), std::move(stored)) {}

    /// Writes the row under the id that the key had before, or under a new one, which is returned.
    base::Result<Id> write(const std::string& key, Row row) {
        row.id = Id{TRY(ids_.id_of(key))};
        TRY(context_->writer().put(context_->owner(), row, key));
        return row.id;
    }

    /// Keys and ids of what was stored and has not been written.
    const persistence::sqlite::IdsByKey& rest() const { return ids_.rest(); }

    /// Deletes the rows whose keys were not written.
    base::Result<void> remove_rest() { return ids_.remove_rest(context_->owner().root); }

private:
    AccountContext* context_;
    RowIds<Row, persistence::sqlite::IdsByKey> ids_;
};

} // namespace orderdeck::server::ingest
