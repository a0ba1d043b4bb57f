#pragma once

#include "server/ingest/csv/csv_reader.h"
#include "server/ingest/files/unpack.h"
#include "server/ingest/mapping/mapping.h"
#include "server/ingest/mapping/rows/finding_log.h"

#include <memory>

namespace orderdeck::server::ingest::csv {

using mapping::ColumnId;
using mapping::Discovery;
using mapping::FindingLog;
using mapping::Mapping;
using mapping::Part;
using mapping::Row;

/// One file of a feed with its header: gives its rows as cells of the mapping's columns.
class Table {
public:
    /// `file` is named in findings when it is one of several. `invalid` when the file is no text, or columns that the
    /// mapping needs are missing; columns that it does not know are reported.
    static base::Result<std::unique_ptr<Table>> open(const Mapping& mapping, std::size_t part,
                                                     const UnpackedFile& file, bool is_one_of_several,
                                                     FindingLog& log);

    /// The next row that has the header's form; the number of those that had not, and were reported, is added to
    /// `rejected`.
    std::optional<CsvRow> next(FindingLog& log, std::int64_t& rejected);
    CsvPlace place() const { return reader_.place(); }
    /// Reads a row again that `next` has given.
    std::optional<CsvRow> read_at(const CsvPlace& place);

    /// Puts the cells of one of its rows where they belong.
    void fill(CsvRow csv_row, Row& row) const;
    /// Clears them.
    void clear(Row& row) const;

    std::int64_t estimated_rows() const;
    /// For findings; empty when it is the only one.
    const std::string& shown_name() const { return shown_name_; }
    std::string_view cell(const CsvRow& row, ColumnId column) const;

private:
    Table(const Mapping& mapping, std::size_t part, std::string name, std::string text);
    base::Result<void> read_header(FindingLog& log);
    base::Result<void> check_header(const std::vector<std::string>& names, std::int64_t line,
                                    FindingLog& log);
    bool has_form(const CsvRow& row, FindingLog& log) const;
    /// Reports why the file does not fit, and fails with it.
    base::Failure<base::Error> refuse(Discovery discovery, std::int64_t line, FindingLog& log) const;
    void report(std::int64_t line, Discovery discovery, FindingLog& log) const;

    const Mapping& mapping_;
    std::size_t part_;
    std::string name_;
    std::string shown_name_;
    std::string text_;
    CsvReader reader_;
    std::size_t size_ = 0; ///< cells of the header
    /// Columns of the mapping with their place in the file.
    std::vector<std::pair<ColumnId, std::size_t>> columns_;
};

} // namespace orderdeck::server::ingest::csv
