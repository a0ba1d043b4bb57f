#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/json/reader.h"

namespace orderdeck::json {

/// The tree behind Document and Value. Not used outside this folder.
struct Node {
    Kind kind = Kind::null;
    std::int64_t integer = 0; ///< also 0 or 1 for booleans
    std::string text;         ///< string, or the digits of a number
    std::string name;         ///< the field's name, when the parent is an object
    std::vector<Node> children;
};

} // namespace orderdeck::json
