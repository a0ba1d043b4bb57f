#include "server/ingest/mapping/column_names.h"

#include <algorithm>

namespace orderdeck::server::ingest::mapping {

/// A level of a JSON document is what stands before the last "/*": "/orders/*/items/*". Levels are found, or added below
/// their own level, by their path.
base::Result<ColumnNames::Place> ColumnNames::find_level(const json::Value& place, std::string_view path) {
    if (!path.empty() && path.front() != '/')
        return place.refuse("a path into the document begins with \"/\", as in \"/orders/*/number\"");
    const std::size_t star = path.rfind("/*");
    if (star == std::string_view::npos) return Place{0, std::string(path)};
    if (star + 2 != path.size() && path[star + 2] != '/')
        return place.refuse("\"*\" stands alone between two \"/\": it means every element of an array");
    const std::string level(path.substr(0, star + 2));
    std::vector<Part>& parts = mapping_.parts;
    const auto known =
        std::find_if(parts.begin(), parts.end(), [&level](const Part& part) { return part.name == level; });
    if (known != parts.end())
        return Place{static_cast<std::size_t>(known - parts.begin()), std::string(path)};
    const std::size_t parent = TRY(find_level(place, path.substr(0, star))).part;
    Part part;
    part.name = level;
    part.parent = parent;
    part.scope = parts.size();
    parts.push_back(std::move(part));
    return Place{parts.size() - 1, std::string(path)};
}

base::Result<ColumnNames::Place> ColumnNames::find_part(const json::Value& place, std::string_view name) {
    if (mapping_.format == Format::json) return find_level(place, name);
    const std::vector<Part>& parts = mapping_.parts;
    if (parts.size() == 1 && parts.front().name.empty()) return Place{0, std::string(name)};
    const std::size_t dot = name.find('.');
    const std::string_view file = name.substr(0, dot);
    const auto known =
        std::find_if(parts.begin(), parts.end(), [file](const Part& part) { return part.name == file; });
    if (dot == std::string_view::npos || known == parts.end())
        return place.refuse("\"" + std::string(name) +
                            "\" names no file of \"files\": a column is written as \"file.column\"");
    return Place{static_cast<std::size_t>(known - parts.begin()), std::string(name.substr(dot + 1))};
}

base::Result<ColumnId> ColumnNames::find_or_add(const json::Value& place, std::string_view name) {
    Place found = TRY(find_part(place, name));
    const auto [known, is_new] = known_.emplace(std::pair(found.part, found.column), mapping_.columns.size());
    if (is_new)
        mapping_.columns.push_back({.name = std::move(found.column), .part = found.part, .rules = {}});
    note(known->second);
    return known->second;
}

void ColumnNames::begin_group(std::size_t scope) {
    deepest_ = scope;
    stranger_.clear();
}

void ColumnNames::note(ColumnId column) {
    const std::size_t scope = mapping_.parts[mapping_.columns[column].part].scope;
    if (mapping_.is_within(scope, deepest_))
        deepest_ = scope;
    else if (!mapping_.is_within(deepest_, scope))
        stranger_ = mapping_.columns[column].name;
}

base::Result<std::size_t> ColumnNames::end_group(const json::Value& place) const {
    if (stranger_.empty()) return deepest_;
    return place.refuse("\"" + stranger_ + "\" stands in other rows than \"" + mapping_.parts[deepest_].name +
                        "\": what belongs together is read from one row and those above it");
}

} // namespace orderdeck::server::ingest::mapping
