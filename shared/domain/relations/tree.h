#pragma once

#include "shared/domain/relations/order_set.h"

#include <vector>

namespace orderdeck::domain {

/// One place in the tree of what is related to an order.
struct RelatedPlace {
    RelationEnd end;
    std::size_t parent = 0; ///< position of the place it was reached from; the first place is its own
    int depth = 0;
    const Relation* relation = nullptr; ///< by which; null for the first
    /// Whether the parent states the relation ("is a call-off of this") or this one does.
    bool stated_by_parent = false;
};

/// What is linked with an order, nearest first: at most `most` places, each order or line once, so that a cycle ends. The
/// place of an order stands for its lines too.
std::vector<RelatedPlace> related_tree(const OrderSet& set, OrderId order, std::size_t most = 50);

} // namespace orderdeck::domain
