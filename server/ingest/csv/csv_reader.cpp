#include "server/ingest/csv/csv_reader.h"

#include "shared/base/text.h"

#include <algorithm>

namespace orderdeck::server::ingest::csv {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
/// A row that goes on longer than this is one whose quote was never closed.
constexpr std::int64_t kMaxLinesOfRow = 200;

bool is_blank(std::string_view line) { return base::trim(line).empty(); }

} // namespace

CsvReader::CsvReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {
    if (text_.starts_with(kByteOrderMark)) text_.remove_prefix(kByteOrderMark.size());
    csv_init(&parser_, CSV_STRICT);
}

CsvReader::~CsvReader() { csv_free(&parser_); }

void CsvReader::add_cell(void* cell, std::size_t length, void* reader) {
    static_cast<CsvReader*>(reader)->cells_.emplace_back(static_cast<const char*>(cell), length);
}

void CsvReader::end_row(int, void* reader) {
    auto& self = *static_cast<CsvReader*>(reader);
    self.ready_.push_back(
        {.line = self.row_line_, .cells = std::move(self.cells_), .problem = RowProblem::none});
    self.cells_.clear();
}

void CsvReader::reset(Quotes quotes) {
    csv_free(&parser_);
    csv_init(&parser_, quotes == Quotes::strict ? CSV_STRICT | CSV_STRICT_FINI : CSV_STRICT_FINI);
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter_));
    cells_.clear();
}

/// The next physical line with its end.
std::string_view CsvReader::next_line() {
    const std::size_t found = text_.find('\n', position_);
    const std::size_t end = found == std::string_view::npos ? text_.size() : found + 1;
    const std::string_view line = text_.substr(position_, end - position_);
    position_ = end;
    ++line_;
    return line;
}

void CsvReader::rewind(std::size_t position, std::int64_t line) {
    position_ = position;
    line_ = line;
    ready_.clear();
}

/// Feeds lines until a row is complete. The parser knows no positions: what it makes of one line begins there.
CsvReader::Outcome CsvReader::read_row(Quotes quotes) {
    reset(quotes);
    row_line_ = line_;
    while (!at_end()) {
        const std::string_view line = next_line();
        if (line_ - row_line_ == 1 && is_blank(line)) {
            row_line_ = line_;
            continue;
        }
        if (csv_parse(&parser_, line.data(), line.size(), add_cell, end_row, this) != line.size())
            return Outcome::stray_quote;
        if (at_end()) break;
        if (!ready_.empty()) return Outcome::complete;
        if (line_ - row_line_ > kMaxLinesOfRow) return Outcome::unterminated;
    }
    return flush();
}

CsvReader::Outcome CsvReader::flush() {
    if (csv_fini(&parser_, add_cell, end_row, this) != 0) return Outcome::unterminated;
    return ready_.empty() ? Outcome::nothing : Outcome::complete;
}

std::optional<CsvRow> CsvReader::next() {
    ++place_.nth;
    if (ready_.empty()) {
        const std::size_t begin = position_;
        const std::int64_t begin_line = line_;
        place_ = {.position = begin, .line = begin_line, .nth = 0};
        Outcome outcome = read_row(Quotes::strict);
        const bool has_stray_quote = outcome == Outcome::stray_quote;
        if (has_stray_quote) {
            rewind(begin, begin_line);
            outcome = read_row(Quotes::lenient);
        }
        if (outcome == Outcome::nothing) return std::nullopt;
        if (outcome != Outcome::complete) {
            const std::int64_t broken = row_line_;
            rewind(begin, begin_line);
            while (line_ <= broken)
                next_line();
            return CsvRow{.line = broken, .cells = {}, .problem = RowProblem::unterminated_quote};
        }
        if (has_stray_quote) ready_.front().problem = RowProblem::stray_quote;
    }
    CsvRow row = std::move(ready_.front());
    ready_.pop_front();
    return row;
}

std::optional<CsvRow> CsvReader::read_at(const CsvPlace& place) {
    rewind(place.position, place.line);
    auto row = next();
    for (std::int32_t i = 0; i < place.nth && row; ++i)
        row = next();
    return row;
}

} // namespace orderdeck::server::ingest::csv
