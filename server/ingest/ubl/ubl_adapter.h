#pragma once

#include "server/ingest/documents/code_table.h"
#include "server/ingest/documents/document_mapping.h"
#include "server/ingest/files/file_adapter.h"

#include <memory>

namespace orderdeck::server::ingest::ubl {

/// Reads UBL 2.x and Peppol BIS 3 documents (OASIS UBL, ISO/IEC 19845), one in a file. docs/documents.md says what
/// becomes of each. A document that cannot be taken is an error finding and waits in the inbox; `read` itself only fails
/// when the sink does.
class UblAdapter final : public FileAdapter {
public:
    static base::Result<std::unique_ptr<UblAdapter>>
    make(documents::DocumentMapping mapping,
         const std::vector<persistence::sqlite::CodeMeaning>& meanings = {});

    MappingIdentity identity() const override;
    base::Result<ImportReport> read(const InputFile& file, base::Timestamp received,
                                    const FactSink& sink) const override;
    Vocabulary vocabulary(const Finding& finding) const override;

private:
    UblAdapter(documents::DocumentMapping mapping, documents::CodeTable codes)
        : mapping_(std::move(mapping)), codes_(std::move(codes)) {}

    documents::DocumentMapping mapping_;
    documents::CodeTable codes_;
};

} // namespace orderdeck::server::ingest::ubl
