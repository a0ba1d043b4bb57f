#include "server/ingest/csv/import_file.h"

#include "server/ingest/csv/rows/row_mapper.h"

#include <algorithm>

namespace orderdeck::server::ingest::csv {
namespace {

/// Bounds memory: the facts of this many rows are applied before more are read.
constexpr std::int64_t kRowsPerBatch = 20'000;

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
    base::Result<ImportReport> read(const FactSink& sink) {
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

private:
    std::int64_t estimated_rows() const {
        const std::int64_t lines = std::count(text_.begin(), text_.end(), '\n');
        return std::max<std::int64_t>(1, lines - 1);
    }

    base::Failure<base::Error> at(base::Error error, std::int64_t line) const {
        error.where = file_.name + ":" + std::to_string(line);
        return {std::move(error)};
    }

    Batch empty_batch() const { return {.sources = {mapping_.source}, .accounts = {}, .facts = {}}; }

    base::Result<void> read_rows(RowMapper& mapper, const FactSink& sink) {
        const std::int64_t total = estimated_rows();
        Batch batch = empty_batch();
        while (auto row = reader_.next()) {
            ++report_.rows;
            ++(mapper.add(*row, batch) ? report_.rows_imported : report_.rows_rejected);
            if (report_.rows % kRowsPerBatch != 0) continue;
            TRY(sink(batch, {.done = report_.rows, .total = total}));
            batch = empty_batch();
        }
        return sink(batch, {.done = report_.rows, .total = total});
    }

    const Mapping& mapping_;
    const InputFile& file_;
    base::Timestamp received_;
    std::string text_;
    CsvReader reader_;
    FindingLog log_;
    ImportReport report_;
};

} // namespace

MappingIdentity CsvAdapter::identity() const {
    return {.name = mapping_.name, .fingerprint = mapping_.fingerprint, .source = mapping_.source};
}

base::Result<ImportReport> CsvAdapter::read(const InputFile& file, base::Timestamp received,
                                            const FactSink& sink) const {
    return FileReader(mapping_, file, received).read(sink);
}

base::Result<ImportReport> import_file(Store& store, const Mapping& mapping, const InputFile& file,
                                       base::Timestamp now, const RowProgress& progress) {
    return ingest::import_file(store, CsvAdapter(mapping), file, now, progress);
}

base::Result<ImportReport> check_file(const Mapping& mapping, const InputFile& file, base::Timestamp now,
                                      const RowProgress& progress) {
    return ingest::check_file(CsvAdapter(mapping), file, now, progress);
}

} // namespace orderdeck::server::ingest::csv
