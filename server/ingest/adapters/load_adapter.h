#pragma once

#include "server/ingest/files/file_adapter.h"
#include "server/ingest/files/mapping_text.h"
#include "server/ingest/inbox/repair.h"

#include <filesystem>
#include <memory>
#include <string>

namespace orderdeck::server::ingest {

/// The adapter for a mapping, by the mapping's `format`: "csv" where it names none. `meanings` add to the words of the
/// mapping's columns.
base::Result<std::unique_ptr<FileAdapter>> make_adapter(const MappingText& mapping,
                                                        const std::vector<CodeMeaning>& meanings = {});

/// The adapter for the built-in mapping of this name, or for the mapping file at this path.
base::Result<std::unique_ptr<FileAdapter>> load_adapter(const std::string& mapping_name_or_path,
                                                        const std::vector<CodeMeaning>& meanings = {});

/// Adapters by the names of feeds: the operator's own mappings, `<data folder>/mappings/NAME.json`, come before those that
/// are built in. A name that is no name (letters, digits, - and _) is `not_found`.
AdapterSource feeds_of(const std::filesystem::path& data_folder);

} // namespace orderdeck::server::ingest
