#pragma once

#include "server/ingest/files/file_adapter.h"

namespace orderdeck::server::ingest {

/// Called with rows read and the estimated number of rows.
using RowProgress = std::function<void(std::int64_t done, std::int64_t total)>;

/// Keeps the file in the inbox and applies it. A file that was applied before changes nothing; one that was interrupted,
/// withdrawn or rejected is applied again from the start. `invalid` when the mapping does not fit the file, which stays in
/// the inbox as rejected.
base::Result<ImportReport> import_file(Store& store, const FileAdapter& adapter, const InputFile& file,
                                       base::Timestamp now, const RowProgress& progress = {});

/// Applies a message that is in the inbox.
base::Result<ImportReport> apply_message(Store& store, const InboxEntry& message, const FileAdapter& adapter,
                                         const InputFile& file, const RowProgress& progress = {});

/// "name#fingerprint", as the inbox keeps it.
std::string mapping_text(const MappingIdentity& mapping);

/// Reads and checks the file without storing anything.
base::Result<ImportReport> check_file(const FileAdapter& adapter, const InputFile& file, base::Timestamp now,
                                      const RowProgress& progress = {});

} // namespace orderdeck::server::ingest
