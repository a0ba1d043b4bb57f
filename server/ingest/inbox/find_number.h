#pragma once

#include "server/ingest/files/file_adapter.h"

namespace orderdeck::server::ingest {

/// Looks tracking numbers up in the store: to which account they belong, where it is only one, and when the last shipment
/// under them left. The store must outlive it.
FindNumber numbers_in(Store& store);

} // namespace orderdeck::server::ingest
