#pragma once

#include "shared/domain/relations/order_set.h"

#include <vector>

namespace orderdeck::domain {

/// Whether links of this kind lead from what came later to what was there before, so that a way along them never
/// returns: all but being shipped together and belonging to a project.
bool leads_back(RelationKind kind);

/// Ways that return to where they began, which the sources must correct: each as the ends in walking order, beginning with
/// the lowest. Of ways that share an end one is told. Between different orders the orders count, whichever of their
/// lines are linked.
std::vector<std::vector<RelationEnd>> relation_cycles(const OrderSet& set);

} // namespace orderdeck::domain
