#pragma once

#include "server/ingest/apply.h"

namespace orderdeck::server::ingest {

/// Raise it whenever summarise or a projection makes other rows of the same records: every store is then derived again, once.
inline constexpr std::int64_t kDerivationVersion = 5;

/// Finishes what an interrupted withdrawal left, and rebuilds all projections when an older program made them. Returns how
/// many synced rows were written or deleted; 0 in a moment where there is nothing to do.
base::Result<std::int64_t> bring_up_to_date(Store& store, base::Timestamp now, const Progress& progress = {});

} // namespace orderdeck::server::ingest
