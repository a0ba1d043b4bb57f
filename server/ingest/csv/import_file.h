#pragma once

#include "server/ingest/csv/mapping/mapping.h"
#include "server/ingest/files/import_file.h"

namespace orderdeck::server::ingest::csv {

/// Reads CSV files under one mapping.
class CsvAdapter final : public FileAdapter {
public:
    explicit CsvAdapter(Mapping mapping) : mapping_(std::move(mapping)) {}
    MappingIdentity identity() const override;
    base::Result<ImportReport> read(const InputFile& file, base::Timestamp received,
                                    const FactSink& sink) const override;

private:
    Mapping mapping_;
};

/// Imports, or only checks, one file under a mapping; see ingest::import_file.
base::Result<ImportReport> import_file(Store& store, const Mapping& mapping, const InputFile& file,
                                       base::Timestamp now, const RowProgress& progress = {});
base::Result<ImportReport> check_file(const Mapping& mapping, const InputFile& file, base::Timestamp now,
                                      const RowProgress& progress = {});

} // namespace orderdeck::server::ingest::csv
