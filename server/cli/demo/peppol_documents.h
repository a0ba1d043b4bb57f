#pragma once

#include "server/cli/demo/source_files.h"
#include "server/ingest/facts.h"

#include <optional>
#include <vector>

namespace orderdeck::server::cli::demo {

/// Writes some orders of one customer as the UBL documents that go to and fro over Peppol: order, response, despatch
/// advice, invoice. The ERP tells of these orders, too; their despatches and bills come in the documents alone.
class PeppolDocuments {
public:
    explicit PeppolDocuments(base::Timestamp now) : now_(now) {}

    /// When the facts are about such an order, adds its documents and returns the facts that are left to other systems.
    std::optional<std::vector<ingest::Fact>> take_over(const std::vector<ingest::Fact>& facts);

    /// The documents; nothing is left.
    std::vector<SourceFile> take();

private:
    base::Timestamp now_;
    std::vector<SourceFile> files_;
};

/// The scans of goods at one customer's gate as EPCIS events: what was delivered has been received.
class GateEvents {
public:
    explicit GateEvents(base::Timestamp now) : now_(now) {}

    void add(const std::vector<ingest::Fact>& facts);
    std::vector<SourceFile> take();

private:
    base::Timestamp now_;
    std::vector<SourceFile> files_;
};

} // namespace orderdeck::server::cli::demo
