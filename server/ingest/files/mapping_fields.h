#pragma once

#include "server/ingest/facts.h"
#include "shared/json/reader.h"

#include <string_view>
#include <vector>

namespace orderdeck::server::ingest {

/// Refuses keys that are not in the list, naming those that are.
base::Result<void> check_keys(const json::Value& object, const std::vector<std::string_view>& known);

/// The source of a mapping: {"name": "erp", "kind": "sales"}.
base::Result<SourceSystem> parse_source_system(const json::Value& source);

} // namespace orderdeck::server::ingest
