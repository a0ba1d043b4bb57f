#include "shared/domain/relations/order_set.h"

#include <algorithm>

namespace orderdeck::domain {

const Line* find_line(const OrderRecords& order, LineId id) {
    const auto found = std::find_if(order.lines.begin(), order.lines.end(),
                                    [id](const Line& line) { return line.id == id; });
    return found == order.lines.end() ? nullptr : &*found;
}

const Line* find_line(const OrderRecords& order, std::string_view number) {
    const auto found = std::find_if(order.lines.begin(), order.lines.end(),
                                    [number](const Line& line) { return line.number == number; });
    return found == order.lines.end() ? nullptr : &*found;
}

OrderSet::OrderSet(std::span<const OrderRecords> orders) : orders_(orders) {
    for (const OrderRecords& records : orders_) {
        by_id_.emplace(records.order.id, &records);
        by_number_.emplace(std::pair(records.order.account, std::string_view(records.order.number)),
                           &records);
    }
    for (const OrderRecords& records : orders_) {
        for (const Relation& relation : records.relations)
            resolve(records, relation);
    }
}

const OrderRecords* OrderSet::find(OrderId order) const {
    const auto found = by_id_.find(order);
    return found == by_id_.end() ? nullptr : found->second;
}

const OrderRecords* OrderSet::find(AccountId account, std::string_view number) const {
    const auto found = by_number_.find(std::pair(account, number));
    return found == by_number_.end() ? nullptr : found->second;
}

void OrderSet::resolve(const OrderRecords& from, const Relation& relation) {
    if (relation.kind == RelationKind::part_of_project) return;
    // A component names its kit's line and often not its own order.
    const OrderRecords* to =
        relation.other_order.empty() ? &from : find(from.order.account, relation.other_order);
    const Line* line = to != nullptr && !relation.other_line.empty()
                           ? find_line(*to, std::string_view(relation.other_line))
                           : nullptr;
    if (to == nullptr || (line == nullptr && !relation.other_line.empty())) {
        unknown_.push_back(&relation);
        return;
    }
    Link link{.relation = &relation,
              .from = {.order = from.order.id, .line = relation.line},
              .to = {.order = to->order.id, .line = std::nullopt}};
    if (line != nullptr) link.to.line = line->id;
    const auto [place, is_new] =
        link_places_.emplace(std::tuple(relation.kind, link.from, link.to), links_.size());
    if (is_new)
        links_.push_back(link);
    else if (relation.id < links_[place->second].relation->id)
        links_[place->second].relation = &relation;
}

} // namespace orderdeck::domain
