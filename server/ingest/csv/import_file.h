#pragma once

#include "server/ingest/apply.h"
#include "server/ingest/csv/mapping/mapping.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest::csv {

/// A file as it was handed in.
struct InputFile {
    std::string name; ///< for messages
    std::string_view bytes;
};

/// What a file led to.
struct ImportReport {
    std::string file;
    bool was_applied_before = false; ///< the same bytes under the same mapping: nothing was done
    std::int64_t rows = 0;
    std::int64_t rows_imported = 0;
    std::int64_t rows_rejected = 0;
    std::int64_t accounts = 0;
    std::int64_t orders = 0;
    ApplyReport applied; ///< empty for a dry run; its findings are part of `findings`
    std::vector<Finding> findings;
};

/// Called with rows read and the estimated number of rows.
using RowProgress = std::function<void(std::int64_t done, std::int64_t total)>;

/// Keeps the file in the inbox and applies it. A file that was applied before changes nothing; one that was interrupted
/// is applied again from the start. `invalid` when the mapping does not fit the file, which stays in the inbox.
base::Result<ImportReport> import_file(Store& store, const Mapping& mapping, const InputFile& file,
                                       base::Timestamp now, const RowProgress& progress = {});

/// Reads and checks the file without storing anything.
base::Result<ImportReport> check_file(const Mapping& mapping, const InputFile& file, base::Timestamp now,
                                      const RowProgress& progress = {});

} // namespace orderdeck::server::ingest::csv
