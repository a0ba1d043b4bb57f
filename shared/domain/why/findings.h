#pragma once

#include "shared/domain/finding.h"
#include "shared/domain/progress/order_facts.h"

#include <vector>

namespace orderdeck::domain {

/// What contradicts itself, as reasons of kind fact_conflict: lines in their order, then shipments.
std::vector<Reason> find_conflicts(const OrderFacts& facts);

/// A reason with the source and age of the event that proves it.
Reason with_evidence(Reason reason, const Milestone* evidence);

} // namespace orderdeck::domain
