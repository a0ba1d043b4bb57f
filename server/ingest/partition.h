#pragma once

#include "server/ingest/facts.h"

#include <span>
#include <vector>

namespace orderdeck::server::ingest {

/// Facts of one account that go into one transaction, perhaps together with portions of other accounts.
struct Portion {
    std::string_view account;
    std::vector<const Fact*> facts;
    std::size_t lines = 0; ///< order lines that it speaks of; an order or shipment without any counts as one
};

/// Splits a batch by account and then into portions of at most `max_lines` order lines, keeping together all that is
/// about one order and the shipments and invoices that concern it, so that few orders are derived twice.
std::vector<Portion> partition(std::span<const Fact> facts, std::size_t max_lines);

/// How many of the first portions fill one transaction of at most `max_lines`; at least one. A file about thousands of
/// customers would otherwise be as many transactions, each of which waits for the disk.
std::size_t portions_that_fit(std::span<const Portion> portions, std::size_t max_lines);

} // namespace orderdeck::server::ingest
