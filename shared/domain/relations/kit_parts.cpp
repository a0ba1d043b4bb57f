#include "shared/domain/relations/kit_parts.h"

#include "shared/domain/relations/order_set.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

/// The order that a relation names, which may be the one that states it.
const OrderRecords* named(std::span<const OrderRecords* const> orders, const OrderRecords& from,
                          const Relation& relation) {
    if (relation.other_order.empty()) return &from;
    const auto found = std::find_if(orders.begin(), orders.end(), [&](const OrderRecords* records) {
        return records->order.account == from.order.account && records->order.number == relation.other_order;
    });
    return found == orders.end() ? nullptr : *found;
}

} // namespace

std::vector<KitPart> kit_parts_of(std::span<const OrderRecords* const> orders) {
    std::vector<KitPart> parts;
    for (const OrderRecords* records : orders) {
        for (const Relation& relation : records->relations) {
            if (relation.kind != RelationKind::kit_component_of || !relation.line) continue;
            const OrderRecords* other = named(orders, *records, relation);
            const Line* kit =
                other == nullptr ? nullptr : find_line(*other, std::string_view(relation.other_line));
            if (kit != nullptr && kit->id != *relation.line) parts.push_back({kit->id, *relation.line});
        }
    }
    return parts;
}

} // namespace orderdeck::domain
