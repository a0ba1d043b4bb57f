#include "server/ingest/mapping/mapping_parser.h"

#include "shared/base/text.h"

#include <algorithm>
#include <array>

namespace orderdeck::server::ingest::mapping {

base::Result<char> parse_character(const json::Value& object, std::string_view key, char otherwise) {
    const auto text = TRY(object.optional_string_field(key));
    if (!text) return otherwise;
    if (text->size() != 1) return TRY(object.field(key)).refuse("exactly one ASCII character is needed");
    return text->front();
}

base::Result<std::vector<std::string>> texts_of(const json::Value& value) {
    if (value.kind() == json::Kind::string) return std::vector{TRY(value.string())};
    std::vector<std::string> texts;
    for (const json::Value& element : TRY(value.elements()))
        texts.push_back(TRY(element.string()));
    return texts;
}

base::Result<std::vector<std::string>> parse_texts(const json::Value& object, std::string_view key) {
    const auto value = TRY(object.optional_field(key));
    return value ? texts_of(*value) : base::Result<std::vector<std::string>>(std::vector<std::string>{});
}

base::Result<std::vector<ColumnId>> parse_columns(const json::Value& object, std::string_view key,
                                                  ColumnNames& names) {
    std::vector<ColumnId> columns;
    for (const std::string& name : TRY(parse_texts(object, key)))
        columns.push_back(TRY(names.find_or_add(TRY(object.field(key)), name)));
    return columns;
}

base::Result<std::map<std::string, std::string>> parse_words(const json::Value& object) {
    std::map<std::string, std::string> words;
    if (const auto list = TRY(object.optional_field("words"))) {
        for (const json::Member& word : TRY(list->members()))
            words.emplace(word.name, TRY(word.value.string()));
    }
    return words;
}

namespace {

constexpr std::array<std::string_view, 7> kSourceKinds = {"column",  "constant", "first_of", "slug_of",
                                                          "ordinal", "template", "yearly"};

base::Result<ValueSource> parse_column_source(const json::Value& value, ColumnNames& names) {
    ValueSource source;
    source.column = TRY(names.find_or_add(value, TRY(value.string())));
    return source;
}

ValueSource constant(std::string text) {
    ValueSource source;
    source.kind = ValueSource::Kind::constant;
    source.text = std::move(text);
    return source;
}

/// "{Town}, {Country}": literal texts and columns in turn.
base::Result<ValueSource> parse_template(const json::Value& value, ColumnNames& names) {
    ValueSource source;
    source.kind = ValueSource::Kind::text_template;
    const ReferencePattern pattern = TRY(parse_reference(value, names));
    for (std::size_t i = 0; i < pattern.literals.size(); ++i) {
        if (!pattern.literals[i].empty()) source.parts.push_back(constant(pattern.literals[i]));
        if (i == pattern.columns.size()) break;
        if (!pattern.columns[i]) return value.refuse("{*} names no column");
        ValueSource part;
        part.column = *pattern.columns[i];
        source.parts.push_back(std::move(part));
    }
    return source;
}

base::Result<ValueSource> parse_kind(const json::Member& member, ColumnNames& names) {
    if (member.name == "column") return parse_column_source(member.value, names);
    if (member.name == "constant") return constant(TRY(member.value.string()));
    if (member.name == "template") return parse_template(member.value, names);
    ValueSource source;
    if (member.name == "ordinal") {
        source.kind = ValueSource::Kind::ordinal;
        if (TRY(member.value.string()) != "order")
            return member.value.refuse("only rows of one \"order\" are counted");
        return source;
    }
    if (member.name == "slug_of" || member.name == "yearly") {
        source.kind = member.name == "slug_of" ? ValueSource::Kind::slug_of : ValueSource::Kind::yearly;
        source.parts.push_back(TRY(parse_source(member.value, names)));
        return source;
    }
    source.kind = ValueSource::Kind::first_of;
    for (const json::Value& part : TRY(member.value.elements()))
        source.parts.push_back(TRY(parse_source(part, names)));
    if (source.parts.empty()) return member.value.refuse("at least one column is needed");
    return source;
}

/// The parts of a number that its source gives out again every year, beside the number itself.
base::Result<void> parse_year(const json::Value& value, ValueSource& source, ColumnNames& names) {
    if (source.kind != ValueSource::Kind::yearly) {
        for (const std::string_view key : {"by", "starts"}) {
            if (const auto stray = TRY(value.optional_field(key)))
                return stray->refuse("only \"yearly\" has this key");
        }
        return {};
    }
    source.parts.push_back(TRY(parse_required(value, "by", names)));
    source.text = TRY(value.optional_string_field("starts")).value_or("01-01");
    // Of a leap year, so that every day has its text.
    if (!base::LocalDate::parse("2000-" + source.text))
        return TRY(value.field("starts")).refuse("a month and a day are needed, such as 04-01");
    return {};
}

base::Result<ValueSource::Sign> parse_sign(const json::Value& value) {
    const auto sign = TRY(value.optional_string_field("sign"));
    if (!sign) return ValueSource::Sign::as_stated;
    if (*sign == "negated") return ValueSource::Sign::negated;
    if (*sign == "absolute") return ValueSource::Sign::absolute;
    return TRY(value.field("sign")).refuse("unknown sign; known: negated, absolute");
}

} // namespace

base::Result<ValueSource> parse_source(const json::Value& value, ColumnNames& names) {
    if (value.kind() == json::Kind::string) return parse_column_source(value, names);
    TRY(check_keys(value, {"column", "constant", "first_of", "slug_of", "ordinal", "template", "yearly", "by",
                           "starts", "when", "words", "sign"}));
    std::optional<ValueSource> source;
    for (const json::Member& member : TRY(value.members())) {
        if (std::find(kSourceKinds.begin(), kSourceKinds.end(), member.name) == kSourceKinds.end()) continue;
        if (source) return value.refuse("a value has one source only");
        source = TRY(parse_kind(member, names));
    }
    if (!source)
        return value.refuse(
            "one of column, constant, first_of, slug_of, ordinal, template, yearly is needed");
    TRY(parse_year(value, *source, names));
    source->when = TRY(parse_condition(value, "when", names));
    source->words = TRY(parse_words(value));
    source->sign = TRY(parse_sign(value));
    return std::move(*source);
}

base::Result<ValueSource> parse_required(const json::Value& object, std::string_view key,
                                         ColumnNames& names) {
    return parse_source(TRY(object.field(key)), names);
}

base::Result<std::optional<ValueSource>> parse_optional_source(const json::Value& object,
                                                               std::string_view key, ColumnNames& names) {
    const auto value = TRY(object.optional_field(key));
    if (!value) return std::optional<ValueSource>{};
    return std::optional(TRY(parse_source(*value, names)));
}

base::Result<ReferencePattern> parse_reference(const json::Value& pattern, ColumnNames& names) {
    const std::string text = TRY(pattern.string());
    ReferencePattern reference;
    std::size_t begin = 0;
    bool names_a_column = false;
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', begin)) {
        const std::size_t close = text.find('}', open);
        if (close == std::string::npos) return pattern.refuse("'{' without '}'");
        reference.literals.push_back(text.substr(begin, open - begin));
        const std::string column = text.substr(open + 1, close - open - 1);
        if (column == "*")
            reference.columns.emplace_back();
        else
            reference.columns.emplace_back(TRY(names.find_or_add(pattern, column)));
        names_a_column = names_a_column || column != "*";
        begin = close + 1;
    }
    reference.literals.push_back(text.substr(begin));
    if (!names_a_column) return pattern.refuse("at least one {column} is needed");
    return reference;
}

} // namespace orderdeck::server::ingest::mapping
