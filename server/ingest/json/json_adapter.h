#pragma once

#include "server/ingest/files/file_adapter.h"
#include "server/ingest/mapping/mapping.h"

namespace orderdeck::server::ingest::json {

/// Reads JSON documents (RFC 8259) under one mapping, whose columns are paths: "/orders/*/items/*/sku". The whole
/// document is held in memory.
class JsonAdapter final : public FileAdapter {
public:
    explicit JsonAdapter(mapping::Mapping mapping) : mapping_(std::move(mapping)) {}
    MappingIdentity identity() const override;
    base::Result<ImportReport> read(const InputFile& file, base::Timestamp received,
                                    const FactSink& sink) const override;
    std::vector<Finding> misfits(const InputFile& file, const base::Error& why) const override;
    Vocabulary vocabulary(const Finding& finding) const override;

private:
    mapping::Mapping mapping_;
};

} // namespace orderdeck::server::ingest::json
