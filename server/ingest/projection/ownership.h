#pragma once

#include "server/ingest/facts.h"

#include <string_view>

namespace orderdeck::server::ingest {

/// How far a kind of source is from owning a field: 0 for the owner, more for those who only fill its gaps, the most for
/// kinds that the table does not know. `fact` and `field` are names as records have them ("line", "unit_price"); for
/// quantities and milestones the field is the counter or the milestone ("produced", "shipped").
int ownership_rank(std::string_view fact, std::string_view field, std::string_view source_kind);

/// The same for what a fact is about as a whole.
int ownership_rank(const FactBody& body, std::string_view source_kind);

} // namespace orderdeck::server::ingest
