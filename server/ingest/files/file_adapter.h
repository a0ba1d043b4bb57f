#pragma once

#include "server/ingest/apply.h"
#include "shared/base/utf8.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest {

/// To whom a tracking number belongs, and what tells its parcel from others with the same number.
struct KnownNumber {
    std::string account; ///< code
    std::optional<base::LocalDate> shipped_on;
};
/// Looks a tracking number up; only among the shipments of this account, where one is named.
using FindNumber = std::function<base::Result<std::optional<KnownNumber>>(std::string_view number,
                                                                          std::string_view account)>;

/// A file as it was handed in.
struct InputFile {
    std::string name; ///< for messages
    std::string_view bytes;
    FindNumber find_number{}; ///< empty for a dry run, which knows no store
};

/// What a file led to. A row is what is taken or rejected as a whole: a row of a table, a document, an event.
struct ImportReport {
    std::string file;
    std::int64_t message = 0;        ///< id in the inbox; 0 for a dry run
    bool was_applied_before = false; ///< the same bytes under the same mapping: nothing was done
    std::int64_t rows = 0;
    std::int64_t rows_imported = 0;
    std::int64_t rows_ignored = 0; ///< left out because the mapping says so
    std::int64_t rows_rejected = 0;
    std::int64_t accounts = 0;
    std::int64_t orders = 0;
    ApplyReport applied; ///< empty for a dry run; its findings are part of `findings`
    std::vector<Finding> findings;
};

/// A file that could be read, by its name.
struct OfferedFile {
    std::string name;
    bool is_from_folder = false; ///< nobody named it: it is left aside when the mapping does not know it
    bool is_bundle = false;      ///< an archive of files; see bundle.h
};
/// Files that are read as one, as indexes of what was offered.
using FileGroup = std::vector<std::size_t>;

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

/// Our words for what a source says somewhere.
struct Vocabulary {
    std::string name; ///< "kind"
    std::vector<std::string> words;
};

/// A mapping together with the format that it is for: knows how the files of one feed become facts.
class FileAdapter {
public:
    virtual ~FileAdapter() = default;
    virtual MappingIdentity identity() const = 0;
    /// Which of the files are read together; each alone, where a mapping does not say otherwise. `invalid` when a file is
    /// missing or strange.
    virtual base::Result<std::vector<FileGroup>> group(const std::vector<OfferedFile>& files) const {
        return each_alone(files.size());
    }
    /// Of files that arrive one by one, sorted by name: those that can be read now, together where the mapping says so. What
    /// waits for another file of its feed is in no group.
    virtual std::vector<FileGroup> gather(const std::vector<OfferedFile>& files) const {
        return each_alone(files.size());
    }
    /// Hands the facts of the file to the sink, batch by batch; the report's `applied` stays empty. `invalid` when the
    /// mapping does not fit the file as a whole.
    virtual base::Result<ImportReport> read(const InputFile& file, base::Timestamp received,
                                            const FactSink& sink) const = 0;
    /// What keeps the file from fitting, for people: called with the reason of a read() that has refused it.
    virtual std::vector<Finding> misfits(const InputFile&, const base::Error& why) const {
        return {{.file_line = 0,
                 .column = {},
                 .value = {},
                 .severity = persistence::sqlite::Severity::error,
                 .code = "bad_file",
                 .message = why.message}};
    }
    /// What a person may say that the value of the finding means; empty where nothing can be said.
    virtual Vocabulary vocabulary(const Finding&) const { return {}; }
    /// An unpacked file as a person reads it, in UTF-8.
    virtual base::Result<std::string> readable(std::string_view bytes) const {
        return base::replace_invalid_utf8(bytes);
    }

protected:
    static std::vector<FileGroup> each_alone(std::size_t count) {
        std::vector<FileGroup> groups;
        for (std::size_t i = 0; i < count; ++i)
            groups.push_back({i});
        return groups;
    }
};

} // namespace orderdeck::server::ingest
