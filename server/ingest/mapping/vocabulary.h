#pragma once

#include "server/ingest/files/file_adapter.h"
#include "server/ingest/mapping/mapping.h"

#include <string_view>

namespace orderdeck::server::ingest::mapping {

/// Our words for what the mapping reads from a column, named as a finding states it; an empty one for columns of free text,
/// numbers or dates.
Vocabulary vocabulary_of(const Mapping& mapping, std::string_view column);

} // namespace orderdeck::server::ingest::mapping
