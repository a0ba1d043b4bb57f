#include "server/exports/csv_sheet.h"

#include "shared/base/utf8.h"

#include <array>

namespace orderdeck::server::exports {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kLineEnd = "\r\n";

/// = + - @ and their full-width forms, which spreadsheets in East Asian languages read alike.
constexpr std::array<std::string_view, 8> kFormulaSigns{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
/// Quotes are none, but a spreadsheet with other separators reads them as the edges of a cell.
constexpr std::array<std::string_view, 6> kBlanks{" ", "\"", "\xC2\xA0", "\xE3\x80\x80", kByteOrderMark,
                                                  "\v"};

bool begins_formula(std::string_view text) {
    for (bool skipped = true; skipped;) {
        skipped = false;
        for (const std::string_view blank : kBlanks) {
            if (!text.starts_with(blank)) continue;
            text.remove_prefix(blank.size());
            skipped = true;
        }
    }
    for (const std::string_view sign : kFormulaSigns)
        if (text.starts_with(sign)) return true;
    return false;
}

/// Where a spreadsheet may begin a cell, whatever it takes for a separator. Tab and CR at the front count as formulas.
bool separates_cells(char c) { return c == ';' || c == '\t' || c == '\r' || c == '\n' || c == '\f'; }

void append_field(std::string& out, std::string_view text) {
    const bool has_edges = text.starts_with(' ') || text.ends_with(' ');
    if (!has_edges && text.find_first_of(",;\"\t\r\n\f") == std::string_view::npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

std::string field_of(const Cell& cell) {
    struct Writer {
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(const std::string& text) const { return without_formulas(text); }
        std::string operator()(base::LocalDate date) const { return date.to_string(); }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(domain::Quantity quantity) const { return quantity.to_string(); }
        std::string operator()(const domain::Money& money) const { return money.to_string(); }
    };
    return std::visit(Writer{}, cell);
}

} // namespace

std::string without_formulas(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    if (begins_formula(text) || (!text.empty() && separates_cells(text.front()))) out += '\'';
    for (std::size_t i = 0; i < text.size(); ++i) {
        out += text[i];
        if (separates_cells(text[i]) && begins_formula(text.substr(i + 1))) out += '\'';
    }
    return out;
}

CsvSheet::CsvSheet(const i18n::Language& language) : text_(kByteOrderMark) {
    bool first = true;
    for (const Column& column : order_columns()) {
        if (!first) text_ += ',';
        first = false;
        append_field(text_, language.raw(column.title));
    }
    text_ += kLineEnd;
}

base::Result<void> CsvSheet::add(std::span<const Cell> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text_ += ',';
        append_field(text_, field_of(cells[i]));
    }
    text_ += kLineEnd;
    return {};
}

base::Result<std::string> CsvSheet::finish(const SheetHead&) { return std::move(text_); }

} // namespace orderdeck::server::exports
