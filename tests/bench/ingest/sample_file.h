#pragma once

#include <string>

namespace orderdeck::bench {

/// A CSV file for the mapping "scms_usaid" with this many rows: about three rows in five begin a new order, one
/// customer in ten; always the same.
std::string sample_file(int rows);

} // namespace orderdeck::bench
