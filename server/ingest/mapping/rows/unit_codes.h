#pragma once

#include <string>
#include <string_view>

namespace orderdeck::server::ingest::mapping {

/// The code of UNECE Recommendation 20 (packages: Recommendation 21) for a word that people write: "pcs" and "件" are H87, "kg"
/// is KGM. Codes and words that are not known stay as they are.
std::string unit_code(std::string_view word);

} // namespace orderdeck::server::ingest::mapping
