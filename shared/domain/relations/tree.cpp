#include "shared/domain/relations/tree.h"

#include <set>

namespace orderdeck::domain {
namespace {

/// Links by the orders at either of their ends, in the order of the set.
std::map<OrderId, std::vector<const Link*>> links_by_order(const OrderSet& set) {
    std::map<OrderId, std::vector<const Link*>> links;
    for (const Link& link : set.links()) {
        links[link.from.order].push_back(&link);
        if (link.to.order != link.from.order) links[link.to.order].push_back(&link);
    }
    return links;
}

bool touches(const RelationEnd& place, const RelationEnd& end) {
    return place.order == end.order && (!place.line || place.line == end.line);
}

} // namespace

std::vector<RelatedPlace> related_tree(const OrderSet& set, OrderId order, std::size_t most) {
    auto links = links_by_order(set);
    std::vector<RelatedPlace> places{{.end = {order, std::nullopt}}};
    std::set<RelationEnd> seen{places.front().end};
    for (std::size_t at = 0; at < places.size() && places.size() < most; ++at) {
        const RelatedPlace place = places[at];
        for (const Link* link : links[place.end.order]) {
            const bool states = touches(place.end, link->from);
            if (!states && !touches(place.end, link->to)) continue;
            const RelationEnd& other = states ? link->to : link->from;
            const bool leads_back =
                other.order != place.end.order && seen.contains({other.order, std::nullopt});
            if (leads_back || places.size() == most || !seen.insert(other).second) continue;
            places.push_back({.end = other,
                              .parent = at,
                              .depth = place.depth + 1,
                              .relation = link->relation,
                              .stated_by_parent = states});
        }
    }
    return places;
}

} // namespace orderdeck::domain
