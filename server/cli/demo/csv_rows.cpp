#include "server/cli/demo/csv_rows.h"

namespace orderdeck::server::cli::demo {

void append_cell(std::string& line, std::string_view value) {
    if (value.find_first_of(",\"\r\n") == std::string_view::npos) {
        line += value;
        return;
    }
    line += '"';
    for (const char c : value) {
        if (c == '"') line += '"';
        line += c;
    }
    line += '"';
}

std::vector<std::string> cells_of(std::string_view row) {
    std::vector<std::string> cells(1);
    bool is_quoted = false;
    for (std::size_t i = 0; i < row.size() && (is_quoted || row[i] != '\n'); ++i) {
        const char c = row[i];
        const bool is_escaped = is_quoted && c == '"' && i + 1 < row.size() && row[i + 1] == '"';
        if (is_escaped) ++i;
        if (c == '"' && !is_escaped)
            is_quoted = !is_quoted;
        else if (c == ',' && !is_quoted)
            cells.emplace_back();
        else
            cells.back() += c;
    }
    return cells;
}

} // namespace orderdeck::server::cli::demo
