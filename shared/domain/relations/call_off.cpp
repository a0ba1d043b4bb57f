#include "shared/domain/relations/call_off.h"

#include "shared/domain/progress/order_facts.h"

#include <algorithm>
#include <set>

namespace orderdeck::domain {
namespace {

bool is_contract(const OrderRecords& records, const std::set<OrderId>& called_off) {
    return records.order.kind == OrderKind::framework_contract || called_off.contains(records.order.id);
}

class ContractReader {
public:
    ContractReader(const OrderSet& set, const OrderRecords& contract) : set_(set), contract_(contract) {
        standing_.contract = contract.order.id;
        standing_.valid_until = contract.order.valid_until;
        const OrderFacts facts(contract);
        for (const LineFacts& line : facts.lines())
            standing_.lines.push_back({.line = line.line->id, .agreed = line.active, .released = {}});
    }

    /// Every link, before the first is released.
    void note(const Link& link) {
        if (link.from.line) own_links_.insert(*link.from.line);
    }

    void release(const Link& link) {
        const OrderRecords& caller = *set_.find(link.from.order);
        const OrderFacts facts(caller);
        for (const LineFacts& line : facts.lines()) {
            const bool is_meant =
                link.from.line ? *link.from.line == line.line->id : !own_links_.contains(line.line->id);
            if (is_meant) release_line(link, line);
        }
    }

    ContractStanding take() {
        const auto sort_once = [](std::vector<RelationEnd>& ends) {
            std::sort(ends.begin(), ends.end());
            ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
        };
        sort_once(standing_.call_offs);
        sort_once(standing_.unassigned);
        return std::move(standing_);
    }

private:
    void release_line(const Link& link, const LineFacts& line) {
        const RelationEnd caller{link.from.order, line.line->id};
        // A whole order may be said to call off in one quantity; that cannot be shared out among several lines.
        const bool stated = link.relation->quantity && link.from.line;
        const Quantity released = stated ? std::min(*link.relation->quantity, line.active) : line.active;
        if (!released.is_positive()) return;
        standing_.call_offs.push_back(caller);
        ContractLine* source = link.to.line ? line_of(*link.to.line) : line_with(line.line->item);
        if (source == nullptr)
            standing_.unassigned.push_back(caller);
        else
            source->released += released;
    }

    ContractLine* line_of(LineId id) {
        const auto found = std::find_if(standing_.lines.begin(), standing_.lines.end(),
                                        [id](const ContractLine& line) { return line.line == id; });
        return found == standing_.lines.end() ? nullptr : &*found;
    }

    ContractLine* line_with(ItemId item) {
        ContractLine* only = nullptr;
        for (const Line& line : contract_.lines) {
            if (line.item != item) continue;
            if (only != nullptr) return nullptr;
            only = line_of(line.id);
        }
        return only;
    }

    const OrderSet& set_;
    const OrderRecords& contract_;
    std::set<LineId> own_links_; // lines that say themselves what they call off
    ContractStanding standing_;
};

} // namespace

bool ContractStanding::has_remainder() const {
    return std::any_of(lines.begin(), lines.end(),
                       [](const ContractLine& line) { return line.remaining().is_positive(); });
}

bool ContractStanding::is_over_released() const {
    return std::any_of(lines.begin(), lines.end(),
                       [](const ContractLine& line) { return line.over_released().is_positive(); });
}

bool ContractStanding::expired_with_remainder(base::LocalDate today) const {
    return valid_until && *valid_until < today && has_remainder();
}

std::vector<ContractStanding> contracts_of(const OrderSet& set) {
    std::map<OrderId, std::vector<const Link*>> releases;
    std::set<OrderId> called_off;
    for (const Link& link : set.links()) {
        if (link.relation->kind != RelationKind::call_off_of || link.from.order == link.to.order) continue;
        releases[link.to.order].push_back(&link);
        called_off.insert(link.to.order);
    }
    std::vector<ContractStanding> contracts;
    for (const OrderRecords& records : set.orders()) {
        if (!is_contract(records, called_off)) continue;
        ContractReader reader(set, records);
        for (const Link* link : releases[records.order.id])
            reader.note(*link);
        for (const Link* link : releases[records.order.id])
            reader.release(*link);
        contracts.push_back(reader.take());
    }
    return contracts;
}

} // namespace orderdeck::domain
