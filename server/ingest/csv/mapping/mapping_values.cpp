#include "server/ingest/csv/mapping/mapping_parser.h"

#include "shared/base/text.h"

#include <algorithm>

namespace orderdeck::server::ingest::csv {

base::Result<void> check_keys(const json::Value& object, std::initializer_list<std::string_view> known) {
    for (const json::Member& member : TRY(object.members())) {
        if (std::find(known.begin(), known.end(), member.name) != known.end()) continue;
        std::string names;
        for (const std::string_view name : known)
            names.append(names.empty() ? "" : ", ").append(name);
        return member.value.refuse("unknown key \"" + member.name + "\"; known here: " + names);
    }
    return {};
}

base::Result<std::vector<std::string>> parse_texts(const json::Value& object, std::string_view key) {
    if (!TRY(object.optional_field(key))) return std::vector<std::string>{};
    return object.strings_field(key);
}

base::Result<ValueSource> parse_source(const json::Value& value) {
    if (value.kind() == json::Kind::string)
        return ValueSource{.kind = ValueSource::Kind::column, .columns = {TRY(value.string())}, .text = {}};
    TRY(check_keys(value, {"constant", "first_of", "slug_of", "ordinal"}));
    const auto members = TRY(value.members());
    if (members.size() != 1) return value.refuse("one of constant, first_of, slug_of, ordinal is needed");
    const json::Member& member = members.front();
    if (member.name == "constant")
        return ValueSource{
            .kind = ValueSource::Kind::constant, .columns = {}, .text = TRY(member.value.string())};
    if (member.name == "slug_of")
        return ValueSource{
            .kind = ValueSource::Kind::slug_of, .columns = {TRY(member.value.string())}, .text = {}};
    if (member.name == "ordinal") {
        if (TRY(member.value.string()) != "order")
            return member.value.refuse("only rows of one \"order\" are counted");
        return ValueSource{.kind = ValueSource::Kind::ordinal, .columns = {}, .text = {}};
    }
    return ValueSource{
        .kind = ValueSource::Kind::first_of, .columns = TRY(value.strings_field("first_of")), .text = {}};
}

base::Result<std::optional<ValueSource>> parse_optional_source(const json::Value& object,
                                                               std::string_view key) {
    const auto value = TRY(object.optional_field(key));
    if (!value) return std::optional<ValueSource>{};
    return std::optional(TRY(parse_source(*value)));
}

base::Result<ReferencePattern> parse_reference(const json::Value& pattern) {
    const std::string text = TRY(pattern.string());
    ReferencePattern reference;
    std::size_t begin = 0;
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', begin)) {
        const std::size_t close = text.find('}', open);
        if (close == std::string::npos) return pattern.refuse("'{' without '}'");
        reference.literals.push_back(text.substr(begin, open - begin));
        reference.columns.push_back(text.substr(open + 1, close - open - 1));
        begin = close + 1;
    }
    reference.literals.push_back(text.substr(begin));
    const bool names_a_column = std::any_of(reference.columns.begin(), reference.columns.end(),
                                            [](const std::string& column) { return column != "*"; });
    if (!names_a_column) return pattern.refuse("a reference needs at least one {column}");
    return reference;
}

} // namespace orderdeck::server::ingest::csv
