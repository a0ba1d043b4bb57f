// The CSV reader and the encodings of files. The first byte of an input picks the delimiter.
#include "server/ingest/csv/csv_reader.h"
#include "server/ingest/mapping/encoding.h"
#include "shared/base/utf8.h"
#include "tests/fuzz/law.h"

#include <algorithm>
#include <string>

using namespace orderdeck;
using server::ingest::csv::CsvReader;
using server::ingest::csv::CsvRow;
using server::ingest::csv::RowProblem;
using server::ingest::mapping::Encoding;

namespace {

constexpr std::string_view kDelimiters = ",;\t|";

std::string joined(const CsvRow& row, char delimiter) {
    std::string text;
    for (const std::string& cell : row.cells) {
        if (&cell != &row.cells.front()) text += delimiter;
        text += '"';
        for (const char c : cell) {
            text += c;
            if (c == '"') text += c;
        }
        text += '"';
    }
    return text + "\r\n";
}

void check_rejoins(const CsvRow& row, char delimiter) {
    // The reader gives a row up after 200 lines; one that ends just there takes a line more when its quotes are closed.
    constexpr auto kLongRow = 198;
    const std::string text = joined(row, delimiter);
    if (std::count(text.begin(), text.end(), '\n') > kLongRow) return;
    CsvReader reader(text, delimiter);
    const auto again = reader.next();
    fuzz::require(again && again->problem == RowProblem::none, "a row of quoted cells is well-formed");
    fuzz::require(again->cells == row.cells, "quoted cells read as they were written");
    fuzz::require(!reader.next(), "one row stays one row");
}

void check_rows(std::string_view text, char delimiter) {
    CsvReader reader(text, delimiter);
    const std::int64_t lines = 1 + std::count(text.begin(), text.end(), '\n');
    std::int64_t line = 1;
    std::size_t rows = 0;
    while (const auto row = reader.next()) {
        fuzz::require(++rows <= text.size(), "a text has no more rows than bytes");
        fuzz::require(row->line >= line && row->line <= lines, "rows come in the order of the lines");
        line = row->line;
        if (row->problem == RowProblem::unterminated_quote)
            fuzz::require(row->cells.empty(), "a row without end has no cells");
        else
            check_rejoins(*row, delimiter);
    }
}

void check_encoding(std::string_view bytes) {
    const auto read = [bytes](Encoding encoding) {
        return fuzz::expect(server::ingest::mapping::to_utf8(bytes, encoding), "the encoding is known");
    };
    for (const Encoding said : {Encoding::gb18030, Encoding::shift_jis})
        fuzz::require(bytes.starts_with("\xEF\xBB\xBF") || base::is_valid_utf8(read(said)),
                      "text becomes UTF-8");
    // A byte order mark tells UTF-16, whatever the mapping says.
    if (bytes.starts_with("\xfe\xff") || bytes.starts_with("\xff\xfe")) {
        for (const Encoding said : {Encoding::utf8, Encoding::windows_1252})
            fuzz::require(base::is_valid_utf8(read(said)), "UTF-16 becomes UTF-8");
        return;
    }
    fuzz::require(read(Encoding::utf8) == bytes, "a UTF-8 file is taken as it is");
    if (bytes.starts_with("\xEF\xBB\xBF")) return;
    const std::string text = read(Encoding::windows_1252);
    fuzz::require(base::is_valid_utf8(text), "Windows-1252 becomes UTF-8");
    fuzz::require(base::count_code_points(text) == bytes.size(), "each byte becomes one character");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text = fuzz::text_of(data + 1, size - 1);
    check_rows(text, kDelimiters[data[0] % kDelimiters.size()]);
    check_encoding(text);
    return 0;
}
