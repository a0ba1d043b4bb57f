#pragma once

#include <string_view>

namespace orderdeck::server::ingest::mapping {

/// Whether the whole text fits the pattern: # a digit, ? any character, * anything, else itself.
bool is_like(std::string_view text, std::string_view pattern);
/// The same for file names, where only * is special.
bool fits_stars(std::string_view text, std::string_view pattern);

} // namespace orderdeck::server::ingest::mapping
