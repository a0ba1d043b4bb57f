#pragma once

#include "server/ingest/files/file_adapter.h"
#include "server/ingest/mapping/rows/row_mapper.h"

#include <string>

namespace orderdeck::server::ingest::mapping {

/// Takes the rows of one feed, hands their facts on in batches of bounded size and keeps the report.
class RowIntake {
public:
    RowIntake(const Mapping& mapping, const RowPlaces& places, std::string name, base::Timestamp received,
              const FactSink& sink);

    FindingLog& log() { return log_; }
    /// For progress.
    void expect_rows(std::int64_t rows) { expected_rows_ = rows; }

    RowFate add(const Row& row);
    /// Counts rows that never became cells, or are left out with the row above them.
    void count(RowFate fate, std::int64_t rows = 1);
    std::int64_t rows() const { return report_.rows; }
    /// Hands on what has been read when it is enough for a batch.
    base::Result<void> flush_if_full();
    /// Hands on the rest. `nothing_read` is reported when there was no row.
    base::Result<ImportReport> finish(std::string nothing_read);

private:
    base::Result<void> flush();

    const FactSink& sink_;
    FindingLog log_;
    RowMapper mapper_;
    ImportReport report_;
    Batch batch_;
    std::int64_t expected_rows_ = 0;
    std::int64_t next_flush_;
};

} // namespace orderdeck::server::ingest::mapping
