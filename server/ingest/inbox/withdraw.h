#pragma once

#include "server/ingest/apply.h"

namespace orderdeck::server::ingest {

/// Takes back what a message said: its records go, and what another message said about the same counts again. The message
/// stays in the inbox and can be imported once more. Withdrawing again changes nothing; after a failure the next
/// withdrawal, or the next start of the server, goes on. Returns how many synced rows were written or deleted.
base::Result<std::int64_t> withdraw(Store& store, std::int64_t message, base::Timestamp now,
                                    const Progress& progress = {});

/// Projects the subjects whose records have changed without their rows; see withdraw.
base::Result<std::int64_t> settle(Store& store, base::Timestamp now, const Progress& progress = {});

} // namespace orderdeck::server::ingest
