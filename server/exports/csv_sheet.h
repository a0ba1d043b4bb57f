#pragma once

#include "server/exports/sheet.h"

#include <string>
#include <string_view>

namespace orderdeck::server::exports {

/// CSV by RFC 4180 in UTF-8 with a byte order mark, without which Excel takes it for another encoding. Dates are
/// ISO 8601, amounts plain decimals. The head has no place in it but for the moment, which is a column.
class CsvSheet final : public Sheet {
public:
    explicit CsvSheet(const i18n::Language& language);
    base::Result<void> add(std::span<const Cell> cells) override;
    base::Result<std::string> finish(const SheetHead& head) override;

private:
    std::string text_;
};

/// A text that no spreadsheet takes for a formula (OWASP CSV injection): an apostrophe before each = + - @ in ASCII or
/// full width that begins the text, also behind blanks, or what follows a semicolon, tab or line break in it, where a
/// spreadsheet with other separators begins a cell.
std::string without_formulas(std::string_view text);

} // namespace orderdeck::server::exports
