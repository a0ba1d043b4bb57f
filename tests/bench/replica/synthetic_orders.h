#pragma once

#include <string>
#include <vector>

namespace orderdeck::bench {

/// Boot pages of that many orders with 5 lines, 1 to 2 shipments and 6 dated facts each: 19 rows an order. The same pages
/// for the same number.
std::vector<std::string> boot_pages(int orders);

} // namespace orderdeck::bench
