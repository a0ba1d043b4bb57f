#pragma once

#include "server/ingest/csv/join_index.h"
#include "server/ingest/mapping/rows/row_intake.h"

#include <memory>
#include <vector>

namespace orderdeck::server::ingest::csv {

/// Reads the files of one feed as rows: each row of the main file with those of the other files that belong to it. The
/// main file is read row by row; of the others the places of their rows are kept, found by key and read again.
class FeedReader : public mapping::RowPlaces {
public:
    FeedReader(const Mapping& mapping, std::string name, base::Timestamp received, const FactSink& sink);

    /// Reads all files, one for each part of the mapping or null, and hands their facts to the sink, batch by batch.
    base::Result<ImportReport> read(const std::vector<const UnpackedFile*>& files);

    mapping::Place of_cell(const Row& row, ColumnId column) const override;
    mapping::Place of_row(const Row& row) const override;

private:
    base::Result<void> open(const std::vector<const UnpackedFile*>& files);
    base::Result<void> read_rows();
    void read_indexes();
    void check_look_up(std::size_t part);
    void add_row();
    void add_rows_below(mapping::RowFate fate);
    void add_rows_of(std::size_t part, mapping::RowFate fate);
    void fill_look_ups(std::size_t scope);
    void fill_look_up(std::size_t part);
    void report_unclaimed();
    bool has_key(const CsvRow& row, const Part& part) const;
    void report_key(std::size_t part, mapping::Place place, Discovery discovery);
    std::string key_text(const Part& part) const;
    const std::string& file_name(std::size_t part) const;

    const Mapping& mapping_;
    mapping::RowIntake intake_;
    FindingLog& log_;
    std::vector<std::unique_ptr<Table>> tables_; ///< by part; null for an optional file that is not there
    std::vector<JoinIndex> indexes_;             ///< by part; empty for the main file
    Row row_;
};

} // namespace orderdeck::server::ingest::csv
