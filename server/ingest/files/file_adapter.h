#pragma once

#include "server/ingest/apply.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest {

/// A file as it was handed in.
struct InputFile {
    std::string name; ///< for messages
    std::string_view bytes;
};

/// What a file led to. A row is what is taken or rejected as a whole: a row of a table, a document, an event.
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

/// How far a file has been read; the total is an estimate.
struct RowsRead {
    std::int64_t done = 0;
    std::int64_t total = 0;
};

/// Takes the facts of some rows; for a dry run it only counts.
using FactSink = std::function<base::Result<void>(const Batch&, RowsRead)>;

/// What the inbox keeps about a mapping.
struct MappingIdentity {
    std::string name;
    std::string fingerprint; ///< changes with the text of the mapping
    SourceSystem source;     ///< of whoever delivers the file
};

/// A mapping together with the format that it is for: knows how the files of one feed become facts.
class FileAdapter {
public:
    virtual ~FileAdapter() = default;
    virtual MappingIdentity identity() const = 0;
    /// Hands the facts of the file to the sink, batch by batch; the report's `applied` stays empty. `invalid` when the
    /// mapping does not fit the file as a whole.
    virtual base::Result<ImportReport> read(const InputFile& file, base::Timestamp received,
                                            const FactSink& sink) const = 0;
};

} // namespace orderdeck::server::ingest
