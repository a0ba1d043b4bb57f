#pragma once

#include "server/ingest/files/import_file.h"
#include "server/ingest/mapping/mapping.h"

namespace orderdeck::server::ingest::csv {

using mapping::Mapping;

/// Reads CSV feeds under one mapping: a file, or several files that are joined by their keys.
class CsvAdapter final : public FileAdapter {
public:
    explicit CsvAdapter(Mapping mapping) : mapping_(std::move(mapping)) {}
    MappingIdentity identity() const override;
    base::Result<std::vector<FileGroup>> group(const std::vector<OfferedFile>& files) const override;
    std::vector<FileGroup> gather(const std::vector<OfferedFile>& files) const override;
    base::Result<ImportReport> read(const InputFile& file, base::Timestamp received,
                                    const FactSink& sink) const override;
    std::vector<Finding> misfits(const InputFile& file, const base::Error& why) const override;
    Vocabulary vocabulary(const Finding& finding) const override;
    base::Result<std::string> readable(std::string_view bytes) const override;

private:
    Mapping mapping_;
};

/// Imports, or only checks, one file under a mapping; see ingest::import_file.
base::Result<ImportReport> import_file(Store& store, const Mapping& mapping, const InputFile& file,
                                       base::Timestamp now, const RowProgress& progress = {});
base::Result<ImportReport> check_file(const Mapping& mapping, const InputFile& file, base::Timestamp now,
                                      const RowProgress& progress = {});

} // namespace orderdeck::server::ingest::csv
