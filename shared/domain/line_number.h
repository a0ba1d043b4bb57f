#pragma once

#include <string_view>

namespace orderdeck::domain {

/// Natural order of line numbers: runs of digits compare as numbers, so "2" comes before "10" and "1.9" before
/// "1.10". Numbers that differ only in leading zeros fall back to plain comparison, so the order is total.
bool line_number_before(std::string_view left, std::string_view right);

} // namespace orderdeck::domain
