#pragma once

#include <csv.h>

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest::csv {

/// What is wrong with the form of a row (RFC 4180).
enum class RowProblem : std::uint8_t {
    none,
    stray_quote,        ///< a quote inside an unquoted cell; the cells are read as well as possible
    unterminated_quote, ///< no end of the quoted cell within reach; the row has no cells, reading goes on below it
};

/// Where a row can be read again.
struct CsvPlace {
    std::size_t position = 0; ///< in the text
    std::int64_t line = 1;    ///< of the file, counted from 1, where the row begins
    std::int32_t nth =
        0; ///< of the rows that begin at this position: more than one when they end without a line feed
};

struct CsvRow {
    std::int64_t line = 0; ///< of the file, counted from 1, where the row begins
    std::vector<std::string> cells;
    RowProblem problem = RowProblem::none;
};

/// Reads the rows of a CSV text one by one; blank lines and a byte order mark are skipped, blanks around unquoted cells
/// dropped, line ends of all systems understood. The text must outlive the reader.
class CsvReader {
public:
    CsvReader(std::string_view text, char delimiter);
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;
    ~CsvReader();

    /// The next row; nullopt at the end.
    std::optional<CsvRow> next();
    /// Where the row that `next` gave last stands.
    CsvPlace place() const { return place_; }
    /// The row at a place that `place` gave; `next` goes on behind it.
    std::optional<CsvRow> read_at(const CsvPlace& place);

private:
    enum class Quotes : std::uint8_t { strict, lenient };
    enum class Outcome : std::uint8_t { complete, stray_quote, unterminated, nothing };

    void reset(Quotes quotes);
    std::string_view next_line();
    void rewind(std::size_t position, std::int64_t line);
    bool at_end() const { return position_ == text_.size(); }
    Outcome read_row(Quotes quotes);
    Outcome flush();
    static void add_cell(void* cell, std::size_t length, void* reader);
    static void end_row(int terminator, void* reader);

    std::string_view text_;
    char delimiter_;
    csv_parser parser_{};
    std::size_t position_ = 0;
    std::int64_t line_ = 1;
    std::int64_t row_line_ = 1;
    CsvPlace place_;
    std::vector<std::string> cells_;
    std::deque<CsvRow> ready_;
};

} // namespace orderdeck::server::ingest::csv
