#include "server/ingest/csv/mapping/mapping_parser.h"

#include <algorithm>
#include <array>

namespace orderdeck::server::ingest::csv {
namespace {

constexpr std::array<std::string_view, 6> kSourceKinds = {"sales",   "production", "warehouse",
                                                          "carrier", "finance",    "customer"};

base::Result<SourceSystem> parse_system(const json::Value& value) {
    TRY(check_keys(value, {"name", "kind"}));
    SourceSystem system;
    system.name = TRY(value.string_field("name"));
    system.kind = TRY(value.string_field("kind"));
    if (std::find(kSourceKinds.begin(), kSourceKinds.end(), system.kind) == kSourceKinds.end())
        return TRY(value.field("kind"))
            .refuse("unknown kind; known: sales, production, warehouse, carrier, finance, customer");
    return system;
}

base::Result<char> parse_character(const json::Value& object, std::string_view key, char otherwise) {
    const auto text = TRY(object.optional_string_field(key));
    if (!text) return otherwise;
    if (text->size() != 1) return TRY(object.field(key)).refuse("exactly one ASCII character is needed");
    return text->front();
}

base::Result<void> parse_file(const json::Value& file, Mapping& mapping) {
    TRY(check_keys(file, {"delimiter", "encoding"}));
    mapping.delimiter = TRY(parse_character(file, "delimiter", ','));
    const auto encoding = TRY(file.optional_string_field("encoding"));
    if (!encoding) return {};
    const auto known = encoding_from(*encoding);
    if (!known)
        return TRY(file.field("encoding")).refuse("unknown encoding; known: utf-8, windows-1252, iso-8859-1");
    mapping.encoding = *known;
    return {};
}

base::Result<void> parse_dates(const json::Value& dates, Mapping& mapping) {
    TRY(check_keys(dates, {"formats", "two_digit_years_from", "utc_offset_minutes"}));
    mapping.dates.formats = TRY(dates.strings_field("formats"));
    for (const std::string& format : mapping.dates.formats) {
        if (auto checked = check_format(format); !checked)
            return TRY(dates.field("formats")).refuse("\"" + format + "\": " + checked.error().message);
    }
    const auto pivot = TRY(dates.optional_int64_field("two_digit_years_from"));
    if (pivot)
        mapping.dates.two_digit_years_from = static_cast<int>(std::clamp<std::int64_t>(*pivot, 1, 9900));
    const auto offset = TRY(dates.optional_int64_field("utc_offset_minutes"));
    if (offset)
        mapping.dates.utc_offset_minutes = static_cast<int>(std::clamp<std::int64_t>(*offset, -1080, 1080));
    return {};
}

base::Result<void> parse_numbers(const json::Value& numbers, Mapping& mapping) {
    TRY(check_keys(numbers, {"decimal_point", "grouping"}));
    mapping.decimal_point = TRY(parse_character(numbers, "decimal_point", '.'));
    mapping.grouping = TRY(parse_character(numbers, "grouping", '\0'));
    return {};
}

base::Result<ColumnRules> parse_column(const json::Value& column) {
    TRY(check_keys(column, {"type", "empty", "words", "texts", "reference"}));
    ColumnRules rules;
    rules.empty = TRY(parse_texts(column, "empty"));
    rules.texts = TRY(parse_texts(column, "texts"));
    if (const auto words = TRY(column.optional_field("words"))) {
        for (const json::Member& word : TRY(words->members()))
            rules.words.emplace(word.name, TRY(word.value.string()));
    }
    if (const auto reference = TRY(column.optional_field("reference")))
        rules.reference = TRY(parse_reference(*reference));
    const std::string type = TRY(column.optional_string_field("type")).value_or("text");
    if (type == "number")
        rules.type = ColumnRules::Type::number;
    else if (type == "date")
        rules.type = ColumnRules::Type::date;
    else if (type != "text")
        return TRY(column.field("type")).refuse("unknown type; known: text, number, date");
    return rules;
}

} // namespace

base::Result<void> parse_file_rules(const json::Value& root, Mapping& mapping) {
    mapping.source = TRY(parse_system(TRY(root.field("source"))));
    if (const auto file = TRY(root.optional_field("file"))) TRY(parse_file(*file, mapping));
    if (const auto dates = TRY(root.optional_field("dates"))) TRY(parse_dates(*dates, mapping));
    if (const auto numbers = TRY(root.optional_field("numbers"))) TRY(parse_numbers(*numbers, mapping));
    return {};
}

base::Result<void> parse_column_rules(const json::Value& root, Mapping& mapping) {
    mapping.empty = TRY(parse_texts(root, "empty"));
    mapping.unused = TRY(parse_texts(root, "unused"));
    const auto columns = TRY(root.optional_field("columns"));
    if (!columns) return {};
    for (const json::Member& column : TRY(columns->members()))
        mapping.columns.emplace(column.name, TRY(parse_column(column.value)));
    return {};
}

} // namespace orderdeck::server::ingest::csv
