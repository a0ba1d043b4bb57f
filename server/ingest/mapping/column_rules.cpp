#include "server/ingest/mapping/mapping_parser.h"

#include "server/ingest/mapping/date_format.h"

namespace orderdeck::server::ingest::mapping {
namespace {

base::Result<ColumnRules> parse_column(const json::Value& column, ColumnNames& names) {
    TRY(check_keys(column, {"type", "empty", "words", "texts", "reference"}));
    ColumnRules rules;
    rules.empty = TRY(parse_texts(column, "empty"));
    rules.texts = TRY(parse_texts(column, "texts"));
    rules.words = TRY(parse_words(column));
    if (const auto reference = TRY(column.optional_field("reference")))
        rules.reference = TRY(parse_reference(*reference, names));
    const std::string type = TRY(column.optional_string_field("type")).value_or("text");
    if (type == "number")
        rules.type = ColumnRules::Type::number;
    else if (type == "date")
        rules.type = ColumnRules::Type::date;
    else if (type != "text")
        return TRY(column.field("type")).refuse("unknown type; known: text, number, date");
    return rules;
}

base::Result<CheckRule> parse_check(const json::Value& value, ColumnNames& names) {
    TRY(check_keys(value, {"when", "code", "message"}));
    CheckRule check;
    names.begin_group(0);
    check.row.when = TRY(parse_condition(value, "when", names));
    check.row.scope = TRY(names.end_group(value));
    check.code = TRY(value.string_field("code"));
    check.message = TRY(value.string_field("message"));
    if (check.row.when.empty()) return value.refuse("a check needs \"when\"");
    return check;
}

} // namespace

base::Result<void> parse_column_rules(const json::Value& root, ColumnNames& names) {
    const auto columns = TRY(root.optional_field("columns"));
    if (!columns) return {};
    for (const json::Member& column : TRY(columns->members())) {
        names.begin_group(0);
        const ColumnId id = TRY(names.find_or_add(column.value, column.name));
        // The rules may name further columns: the column is looked up again after they are known.
        ColumnRules rules = TRY(parse_column(column.value, names));
        TRY(names.end_group(column.value));
        names.mapping().columns[id].rules = std::move(rules);
    }
    return {};
}

base::Result<void> parse_row_rules(const json::Value& root, ColumnNames& names) {
    Mapping& mapping = names.mapping();
    names.begin_group(0);
    mapping.ignored = TRY(parse_condition(root, "ignore", names));
    mapping.ignored_scope = TRY(names.end_group(root));
    const auto checks = TRY(root.optional_field("checks"));
    if (!checks) return {};
    for (const json::Value& check : TRY(checks->elements()))
        mapping.checks.push_back(TRY(parse_check(check, names)));
    return {};
}

} // namespace orderdeck::server::ingest::mapping
