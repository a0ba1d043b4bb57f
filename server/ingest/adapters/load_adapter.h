#pragma once

#include "server/ingest/files/file_adapter.h"
#include "server/ingest/files/mapping_text.h"

#include <memory>
#include <string>

namespace orderdeck::server::ingest {

/// The adapter for a mapping, by the mapping's `format`: "csv" where it names none.
base::Result<std::unique_ptr<FileAdapter>> make_adapter(const MappingText& mapping);

/// The adapter for the built-in mapping of this name, or for the mapping file at this path.
base::Result<std::unique_ptr<FileAdapter>> load_adapter(const std::string& mapping_name_or_path);

} // namespace orderdeck::server::ingest
