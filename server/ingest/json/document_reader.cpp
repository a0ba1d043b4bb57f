#include "server/ingest/json/document_reader.h"

#include "shared/base/text.h"

#include <algorithm>
#include <charconv>

namespace orderdeck::server::ingest::json {
namespace {

using mapping::RowFate;
using orderdeck::json::Kind;
using orderdeck::json::Value;

/// "~1" is "/" and "~0" is "~" (RFC 6901).
std::string unescaped(std::string_view token) {
    std::string text;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool is_escape =
            token[i] == '~' && i + 1 < token.size() && (token[i + 1] == '0' || token[i + 1] == '1');
        text += is_escape ? (token[++i] == '0' ? '~' : '/') : token[i];
    }
    return text;
}

std::vector<std::string> tokens_of(std::string_view path) {
    std::vector<std::string> tokens;
    if (path.empty()) return tokens;
    for (const std::string_view token : base::split(path.substr(1), '/'))
        tokens.push_back(unescaped(token));
    return tokens;
}

/// What `token` names in the value: a field of an object or an element of an array.
std::optional<Value> child(const Value& value, const std::string& token) {
    if (value.kind() == Kind::object) return value.optional_field(token).value_or(std::nullopt);
    if (value.kind() != Kind::array) return std::nullopt;
    std::size_t index = 0;
    const char* end = token.data() + token.size();
    if (std::from_chars(token.data(), end, index).ptr != end || token.empty()) return std::nullopt;
    const auto elements = value.elements();
    if (!elements || index >= elements->size()) return std::nullopt;
    return (*elements)[index];
}

std::optional<Value> find(const Value& from, const std::vector<std::string>& path) {
    std::optional<Value> value = from;
    for (const std::string& token : path) {
        value = child(*value, token);
        if (!value) return std::nullopt;
    }
    return value;
}

} // namespace

DocumentReader::DocumentReader(const mapping::Mapping& mapping, std::string name, base::Timestamp received,
                               const FactSink& sink)
    : mapping_(mapping),
      intake_(mapping, *this, std::move(name), received, sink),
      levels_(mapping.parts.size()) {
    constexpr std::size_t kStar = 2; // "/*"
    for (std::size_t part = 1; part < mapping.parts.size(); ++part) {
        const std::size_t parent = mapping.parts[part].parent;
        const std::string_view path = mapping.parts[part].name;
        const std::size_t begin = mapping.parts[parent].name.size();
        levels_[part].path = tokens_of(path.substr(begin, path.size() - begin - kStar));
        levels_[parent].below.push_back(part);
    }
    for (mapping::ColumnId column = 0; column < mapping.columns.size(); ++column) {
        const mapping::Column& known = mapping.columns[column];
        const std::size_t begin = mapping.parts[known.part].name.size();
        levels_[known.part].cells.push_back(
            {.column = column, .path = tokens_of(std::string_view(known.name).substr(begin))});
    }
    row_.cells.resize(mapping.columns.size());
    row_.places.resize(mapping.parts.size());
}

base::Result<ImportReport> DocumentReader::read(const Value& root) {
    TRY(add(0, root, RowFate::imported));
    return intake_.finish("the document has nothing at " + mapping_.parts[mapping_.base_scope].name +
                          ": is it the right mapping?");
}

void DocumentReader::fill(std::size_t part, const Value& element) {
    Level& level = levels_[part];
    level.pointer = element.pointer();
    row_.places[part] = ++level.count;
    for (const Cell& cell : level.cells) {
        row_.cells[cell.column].clear();
        const std::optional<Value> value = find(element, cell.path);
        if (!value) continue;
        if (auto text = value->plain_text()) {
            row_.cells[cell.column] = std::move(*text);
            continue;
        }
        intake_.log().add({.file = {}, .line = 0, .column = value->pointer()},
                          mapping_.columns[cell.column].name, level.count,
                          {.value = {},
                           .severity = mapping::Severity::warning,
                           .code = "not_plain",
                           .message = value->kind() == Kind::array
                                          ? "an array stands here: name its elements with \"/*\""
                                          : "an object stands here: name a value in it"});
    }
}

base::Result<void> DocumentReader::add(std::size_t part, const Value& element, RowFate fate_above) {
    fill(part, element);
    row_.scope = part;
    RowFate fate = fate_above;
    // Levels above the orders are no rows, but a check may speak of them.
    const bool is_row = mapping_.is_within(part, mapping_.base_scope);
    if (fate_above != RowFate::imported)
        intake_.count(fate_above, is_row ? 1 : 0);
    else if (is_row)
        fate = intake_.add(row_);
    TRY(intake_.flush_if_full());
    return add_below(part, element, fate);
}

base::Result<void> DocumentReader::add_below(std::size_t part, const Value& element, RowFate fate) {
    for (const std::size_t below : levels_[part].below) {
        const std::optional<Value> found = find(element, levels_[below].path);
        if (!found || found->is_null()) continue;
        // Converters write an array of one as its element.
        if (found->kind() != Kind::array) {
            TRY(add(below, *found, fate));
            continue;
        }
        for (const Value& child : TRY(found->elements()))
            TRY(add(below, child, fate));
    }
    return {};
}

mapping::Place DocumentReader::of_cell(const mapping::Row&, mapping::ColumnId column) const {
    const mapping::Column& known = mapping_.columns[column];
    const std::size_t begin = mapping_.parts[known.part].name.size();
    return {.file = {}, .line = 0, .column = levels_[known.part].pointer + known.name.substr(begin)};
}

mapping::Place DocumentReader::of_row(const mapping::Row& row) const {
    return {.file = {}, .line = 0, .column = levels_[row.scope].pointer};
}

} // namespace orderdeck::server::ingest::json
