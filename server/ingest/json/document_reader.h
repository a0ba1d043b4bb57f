#pragma once

#include "server/ingest/mapping/rows/row_intake.h"
#include "shared/json/reader.h"

#include <string>
#include <vector>

namespace orderdeck::server::ingest::json {

/// Reads the levels of a document as rows: each element of an array that the mapping's paths go through is a row, below
/// that of the element which holds it. Findings name the JSON pointer (RFC 6901) of the value.
class DocumentReader : public mapping::RowPlaces {
public:
    DocumentReader(const mapping::Mapping& mapping, std::string name, base::Timestamp received,
                   const FactSink& sink);

    base::Result<ImportReport> read(const orderdeck::json::Value& root);

    mapping::Place of_cell(const mapping::Row& row, mapping::ColumnId column) const override;
    mapping::Place of_row(const mapping::Row& row) const override;

private:
    using Path = std::vector<std::string>;
    struct Cell {
        mapping::ColumnId column;
        Path path; ///< from the element of its level
    };
    struct Level {
        Path path; ///< of the array, from the element of the level above
        std::vector<Cell> cells;
        std::vector<std::size_t> below;
        std::string pointer; ///< of the element that is read
        std::int64_t count = 0;
    };

    void fill(std::size_t part, const orderdeck::json::Value& element);
    base::Result<void> add(std::size_t part, const orderdeck::json::Value& element,
                           mapping::RowFate fate_above);
    base::Result<void> add_below(std::size_t part, const orderdeck::json::Value& element,
                                 mapping::RowFate fate);

    const mapping::Mapping& mapping_;
    mapping::RowIntake intake_;
    std::vector<Level> levels_; ///< by part
    mapping::Row row_;
};

} // namespace orderdeck::server::ingest::json
