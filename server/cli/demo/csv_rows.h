#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::cli::demo {

/// A cell of CSV as RFC 4180 has it.
void append_cell(std::string& line, std::string_view value);

/// A row with its end of line.
template <typename Cells>
void append_row(std::string& text, const Cells& cells) {
    bool is_first = true;
    for (const auto& cell : cells) {
        if (!is_first) text += ',';
        is_first = false;
        append_cell(text, cell);
    }
    text += '\n';
}

/// The cells of a row that append_row has written.
std::vector<std::string> cells_of(std::string_view row);

} // namespace orderdeck::server::cli::demo
