#pragma once

#include "server/persistence/sqlite/store.h"
#include "shared/base/timestamp.h"

namespace orderdeck::server::ingest {

/// Projects every subject of every customer from its records again. Rows that are as they should be stay untouched, so
/// that a rebuild of a sound store changes nothing. Returns how many synced rows were written or deleted.
base::Result<std::int64_t> rebuild(persistence::sqlite::Store& store, base::Timestamp now);

} // namespace orderdeck::server::ingest
