#include "server/ingest/stated_field.h"

#include "shared/base/text.h"

#include <algorithm>
#include <vector>

namespace orderdeck::server::ingest {
namespace {

bool is_index(std::string_view token) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return !token.empty() && std::all_of(token.begin(), token.end(), is_digit);
}

/// The names in a pointer; empty for what is none.
std::vector<std::string_view> names_in(std::string_view place) {
    std::vector<std::string_view> names;
    if (!place.starts_with('/')) return names;
    for (const std::string_view token : base::split(place.substr(1), '/')) {
        if (token != "*" && !is_index(token)) names.push_back(token);
    }
    return names;
}

} // namespace

std::string stated_field(std::string_view place) {
    if (names_in(place).empty()) return std::string(place);
    std::string field;
    for (const std::string_view token : base::split(place.substr(1), '/'))
        field.append("/").append(is_index(token) ? "*" : token);
    return field;
}

bool is_same_field(std::string_view left, std::string_view right) {
    if (left == right) return true;
    const auto names = names_in(left);
    return !names.empty() && names == names_in(right);
}

} // namespace orderdeck::server::ingest
