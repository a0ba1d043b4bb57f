#pragma once

#include "server/ingest/mapping/encoding.h"
#include "server/ingest/mapping/value_source.h"

#include <optional>

namespace orderdeck::server::ingest::mapping {

/// Text that stands for a cell of another row: "See {ASN/DN #} (ID#:{ID})" names the row that has these values in these
/// columns; {*} stands for anything.
struct ReferencePattern {
    std::vector<std::string> literals;            ///< one more than columns
    std::vector<std::optional<ColumnId>> columns; ///< absent for anything
};

/// What to know about the cells of one column.
struct ColumnRules {
    std::vector<std::string> empty;           ///< words that mean: no value
    std::map<std::string, std::string> words; ///< words with their value in our vocabulary
    std::vector<std::string> texts; ///< words that are right although the column holds numbers or dates
    std::optional<ReferencePattern> reference;
    enum class Type : std::uint8_t { text, number, date } type = Type::text;
};

/// A column that the mapping names.
struct Column {
    std::string name;     ///< in the header of its file; of a JSON document the path, "/orders/*/number"
    std::size_t part = 0; ///< index into Mapping::parts
    ColumnRules rules;
};

/// Columns of two parts that hold the same key.
struct JoinKey {
    ColumnId own = 0;
    ColumnId parent = 0;
};

/// Where rows come from: a file of the feed, or a level of a JSON document (an array, with all objects that it holds).
/// The first part has no parent. Every other one hangs below an earlier one and either adds rows to each of its rows or,
/// as a look-up, columns.
struct Part {
    std::string
        name; ///< the mapping's word for the file; of a JSON document the path of the array's elements
    std::size_t parent = 0;
    std::size_t scope =
        0; ///< the part whose rows its columns belong to: itself, or that of a look-up's parent
    std::string file_pattern;
    char delimiter = ',';
    Encoding encoding = Encoding::utf8;
    bool is_optional = false;
    std::vector<JoinKey> keys;
    std::vector<std::string> unused; ///< columns that are known and not wanted
};

} // namespace orderdeck::server::ingest::mapping
