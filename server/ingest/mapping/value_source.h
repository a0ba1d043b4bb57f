#pragma once

#include "shared/domain/quantity.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace orderdeck::server::ingest::mapping {

/// Index into Mapping::columns.
using ColumnId = std::size_t;

/// One test of a cell as it stands in the file, without blanks at its ends.
struct CellTest {
    enum class Kind : std::uint8_t {
        is,          ///< one of `texts`
        starts_with, ///< with one of `texts`
        like,        ///< one of `texts` as a pattern: # a digit, ? any character, * anything
        empty,       ///< no text, or a word that means "no value"
        below,       ///< a number below `number`
        above,
    } kind = Kind::is;
    bool is_negated = false;
    ColumnId column = 0;
    std::vector<std::string> texts;
    domain::Quantity number;
};

/// Holds when all tests of one of its groups hold; an empty condition always holds.
using Condition = std::vector<std::vector<CellTest>>;

/// Where the value of a role comes from.
struct ValueSource {
    enum class Kind : std::uint8_t {
        column,   ///< the cell of `column`
        constant, ///< `text`
        first_of, ///< the first of `parts` that has a value
        slug_of,  ///< the value of parts[0] as a short code: "Côte d'Ivoire" is "cote-d-ivoire"
        yearly, ///< the value of parts[0] and the year of the date parts[1]: "4711/2026". The year begins on `text`, "04-01"
        ordinal, ///< counts the rows of the same order in the feed, for sources without line numbers
        text_template, ///< literal texts and the values of columns in turn: all `parts`, or nothing when one is missing
    } kind = Kind::column;
    enum class Sign : std::uint8_t { as_stated, negated, absolute } sign = Sign::as_stated;
    ColumnId column = 0;
    std::string text;
    std::vector<ValueSource> parts;
    std::map<std::string, std::string> words; ///< the file's words in our vocabulary, for this role alone
    Condition when;                           ///< without it there is no value
};

} // namespace orderdeck::server::ingest::mapping
