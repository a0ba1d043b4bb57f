#include "server/ingest/csv/import_file.h"

#include "server/ingest/csv/rows/row_mapper.h"

#include <algorithm>

namespace orderdeck::server::ingest::csv {
namespace {

using persistence::sqlite::InboxState;
using persistence::sqlite::InboxStore;

/// Bounds memory: the facts of this many rows are applied before more are read.
constexpr std::int64_t kRowsPerBatch = 20'000;

/// Takes the facts of some rows; for a dry run it does nothing.
using Sink = std::function<base::Result<void>(const Batch&, std::int64_t rows_so_far)>;

class FileReader {
public:
    FileReader(const Mapping& mapping, const InputFile& file, base::Timestamp received)
        : mapping_(mapping),
          file_(file),
          received_(received),
          text_(to_utf8(file.bytes, mapping.encoding)),
          reader_(text_, mapping.delimiter) {
        report_.file = file.name;
    }

    /// Reads all rows and hands their facts to the sink, batch by batch.
    base::Result<ImportReport> read(const Sink& sink) {
        // A NUL in the first line: UTF-16 without a mark, or no text at all. Later ones are cells to report.
        if (text_.find('\0') < text_.find('\n'))
            return base::fail(base::ErrorCode::invalid,
                              "the file is no text of the mapping's encoding: save it as CSV in UTF-8",
                              file_.name);
        auto header_row = reader_.next();
        if (!header_row)
            return base::fail(base::ErrorCode::invalid, "the file is empty: a header row is needed",
                              file_.name);
        auto header = Header::read(header_row->cells, mapping_, log_);
        if (!header) return at(std::move(header).error(), header_row->line);
        RowMapper mapper(mapping_, *header, received_, log_);
        TRY(read_rows(mapper, sink));
        mapper.finish();
        if (report_.rows == 0)
            log_.add({.file_line = 0,
                      .column = {},
                      .value = {},
                      .severity = Severity::warning,
                      .code = "no_rows",
                      .message = "the file has a header row but nothing below it: is the export complete?"});
        report_.accounts = static_cast<std::int64_t>(mapper.account_count());
        report_.orders = static_cast<std::int64_t>(mapper.order_count());
        report_.findings = log_.findings();
        return std::move(report_);
    }

    std::int64_t estimated_rows() const {
        const std::int64_t lines = std::count(text_.begin(), text_.end(), '\n');
        return std::max<std::int64_t>(1, lines - 1);
    }

private:
    base::Failure<base::Error> at(base::Error error, std::int64_t line) const {
        error.where = file_.name + ":" + std::to_string(line);
        return {std::move(error)};
    }

    Batch empty_batch() const { return {.sources = {mapping_.source}, .accounts = {}, .facts = {}}; }

    base::Result<void> read_rows(RowMapper& mapper, const Sink& sink) {
        Batch batch = empty_batch();
        while (auto row = reader_.next()) {
            ++report_.rows;
            ++(mapper.add(*row, batch) ? report_.rows_imported : report_.rows_rejected);
            if (report_.rows % kRowsPerBatch != 0) continue;
            TRY(sink(batch, report_.rows));
            batch = empty_batch();
        }
        return sink(batch, report_.rows);
    }

    const Mapping& mapping_;
    const InputFile& file_;
    base::Timestamp received_;
    std::string text_;
    CsvReader reader_;
    FindingLog log_;
    ImportReport report_;
};

base::Result<ImportReport> apply_file(Store& store, const InboxEntry& message, const Mapping& mapping,
                                      const InputFile& file, const RowProgress& progress) {
    FileReader reader(mapping, file, message.received_at);
    const std::int64_t total = reader.estimated_rows();
    ApplyReport applied;
    std::int64_t rows_before = 0;
    const Sink sink = [&](const Batch& batch, std::int64_t rows) -> base::Result<void> {
        const auto rows_done = [&](std::int64_t facts, std::int64_t all) {
            if (progress)
                progress(rows_before + (rows - rows_before) * facts / std::max<std::int64_t>(1, all), total);
        };
        applied += TRY(apply(store, message, batch, rows_done));
        rows_before = rows;
        return {};
    };
    ImportReport report = TRY(reader.read(sink));
    report.findings.insert(report.findings.end(), applied.findings.begin(), applied.findings.end());
    report.applied = std::move(applied);
    TRY(finish(store, message, report.rows, report.rows_rejected, report.findings));
    return report;
}

base::Result<ImportReport> report_of(Store& store, const InboxEntry& message, const InputFile& file) {
    auto reader = TRY(store.read());
    ImportReport report;
    report.file = file.name;
    report.was_applied_before = true;
    report.rows = message.rows;
    report.rows_rejected = message.rows_rejected;
    report.rows_imported = message.rows - message.rows_rejected;
    constexpr std::int64_t kAll = 1'000'000;
    report.findings = TRY(InboxStore(*reader).findings(message.id, kAll));
    return report;
}

} // namespace

base::Result<ImportReport> import_file(Store& store, const Mapping& mapping, const InputFile& file,
                                       base::Timestamp now, const RowProgress& progress) {
    const InboxEntry message = TRY(InboxStore::receive(store,
                                                       {.source_name = mapping.source.name,
                                                        .source_kind = mapping.source.kind,
                                                        .mapping = mapping.name + "#" + mapping.fingerprint,
                                                        .file_name = file.name,
                                                        .body = file.bytes},
                                                       now));
    if (message.state == InboxState::applied) return report_of(store, message, file);
    return apply_file(store, message, mapping, file, progress);
}

base::Result<ImportReport> check_file(const Mapping& mapping, const InputFile& file, base::Timestamp now,
                                      const RowProgress& progress) {
    FileReader reader(mapping, file, now);
    const std::int64_t total = reader.estimated_rows();
    return reader.read([&](const Batch&, std::int64_t rows) -> base::Result<void> {
        if (progress) progress(rows, total);
        return {};
    });
}

} // namespace orderdeck::server::ingest::csv
