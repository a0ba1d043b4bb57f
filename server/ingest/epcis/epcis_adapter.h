#pragma once

#include "server/ingest/documents/code_table.h"
#include "server/ingest/documents/document_mapping.h"
#include "server/ingest/files/file_adapter.h"

#include <memory>

namespace orderdeck::server::ingest::epcis {

/// Reads EPCIS 2.0 documents and query documents in JSON or JSON-LD (GS1 EPCIS 2.0, ISO/IEC 19987); each event is a row.
/// docs/documents.md says what becomes of it. An event that cannot be taken is an error finding and waits in the inbox;
/// `read` itself only fails when the sink does.
class EpcisAdapter final : public FileAdapter {
public:
    static base::Result<std::unique_ptr<EpcisAdapter>>
    make(documents::DocumentMapping mapping,
         const std::vector<persistence::sqlite::CodeMeaning>& meanings = {});

    MappingIdentity identity() const override;
    base::Result<ImportReport> read(const InputFile& file, base::Timestamp received,
                                    const FactSink& sink) const override;
    Vocabulary vocabulary(const Finding& finding) const override;

private:
    EpcisAdapter(documents::DocumentMapping mapping, documents::CodeTable codes)
        : mapping_(std::move(mapping)), codes_(std::move(codes)) {}

    documents::DocumentMapping mapping_;
    documents::CodeTable codes_;
};

} // namespace orderdeck::server::ingest::epcis
