#pragma once

#include "server/persistence/sqlite/change_writer.h"

#include <utility>

namespace orderdeck::server::ingest {

/// The ids under which a projection stored its rows before, by natural key. A fact that is still said keeps its id;
/// rows of facts that nobody says any more are removed at the end.
template <typename Row, typename IdByKey>
class RowIds {
public:
    RowIds(persistence::sqlite::ChangeWriter& writer, IdByKey stored)
        : writer_(&writer), stored_(std::move(stored)) {}

    /// The stored id of the key, or a new one.
    template <typename Key>
    base::Result<std::int64_t> id_of(const Key& key) {
        const auto found = stored_.find(key);
        if (found == stored_.end()) return writer_->next_id<Row>();
        const std::int64_t id = found->second;
        stored_.erase(found);
        return id;
    }

    /// What was stored and has not been asked for.
    const IdByKey& rest() const { return stored_; }

    /// Deletes the rows whose keys were not asked for.
    base::Result<void> remove_rest(domain::AccountId root) {
        for (const auto& entry : stored_)
            TRY(writer_->remove<Row>(root, entry.second));
        stored_.clear();
        return {};
    }

private:
    persistence::sqlite::ChangeWriter* writer_;
    IdByKey stored_;
};

} // namespace orderdeck::server::ingest
