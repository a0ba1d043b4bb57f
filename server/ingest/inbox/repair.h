#pragma once

#include "server/ingest/files/import_file.h"

#include <memory>

namespace orderdeck::server::ingest {

using persistence::sqlite::CodeMeaning;

/// Finds the adapter for a mapping by its name, with what people have said that the words of its source mean.
using AdapterSource = std::function<base::Result<std::unique_ptr<FileAdapter>>(
    const std::string& mapping, const std::vector<CodeMeaning>& meanings)>;

/// Reads a message anew, as its mapping and the code map are now: what it no longer says goes, rows that stay keep their
/// ids. `conflict` for one that was withdrawn.
base::Result<ImportReport> retry(Store& store, std::int64_t message, const AdapterSource& adapters,
                                 base::Timestamp now, const Progress& progress = {});

/// Reads every message anew that waited for something which is known by now; returns how many.
base::Result<int> retry_ready(Store& store, const AdapterSource& adapters, base::Timestamp now);

/// A person has decided, for this reason, that nothing need be done about the message; what was applied of it stays.
/// `conflict` for one that was withdrawn.
base::Result<void> ignore(Store& store, std::int64_t message, std::string_view reason = {});

/// Keeps what a word of a source means and reads its messages anew in which the word was found unknown; returns how many.
base::Result<int> map_code(Store& store, const CodeMeaning& meaning, const AdapterSource& adapters,
                           base::Timestamp now);

/// Imports under a mapping by its name, with the code map, and then what waited for it.
base::Result<ImportReport> import_with(Store& store, const AdapterSource& adapters,
                                       const std::string& mapping, const InputFile& file, base::Timestamp now,
                                       const RowProgress& progress = {});

} // namespace orderdeck::server::ingest
