#pragma once

#include "server/cli/demo/feeds.h"
#include "shared/base/timestamp.h"

#include <string>

namespace orderdeck::server::cli::demo {

/// A cell that a system has written. Cells of one scope and row make a row of its exports; those with an empty row belong
/// to every row of their scope.
struct Entry {
    Feed feed = Feed::sales;
    std::string scope; ///< number of an order, a shipment, an invoice
    std::string row;
    std::size_t column = 0;
    std::string value;
    base::Timestamp written;
};

} // namespace orderdeck::server::cli::demo
