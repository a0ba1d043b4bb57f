#pragma once

#include "shared/api/sync_page.h"
#include "shared/replica/replica.h"
#include "tests/fuzz/law.h"

#include <string>

namespace orderdeck::fuzz {

/// Adds one row whose columns all have the same number and text; what may be absent is.
inline void add_row(api::TableBatch& batch, std::int64_t id, std::string_view text) {
    for (std::size_t i = 0; i < batch.columns.size(); ++i) {
        const api::SyncColumn& described = batch.table->columns[i];
        if (described.null == api::Nullability::optional)
            batch.columns[i].add_null();
        else if (described.type == api::ColumnType::integer)
            batch.columns[i].add_integer(i == 0 ? id : 1);
        else
            batch.columns[i].add_text(text);
    }
}

/// What every page of one history says about itself.
inline api::SyncPageHead head_at(std::int64_t to) {
    return {.schema = api::kSyncSchema,
            .epoch = "e1",
            .scope = "s1",
            .from = 0,
            .to = to,
            .head = to,
            .more = false,
            .server_time = base::Timestamp::from_seconds(1'700'000'000),
            .cursor = "c" + std::to_string(to),
            .after = {}};
}

/// A booted replica with one row in each table.
inline storage::Database small_replica(std::string_view text) {
    auto database = expect(storage::Database::open_in_memory(), "memory can be opened");
    expect(replica::prepare_connection(database), "the connection is prepared");
    expect(replica::create_tables(database), "the tables are made");
    std::vector<api::TableBatch> tables;
    for (const api::SyncTable& table : api::kSyncTables)
        add_row(tables.emplace_back(table), 1, text);
    expect(replica::apply_boot_page(database, api::encode_sync_page(head_at(1), tables)), "it boots");
    expect(replica::finish_boot(database), "it is ready");
    return database;
}

} // namespace orderdeck::fuzz
