#include "server/ingest/csv/rows/row_cells.h"

#include "shared/base/parse_number.h"
#include "shared/base/text.h"
#include "shared/base/utf8.h"
#include "shared/domain/money.h"

#include <algorithm>

namespace orderdeck::server::ingest::csv {
namespace {

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

template <typename Value>
std::optional<Value> to_optional(base::Result<Value> result) {
    if (!result) return std::nullopt;
    return std::move(*result);
}

} // namespace

std::string slug_of(std::string_view name) {
    const std::string folded = base::fold_for_search(name);
    std::string_view rest = folded;
    std::string slug;
    bool gap = false;
    while (const auto next = base::next_code_point(rest)) {
        const bool is_ascii_word = (*next >= 'a' && *next <= 'z') || (*next >= '0' && *next <= '9');
        if (*next < 0x80 && !is_ascii_word) {
            gap = true;
            continue;
        }
        if (gap && !slug.empty()) slug += '-';
        gap = false;
        base::append_utf8(slug, *next);
    }
    return slug;
}

void RowCells::report_cell(std::size_t column, const std::string& value, Severity severity, std::string code,
                           std::string message) const {
    context_.log.add({.file_line = line_,
                      .column = context_.header.name(column),
                      .value = value,
                      .severity = severity,
                      .code = std::move(code),
                      .message = std::move(message)});
}

void RowCells::report(const ValueSource& source, Severity severity, std::string code,
                      std::string message) const {
    if (!source.columns.empty()) {
        const std::size_t column = context_.header.index_of(source.columns.front());
        return report_cell(column, cells_[column], severity, std::move(code), std::move(message));
    }
    context_.log.add({.file_line = line_,
                      .column = {},
                      .value = {},
                      .severity = severity,
                      .code = std::move(code),
                      .message = std::move(message)});
}

std::optional<std::string> RowCells::cell(std::size_t column) const {
    std::string text(base::trim(cells_[column]));
    if (text.empty()) return std::nullopt;
    if (!base::is_valid_utf8(text)) {
        text = base::replace_invalid_utf8(text);
        report_cell(column, text, Severity::warning, "bad_encoding",
                    "\"" + text + "\" is not in the encoding of the mapping; wrong characters were replaced");
    }
    const ColumnRules& rules = context_.header.rules(column);
    if (contains(rules.empty, text) || contains(context_.mapping.empty, text)) {
        report_cell(column, text, Severity::info, "not_captured",
                    "\"" + text + "\" means that there is no value");
        return std::nullopt;
    }
    if (context_.references.take(line_, column, text)) return std::nullopt;
    if (const auto word = rules.words.find(text); word != rules.words.end()) return word->second;
    return text;
}

/// A text that the mapping allows in a column of numbers or dates.
bool RowCells::is_stated_text(std::size_t column, const std::string& text) const {
    return contains(context_.header.rules(column).texts, text);
}

std::optional<std::string> RowCells::text(const ValueSource& source) const {
    if (source.kind == ValueSource::Kind::constant) return source.text;
    for (const std::string& name : source.columns) {
        auto value = cell(context_.header.index_of(name));
        if (value && source.kind == ValueSource::Kind::slug_of) value = slug_of(*value);
        if (value && !value->empty()) return value;
    }
    return std::nullopt;
}

/// The first column whose cell can be parsed; cells that cannot be are reported.
template <typename Value, typename Parse>
std::optional<Value> RowCells::first(const ValueSource& source, std::string_view code,
                                     std::string_view expected, Parse parse) const {
    if (source.kind == ValueSource::Kind::constant) return parse(source.text);
    for (const std::string& name : source.columns) {
        const std::size_t column = context_.header.index_of(name);
        const auto text = cell(column);
        if (!text || is_stated_text(column, *text)) continue;
        if (std::optional<Value> value = parse(*text)) return value;
        report_cell(column, *text, Severity::warning, std::string(code),
                    "\"" + *text + "\" is not " + std::string(expected) +
                        "; the row was imported without it");
    }
    return std::nullopt;
}

/// The number with '.' as decimal point and without grouping.
std::string RowCells::plain_number(std::string_view text) const {
    std::string plain;
    for (const char c : text) {
        if (c == context_.mapping.grouping && c != '\0') continue;
        plain += c == context_.mapping.decimal_point ? '.' : c;
    }
    return plain;
}

std::optional<domain::Occurrence> RowCells::date(const ValueSource& source) const {
    return first<domain::Occurrence>(source, "bad_date", "a date", [this](const std::string& text) {
        return parse_date(text, context_.mapping.dates);
    });
}

std::optional<domain::Quantity> RowCells::number(const ValueSource& source) const {
    return first<domain::Quantity>(source, "bad_number", "a number", [this](const std::string& text) {
        return to_optional(domain::Quantity::parse(plain_number(text)));
    });
}

std::optional<std::int64_t> RowCells::amount(const ValueSource& source, domain::Currency currency) const {
    return first<std::int64_t>(source, "bad_amount", "an amount of money",
                               [this, currency](const std::string& text) -> std::optional<std::int64_t> {
                                   const auto money = domain::Money::parse(plain_number(text), currency);
                                   if (!money) return std::nullopt;
                                   return money->minor;
                               });
}

std::string RowCells::note(const std::vector<std::string>& columns) const {
    std::vector<std::string> parts;
    for (const std::string& name : columns) {
        const std::size_t column = context_.header.index_of(name);
        const auto text = cell(column);
        if (!text) continue;
        const ColumnRules& rules = context_.header.rules(column);
        const bool is_wrong =
            !is_stated_text(column, *text) &&
            ((rules.type == ColumnRules::Type::number && !base::parse_decimal(plain_number(*text))) ||
             (rules.type == ColumnRules::Type::date && !parse_date(*text, context_.mapping.dates)));
        if (is_wrong)
            report_cell(column, *text, Severity::warning,
                        rules.type == ColumnRules::Type::number ? "bad_number" : "bad_date",
                        "\"" + *text + "\" is unexpected here; it was kept as it is");
        parts.push_back(name + ": " + *text);
    }
    return base::join(parts, "; ");
}

} // namespace orderdeck::server::ingest::csv
