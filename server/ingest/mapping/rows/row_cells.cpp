#include "server/ingest/mapping/rows/row_cells.h"

#include "server/ingest/mapping/rows/plain_number.h"
#include "shared/base/parse_number.h"
#include "shared/base/text.h"
#include "shared/base/utf8.h"
#include "shared/domain/money.h"

#include <algorithm>

namespace orderdeck::server::ingest::mapping {
namespace {

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

template <typename Value>
std::optional<Value> to_optional(base::Result<Value> result) {
    if (!result) return std::nullopt;
    return std::move(*result);
}

/// The first column that a source names; null for a constant.
const ColumnId* first_column(const ValueSource& source) {
    if (source.kind == ValueSource::Kind::column) return &source.column;
    for (const ValueSource& part : source.parts) {
        if (const ColumnId* column = first_column(part)) return column;
    }
    return nullptr;
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

void RowCells::report_cell(ColumnId column, Discovery discovery) const {
    context_.log.add(context_.places.of_cell(row_, column), std::to_string(column),
                     row_.places[context_.mapping.columns[column].part], std::move(discovery));
}

void RowCells::report(Discovery discovery) const {
    context_.log.add(context_.places.of_row(row_), {}, row_.places[row_.scope], std::move(discovery));
}

void RowCells::report(const ValueSource& source, Severity severity, std::string code,
                      std::string message) const {
    Discovery discovery{
        .value = {}, .severity = severity, .code = std::move(code), .message = std::move(message)};
    const ColumnId* column = first_column(source);
    if (column == nullptr) return report(std::move(discovery));
    discovery.value = base::trim(row_.cells[*column]);
    report_cell(*column, std::move(discovery));
}

bool RowCells::means_nothing(ColumnId column, std::string_view text) const {
    return contains(context_.mapping.columns[column].rules.empty, text) ||
           contains(context_.mapping.empty, text);
}

std::optional<std::string> RowCells::cell(ColumnId column) const {
    std::string text(base::trim(row_.cells[column]));
    if (text.empty()) return std::nullopt;
    if (!base::is_valid_utf8(text)) {
        text = base::replace_invalid_utf8(text);
        report_cell(column, {.value = text,
                             .severity = Severity::warning,
                             .code = "bad_encoding",
                             .message = "\"" + text +
                                        "\" is not in the encoding of the mapping; wrong characters were "
                                        "replaced"});
    }
    if (means_nothing(column, text)) {
        report_cell(column, {.value = text,
                             .severity = Severity::info,
                             .code = "not_captured",
                             .message = "\"" + text + "\" means that there is no value"});
        return std::nullopt;
    }
    if (context_.references.take(row_, context_.places, column, text)) return std::nullopt;
    const ColumnRules& rules = context_.mapping.columns[column].rules;
    if (const auto word = rules.words.find(text); word != rules.words.end()) return word->second;
    return text;
}

/// A text that the mapping allows in a column of numbers or dates.
bool RowCells::is_stated_text(ColumnId column, const std::string& text) const {
    return contains(context_.mapping.columns[column].rules.texts, text);
}

/// The text before the words of the role.
std::optional<std::string> RowCells::plain_text(const ValueSource& source) const {
    std::optional<std::string> value;
    switch (source.kind) {
    case ValueSource::Kind::column: return cell(source.column);
    case ValueSource::Kind::constant: return source.text;
    case ValueSource::Kind::ordinal: return std::nullopt;
    case ValueSource::Kind::slug_of:
        value = text(source.parts.front());
        return value ? std::optional(slug_of(*value)) : std::nullopt;
    case ValueSource::Kind::yearly: return yearly(source);
    case ValueSource::Kind::first_of:
        for (const ValueSource& part : source.parts) {
            value = text(part);
            if (value && !value->empty()) return value;
        }
        return std::nullopt;
    case ValueSource::Kind::text_template:
        value.emplace();
        for (const ValueSource& part : source.parts) {
            const auto piece = text(part);
            if (!piece) return std::nullopt;
            value->append(*piece);
        }
        return value;
    }
    return value;
}

/// Nothing without a date: the number alone would be that of several orders.
std::optional<std::string> RowCells::yearly(const ValueSource& source) const {
    auto number = text(source.parts.front());
    const auto day = date(source.parts.back());
    if (!number || !day) return std::nullopt;
    const std::string month_and_day = day->on.to_string().substr(5);
    const int year = day->on.year() - (month_and_day < source.text ? 1 : 0);
    return *number + "/" + std::to_string(year);
}

std::optional<std::string> RowCells::text(const ValueSource& source) const {
    if (!holds(source.when)) return std::nullopt;
    auto value = plain_text(source);
    if (!value) return std::nullopt;
    if (const auto word = source.words.find(*value); word != source.words.end()) value = word->second;
    if (value->empty() && source.kind != ValueSource::Kind::constant) return std::nullopt;
    return value;
}

/// The value of the source, or of the first of its parts that can be parsed; cells that cannot be are reported.
template <typename Value, typename Parse>
std::optional<Value> RowCells::parsed(const ValueSource& source, std::string_view code,
                                      std::string_view expected, Parse parse) const {
    if (source.kind == ValueSource::Kind::first_of && source.words.empty()) {
        if (!holds(source.when)) return std::nullopt;
        for (const ValueSource& part : source.parts) {
            if (auto value = parsed<Value>(part, code, expected, parse)) return value;
        }
        return std::nullopt;
    }
    const auto value = text(source);
    if (!value) return std::nullopt;
    const ColumnId* column = first_column(source);
    if (column != nullptr && is_stated_text(*column, *value)) return std::nullopt;
    if (std::optional<Value> result = parse(*value, source.sign)) return result;
    report(source, Severity::warning, std::string(code),
           "\"" + *value + "\" is not " + std::string(expected) + "; the row was imported without it");
    return std::nullopt;
}

namespace {

/// The number as the role wants it.
std::string signed_number(std::string number, ValueSource::Sign sign) {
    const bool is_turned = sign == ValueSource::Sign::negated ||
                           (sign == ValueSource::Sign::absolute && number.starts_with('-'));
    return is_turned ? negated(std::move(number)) : number;
}

} // namespace

std::optional<domain::Occurrence> RowCells::date(const ValueSource& source) const {
    return parsed<domain::Occurrence>(source, "bad_date", "a date",
                                      [this](const std::string& text, ValueSource::Sign) {
                                          return parse_date(text, context_.mapping.dates);
                                      });
}

std::optional<domain::Quantity> RowCells::number(const ValueSource& source) const {
    const Mapping& mapping = context_.mapping;
    return parsed<domain::Quantity>(
        source, "bad_number", "a number", [&mapping](const std::string& text, ValueSource::Sign sign) {
            return to_optional(domain::Quantity::parse(
                signed_number(plain_number(text, mapping.decimal_point, mapping.grouping), sign)));
        });
}

std::optional<std::int64_t> RowCells::amount(const ValueSource& source, domain::Currency currency) const {
    const Mapping& mapping = context_.mapping;
    return parsed<std::int64_t>(
        source, "bad_amount", "an amount of money",
        [&mapping, currency](const std::string& text, ValueSource::Sign sign) -> std::optional<std::int64_t> {
            const auto money = domain::Money::parse(
                signed_number(plain_number(text, mapping.decimal_point, mapping.grouping), sign), currency);
            if (!money) return std::nullopt;
            return money->minor;
        });
}

std::string RowCells::note(const std::vector<ColumnId>& columns) const {
    std::vector<std::string> parts;
    const Mapping& mapping = context_.mapping;
    for (const ColumnId column : columns) {
        const auto text = cell(column);
        if (!text) continue;
        const ColumnRules& rules = mapping.columns[column].rules;
        const bool is_number = rules.type == ColumnRules::Type::number;
        const bool is_date = rules.type == ColumnRules::Type::date;
        const bool is_wrong = !is_stated_text(column, *text) &&
                              ((is_number && !base::parse_decimal(plain_number(*text, mapping.decimal_point,
                                                                               mapping.grouping))) ||
                               (is_date && !parse_date(*text, mapping.dates)));
        if (is_wrong)
            report_cell(column, {.value = *text,
                                 .severity = Severity::warning,
                                 .code = is_number ? "bad_number" : "bad_date",
                                 .message = "\"" + *text + "\" is unexpected here; it was kept as it is"});
        parts.push_back(mapping.columns[column].name + ": " + *text);
    }
    return base::join(parts, "; ");
}

} // namespace orderdeck::server::ingest::mapping
