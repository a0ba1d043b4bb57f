#pragma once

#include "server/ingest/files/unpack.h"
#include "server/ingest/mapping/mapping.h"

#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest::csv {

/// Whether a file's name fits the name that the mapping gives, with * for anything; ".gz" at its end does not matter.
bool has_name(std::string_view file, std::string_view pattern);

/// Which of the files is which part of the feed; null for an optional one that is missing. `invalid` when a file is
/// missing, belongs to no part, or two belong to the same.
base::Result<std::vector<const UnpackedFile*>> choose_files(const mapping::Mapping& mapping,
                                                            const std::vector<UnpackedFile>& files);

/// Groups offered files as the mapping reads them; see FileAdapter::group.
base::Result<std::vector<FileGroup>> group_files(const mapping::Mapping& mapping,
                                                 const std::vector<OfferedFile>& files);

/// Groups files that arrive one by one; see FileAdapter::gather. Of several files that are the same part the first by name
/// go together. A bundle, and a file that is no part, come alone.
std::vector<FileGroup> gather_files(const mapping::Mapping& mapping, const std::vector<OfferedFile>& files);

} // namespace orderdeck::server::ingest::csv
