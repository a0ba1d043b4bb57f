#include "server/ingest/mapping/mapping_parser.h"

#include <algorithm>

namespace orderdeck::server::ingest::mapping {
namespace {

base::Result<Encoding> parse_encoding(const json::Value& file, Encoding otherwise) {
    const auto name = TRY(file.optional_string_field("encoding"));
    if (!name) return otherwise;
    if (const auto known = encoding_from(*name)) return *known;
    return TRY(file.field("encoding")).refuse("unknown encoding; known: " + known_encodings());
}

/// How the text of a file is cut; `otherwise` has what all files of the feed have in common.
base::Result<Part> parse_text_form(const json::Value& file, const Part& otherwise) {
    Part part = otherwise;
    part.delimiter = TRY(parse_character(file, "delimiter", otherwise.delimiter));
    part.encoding = TRY(parse_encoding(file, otherwise.encoding));
    part.file_pattern = TRY(file.optional_string_field("name")).value_or("");
    return part;
}

base::Result<bool> optional_flag(const json::Value& object, std::string_view key) {
    const auto value = TRY(object.optional_field(key));
    return value ? value->boolean() : base::Result<bool>(false);
}

base::Result<std::size_t> find_file(const json::Value& value, const std::vector<Part>& parts) {
    const std::string name = TRY(value.string());
    const auto known =
        std::find_if(parts.begin(), parts.end(), [&name](const Part& part) { return part.name == name; });
    if (known == parts.end()) return value.refuse("no file of this name stands above this one in \"files\"");
    return static_cast<std::size_t>(known - parts.begin());
}

/// "by": a column that both files have, or several, or {column of this file: column of the other}.
base::Result<void> parse_keys(const json::Value& by, const Part& part, ColumnNames& names) {
    const std::string parent = names.mapping().parts[part.parent].name;
    std::vector<std::pair<std::string, std::string>> pairs;
    if (by.kind() == json::Kind::object) {
        for (const json::Member& member : TRY(by.members()))
            pairs.emplace_back(member.name, TRY(member.value.string()));
    } else {
        for (const std::string& column : TRY(texts_of(by)))
            pairs.emplace_back(column, column);
    }
    if (pairs.empty()) return by.refuse("at least one column is needed");
    std::vector<JoinKey> keys;
    for (const auto& [own, other] : pairs)
        keys.push_back({.own = TRY(names.find_or_add(by, part.name + "." + own)),
                        .parent = TRY(names.find_or_add(by, parent + "." + other))});
    names.mapping().parts.back().keys = std::move(keys);
    return {};
}

base::Result<void> parse_joined(const json::Value& file, Part part, ColumnNames& names) {
    std::vector<Part>& parts = names.mapping().parts;
    const auto rows_of = TRY(file.optional_field("rows_of"));
    const auto look_up_for = TRY(file.optional_field("look_up_for"));
    if (rows_of.has_value() == look_up_for.has_value())
        return file.refuse("every file but the first needs either \"rows_of\" or \"look_up_for\"");
    part.parent = TRY(find_file(rows_of ? *rows_of : *look_up_for, parts));
    part.scope = rows_of ? parts.size() : parts[part.parent].scope;
    parts.push_back(part);
    return parse_keys(TRY(file.field("by")), part, names);
}

base::Result<void> parse_part(const json::Member& member, const Part& common, ColumnNames& names) {
    TRY(check_keys(member.value,
                   {"name", "delimiter", "encoding", "unused", "rows_of", "look_up_for", "by", "optional"}));
    Part part = TRY(parse_text_form(member.value, common));
    part.name = member.name;
    part.unused = TRY(parse_texts(member.value, "unused"));
    part.is_optional = TRY(optional_flag(member.value, "optional"));
    if (part.name.empty() || part.name.find('.') != std::string::npos)
        return member.value.refuse("the name of a file is a word without \".\"");
    if (part.file_pattern.empty())
        return member.value.refuse("\"name\" is needed: the file's own name, "
                                   "with * for what changes in it");
    if (!names.mapping().parts.empty()) return parse_joined(member.value, std::move(part), names);
    if (part.is_optional) return member.value.refuse("the first file cannot be optional");
    names.mapping().parts.push_back(std::move(part));
    return {};
}

} // namespace

base::Result<void> parse_files(const json::Value& root, ColumnNames& names) {
    Mapping& mapping = names.mapping();
    Part common;
    if (const auto file = TRY(root.optional_field("file"))) {
        TRY(check_keys(*file, {"name", "delimiter", "encoding"}));
        common = TRY(parse_text_form(*file, common));
    }
    const auto files = TRY(root.optional_field("files"));
    if (!files) {
        common.unused = TRY(parse_texts(root, "unused"));
        mapping.parts.push_back(std::move(common));
        return {};
    }
    if (mapping.format != Format::csv) return files->refuse("only CSV feeds have several files");
    if (TRY(root.optional_field("unused")))
        return TRY(root.field("unused"))
            .refuse("in a feed of several files each file has its own \"unused\"");
    for (const json::Member& file : TRY(files->members()))
        TRY(parse_part(file, common, names));
    if (mapping.parts.empty()) return files->refuse("at least one file is needed");
    return {};
}

} // namespace orderdeck::server::ingest::mapping
