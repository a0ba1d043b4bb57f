#pragma once

#include "server/ingest/apply.h"
#include "shared/base/timestamp.h"

namespace orderdeck::server::ingest {

/// Projects every subject of every customer from its records again. Rows that are as they should be stay untouched, so
/// that a rebuild of a sound store changes nothing. Returns how many synced rows were written or deleted. `progress` gets
/// subjects done and in all.
base::Result<std::int64_t> rebuild(persistence::sqlite::Store& store, base::Timestamp now,
                                   const Progress& progress = {});

} // namespace orderdeck::server::ingest
