#pragma once

#include "server/ingest/facts.h"

#include <span>
#include <vector>

namespace orderdeck::server::ingest {

/// Facts of one account that go into one transaction.
struct Portion {
    std::string_view account;
    std::vector<const Fact*> facts;
};

/// Splits a batch by account and then into portions of at most `max_lines` order lines, keeping together all that is
/// about one order and the shipments and invoices that concern it, so that few orders are derived twice.
std::vector<Portion> partition(std::span<const Fact> facts, std::size_t max_lines);

} // namespace orderdeck::server::ingest
