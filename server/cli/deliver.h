#pragma once

#include "server/http/routes/portal_routes.h"
#include "server/ingest/inbox/repair.h"

namespace orderdeck::server::cli {

/// Takes what feeds send over HTTP: kept, applied, and what waited for it read anew. A file that does not fit its mapping is
/// kept as rejected, which is no failure for its sender. The store must outlive the result.
http::routes::Deliver deliver_to(persistence::sqlite::Store& store, ingest::AdapterSource adapters);

/// What staff does to messages, with the mappings and words as they are at that time. The store must outlive the result.
http::routes::Repair repair_of(persistence::sqlite::Store& store, const ingest::AdapterSource& adapters);

} // namespace orderdeck::server::cli
