#include "server/ingest/files/mapping_text.h"

#include "shared/base/text.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <utility>

namespace orderdeck::server::ingest {

/// Made by CMake from assets/mappings/*.json.
std::span<const std::pair<std::string_view, std::string_view>> mapping_texts();

namespace {

base::Result<MappingText> read_mapping(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    MappingText mapping{.name = std::filesystem::path(path).stem().string(), .json = {}, .path = path};
    mapping.json.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    if (!file.good() && !file.eof())
        return base::fail(base::ErrorCode::io, "the mapping cannot be read", path);
    return mapping;
}

} // namespace

std::vector<std::string> built_in_mappings() {
    std::vector<std::string> names;
    for (const auto& entry : mapping_texts())
        names.emplace_back(entry.first);
    return names;
}

base::Result<MappingText> find_mapping(const std::string& name_or_path) {
    for (const auto& [name, json] : mapping_texts()) {
        if (name == name_or_path)
            return MappingText{.name = std::string(name), .json = std::string(json), .path = {}};
    }
    std::error_code ignored;
    if (std::filesystem::is_regular_file(name_or_path, ignored)) return read_mapping(name_or_path);
    return base::fail(base::ErrorCode::not_found,
                      "there is no such mapping: name a JSON file, or one of " +
                          base::join(built_in_mappings(), ", "),
                      name_or_path);
}

base::Failure<base::Error> refuse(const MappingText& mapping, base::Error error) {
    if (!mapping.path.empty()) error.where = mapping.path + (error.where.empty() ? "" : " at " + error.where);
    return {std::move(error)};
}

} // namespace orderdeck::server::ingest
