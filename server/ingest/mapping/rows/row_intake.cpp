#include "server/ingest/mapping/rows/row_intake.h"

#include <algorithm>

namespace orderdeck::server::ingest::mapping {
namespace {

/// Bounds memory: the facts of this many rows are applied before more are read.
constexpr std::int64_t kRowsPerBatch = 20'000;

} // namespace

RowIntake::RowIntake(const Mapping& mapping, const RowPlaces& places, std::string name,
                     base::Timestamp received, const FactSink& sink)
    : sink_(sink), mapper_(mapping, places, received, log_), next_flush_(kRowsPerBatch) {
    report_.file = std::move(name);
    batch_.sources = {mapping.source};
}

RowFate RowIntake::add(const Row& row) {
    const RowFate fate = mapper_.add(row, batch_);
    count(fate);
    return fate;
}

void RowIntake::count(RowFate fate, std::int64_t rows) {
    report_.rows += rows;
    switch (fate) {
    case RowFate::imported: report_.rows_imported += rows; break;
    case RowFate::ignored: report_.rows_ignored += rows; break;
    case RowFate::rejected: report_.rows_rejected += rows; break;
    }
}

base::Result<void> RowIntake::flush() {
    TRY(sink_(batch_, {.done = report_.rows, .total = std::max(expected_rows_, report_.rows)}));
    batch_.accounts.clear();
    batch_.facts.clear();
    return {};
}

base::Result<void> RowIntake::flush_if_full() {
    if (report_.rows < next_flush_) return {};
    next_flush_ = report_.rows + kRowsPerBatch;
    return flush();
}

base::Result<ImportReport> RowIntake::finish(std::string nothing_read) {
    TRY(flush());
    mapper_.finish();
    if (report_.rows == 0)
        log_.add({.file = {}, .line = 0, .column = {}}, {.value = {},
                                                         .severity = Severity::warning,
                                                         .code = "no_rows",
                                                         .message = std::move(nothing_read)});
    report_.accounts = static_cast<std::int64_t>(mapper_.account_count());
    report_.orders = static_cast<std::int64_t>(mapper_.order_count());
    report_.findings = log_.findings();
    return std::move(report_);
}

} // namespace orderdeck::server::ingest::mapping
