#pragma once

#include <string>
#include <string_view>

namespace orderdeck::server::ingest::mapping {

/// The number with '.' as decimal point, without grouping and with its sign in front. A sign may also stand behind
/// ("12.50-") or be a pair of brackets ("(12.50)"), as accounting writes it; blank grouping includes no-break blanks.
std::string plain_number(std::string_view text, char decimal_point, char grouping);

/// The number with the other sign.
std::string negated(std::string number);

} // namespace orderdeck::server::ingest::mapping
