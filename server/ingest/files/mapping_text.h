#pragma once

#include "shared/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest {

/// The text of a mapping file, before it is known what it is for.
struct MappingText {
    std::string name; ///< file name without folder and extension
    std::string json;
    std::string path; ///< empty for one that is built into the program
};

/// Names of the mappings that are built into the program.
std::vector<std::string> built_in_mappings();

/// The mapping of this name from those built in, or the JSON file at this path. `not_found` names what there is.
base::Result<MappingText> find_mapping(const std::string& name_or_path);

/// A failure about the mapping, with its file in front of the place.
base::Failure<base::Error> refuse(const MappingText& mapping, base::Error error);

} // namespace orderdeck::server::ingest
