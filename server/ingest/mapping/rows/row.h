#pragma once

#include "server/ingest/mapping/column.h"

#include <cstdint>
#include <string>
#include <vector>

namespace orderdeck::server::ingest::mapping {

/// Where something stands that is reported: a file where there are several, a line where there are lines, a column or a
/// path.
struct Place {
    std::string file;
    std::int64_t line = 0;
    std::string column;
};

/// One row of a feed: the cells of its own part and of all parts above it.
struct Row {
    std::size_t scope = 0;          ///< index into Mapping::parts
    std::vector<std::string> cells; ///< by ColumnId; those of other rows are not to be read
    std::vector<std::int64_t>
        places; ///< by part: the line of the file, or the number of the element; 0 for none
};

/// Says where the cells of a row stand.
class RowPlaces {
public:
    virtual ~RowPlaces() = default;
    virtual Place of_cell(const Row& row, ColumnId column) const = 0;
    virtual Place of_row(const Row& row) const = 0;
};

} // namespace orderdeck::server::ingest::mapping
