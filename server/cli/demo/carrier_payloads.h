#pragma once

#include "server/cli/demo/source_files.h"
#include "server/ingest/facts.h"

#include <vector>

namespace orderdeck::server::cli::demo {

/// Writes the scans of parcels as the payloads of their carriers: one a parcel.
class CarrierPayloads {
public:
    explicit CarrierPayloads(base::Timestamp now) : now_(now) {}

    /// Takes the scans among the facts about some orders; what is newer than the carriers' last message is left out.
    void add(const std::vector<ingest::Fact>& facts);

    /// The payloads, the oldest first; nothing is left.
    std::vector<SourceFile> take();

private:
    base::Timestamp now_;
    std::vector<SourceFile> files_;
};

} // namespace orderdeck::server::cli::demo
