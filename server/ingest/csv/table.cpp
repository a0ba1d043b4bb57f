#include "server/ingest/csv/table.h"

#include "shared/base/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace orderdeck::server::ingest::csv {
namespace {

using mapping::Severity;

std::string counts(std::size_t cells, std::size_t columns) {
    return "the row has " + std::to_string(cells) + " cells, the header " + std::to_string(columns);
}

/// Old systems end lines with a carriage return alone; the reader's lines end with a line feed.
std::string with_line_feeds(std::string text) {
    if (text.find('\n') == std::string::npos) std::replace(text.begin(), text.end(), '\r', '\n');
    return text;
}

bool has_nul(const std::string& cell) { return cell.find('\0') != std::string::npos; }

} // namespace

Table::Table(const Mapping& mapping, std::size_t part, std::string name, std::string text)
    : mapping_(mapping),
      part_(part),
      name_(std::move(name)),
      text_(std::move(text)),
      reader_(text_, mapping.parts[part].delimiter) {}

base::Result<std::unique_ptr<Table>> Table::open(const Mapping& mapping, std::size_t part,
                                                 const UnpackedFile& file, bool is_one_of_several,
                                                 FindingLog& log) {
    std::string text = TRY(mapping::to_utf8(file.bytes, mapping.parts[part].encoding));
    // The constructor is private, and the reader refers to the text: a table cannot move.
    std::unique_ptr<Table> table(new Table(mapping, part, file.name, with_line_feeds(std::move(text))));
    if (is_one_of_several) table->shown_name_ = file.name;
    TRY(table->read_header(log));
    return table;
}

void Table::report(std::int64_t line, Discovery discovery, FindingLog& log) const {
    log.add({.file = shown_name_, .line = line, .column = {}}, std::move(discovery));
}

base::Failure<base::Error> Table::refuse(Discovery discovery, std::int64_t line, FindingLog& log) const {
    const std::string where = line == 0 ? name_ : name_ + ":" + std::to_string(line);
    base::Failure<base::Error> failure = base::fail(base::ErrorCode::invalid, discovery.message, where);
    report(line, std::move(discovery), log);
    return failure;
}

base::Result<void> Table::read_header(FindingLog& log) {
    // A NUL in the first line: UTF-16 without a mark, or no text at all. Later ones are cells to report.
    if (text_.find('\0') < text_.find('\n'))
        return refuse({.value = {},
                       .severity = Severity::error,
                       .code = "bad_encoding",
                       .message = "the file is no text of the mapping's encoding: save it as CSV in UTF-8"},
                      0, log);
    const auto row = reader_.next();
    if (!row)
        return refuse({.value = {},
                       .severity = Severity::error,
                       .code = "empty_file",
                       .message = "the file is empty: a header row is needed"},
                      0, log);
    std::vector<std::string> names;
    for (const std::string& cell : row->cells)
        names.emplace_back(base::trim(cell));
    size_ = names.size();
    return check_header(names, row->line, log);
}

base::Result<void> Table::check_header(const std::vector<std::string>& names, std::int64_t line,
                                       FindingLog& log) {
    std::map<std::string_view, std::size_t> places;
    const auto about_column = [&](const std::string& column, std::string code, std::string message) {
        log.add({.file = shown_name_, .line = 1, .column = column}, {.value = {},
                                                                     .severity = Severity::info,
                                                                     .code = std::move(code),
                                                                     .message = std::move(message)});
    };
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!places.emplace(names[i], i).second)
            about_column(names[i], "repeated_column", "two columns have this name; the first counts");
    }
    std::vector<std::string> missing;
    std::set<std::string_view> known(mapping_.parts[part_].unused.begin(),
                                     mapping_.parts[part_].unused.end());
    for (ColumnId column = 0; column < mapping_.columns.size(); ++column) {
        if (mapping_.columns[column].part != part_) continue;
        const std::string& name = mapping_.columns[column].name;
        known.insert(name);
        const auto place = places.find(name);
        if (place == places.end())
            missing.push_back(name);
        else
            columns_.emplace_back(column, place->second);
    }
    if (!missing.empty())
        return refuse({.value = base::join(missing, ", "),
                       .severity = Severity::error,
                       .code = "missing_column",
                       .message = "the mapping \"" + mapping_.name +
                                  "\" needs columns that the file lacks: \"" + base::join(missing, "\", \"") +
                                  "\"; is it the right mapping and delimiter?"},
                      line, log);
    for (const std::string& name : names) {
        if (!known.contains(name))
            about_column(name, "unmapped_column",
                         "the mapping does not know this column; its cells stay in the inbox");
    }
    return {};
}

bool Table::has_form(const CsvRow& row, FindingLog& log) const {
    const auto say = [&](Severity severity, std::string code, std::string message) {
        report(row.line,
               {.value = {}, .severity = severity, .code = std::move(code), .message = std::move(message)},
               log);
    };
    if (row.problem == RowProblem::unterminated_quote) {
        say(Severity::error, "unterminated_quote", "a quote is opened and never closed");
        return false;
    }
    const bool is_short = row.cells.size() < size_;
    if (row.problem == RowProblem::stray_quote && is_short) {
        // The quote has swallowed separators: every later cell stands under a wrong heading.
        say(Severity::error, "shifted_by_quote",
            "a quote stands inside an unquoted cell, and " + counts(row.cells.size(), size_));
        return false;
    }
    if (row.problem == RowProblem::stray_quote)
        say(Severity::warning, "stray_quote",
            "a quote stands inside an unquoted cell; the row was read as well as possible");
    const auto beyond = row.cells.begin() + static_cast<std::ptrdiff_t>(std::min(row.cells.size(), size_));
    const bool is_shifted =
        std::any_of(beyond, row.cells.end(), [](const std::string& cell) { return !cell.empty(); });
    if (is_shifted) {
        say(Severity::error, "too_many_cells", counts(row.cells.size(), size_));
        return false;
    }
    if (is_short)
        say(Severity::warning, "too_few_cells",
            counts(row.cells.size(), size_) + "; the missing ones count as empty");
    if (std::any_of(row.cells.begin(), row.cells.end(), has_nul))
        say(Severity::warning, "nul_byte",
            "a cell holds a NUL byte; the file may have another encoding than the mapping says");
    return true;
}

std::optional<CsvRow> Table::next(FindingLog& log, std::int64_t& rejected) {
    while (auto row = reader_.next()) {
        if (has_form(*row, log)) return row;
        ++rejected;
    }
    return std::nullopt;
}

std::optional<CsvRow> Table::read_at(const CsvPlace& place) { return reader_.read_at(place); }

std::string_view Table::cell(const CsvRow& row, ColumnId column) const {
    const auto found = std::find_if(columns_.begin(), columns_.end(),
                                    [column](const auto& known) { return known.first == column; });
    return found->second < row.cells.size() ? base::trim(row.cells[found->second]) : std::string_view{};
}

void Table::fill(CsvRow csv_row, Row& row) const {
    for (const auto& [column, place] : columns_) {
        if (place < csv_row.cells.size())
            row.cells[column] = std::move(csv_row.cells[place]);
        else
            row.cells[column].clear();
    }
    row.places[part_] = csv_row.line;
}

void Table::clear(Row& row) const {
    for (const auto& [column, place] : columns_)
        row.cells[column].clear();
    row.places[part_] = 0;
}

std::int64_t Table::estimated_rows() const {
    return std::max<std::int64_t>(0, std::count(text_.begin(), text_.end(), '\n') - 1);
}

} // namespace orderdeck::server::ingest::csv
