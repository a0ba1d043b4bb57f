#include "shared/domain/relations/kits.h"

#include "shared/domain/progress/order_facts.h"
#include "shared/domain/wide.h"

#include <algorithm>
#include <memory>
#include <set>

namespace orderdeck::domain {
namespace {

std::int64_t whole_units(Quantity quantity) {
    return std::max<std::int64_t>(0, quantity.micro() / Quantity::kScale);
}

class KitReader {
public:
    explicit KitReader(const OrderSet& set) : set_(set) {
        for (const Link& link : set.links()) {
            const bool is_line = link.from.line && link.to.line && !(link.from == link.to);
            if (link.relation->kind == RelationKind::kit_component_of && is_line)
                components_[link.to].push_back(&link);
        }
    }

    std::vector<KitStanding> read() {
        std::vector<KitStanding> kits;
        for (const OrderRecords& records : set_.orders()) {
            for (const Line& line : records.lines) {
                const RelationEnd end{records.order.id, line.id};
                if (components_.contains(end)) kits.push_back(standing_of(end));
            }
        }
        return kits;
    }

private:
    const LineFacts& facts_of(const RelationEnd& end) {
        auto& facts = facts_[end.order];
        const OrderRecords& records = *set_.find(end.order);
        if (!facts) facts = std::make_unique<OrderFacts>(records);
        const auto found = std::find_if(facts->lines().begin(), facts->lines().end(),
                                        [&](const LineFacts& line) { return line.line->id == *end.line; });
        return *found;
    }

    /// How much of a component has come that far: of a kit inside the kit its complete pieces, of anything else the
    /// line's own quantity.
    Quantity quantity_at(const RelationEnd& end, KitStep step) {
        if (!components_.contains(end) || inside_.contains(end))
            return facts_of(end).reach.at(stage_of(step));
        return Quantity::from_units(standing_of(end).at(step));
    }

    KitComponent component_of(const Link& link, std::int64_t kits) {
        KitComponent component{.line = link.from, .per_kit = {}, .wanted = facts_of(link.from).active};
        const auto& stated = link.relation->quantity;
        if (stated && stated->is_positive()) component.per_kit = stated;
        for (int number = 0; number < kKitStepCount; ++number) {
            const Quantity here = quantity_at(link.from, static_cast<KitStep>(number));
            Wide suffices = component.wanted.is_positive()
                                ? Wide{here.micro()} * kits / component.wanted.micro()
                                : Wide{kits};
            if (component.per_kit) suffices = Wide{here.micro()} / component.per_kit->micro();
            component.suffices[static_cast<std::size_t>(number)] = saturate(std::max(Wide{0}, suffices));
        }
        return component;
    }

    void derive_step(KitStanding& kit, KitStep step) {
        const auto position = static_cast<std::size_t>(step);
        const auto fewest = std::min_element(kit.components.begin(), kit.components.end(),
                                             [position](const KitComponent& left, const KitComponent& right) {
                                                 return left.suffices[position] < right.suffices[position];
                                             });
        const std::int64_t as_one_piece = whole_units(facts_of(kit.kit).reach.at(stage_of(step)));
        const std::int64_t together = fewest == kit.components.end() ? 0 : fewest->suffices[position];
        kit.complete[position] = std::clamp<std::int64_t>(std::max(together, as_one_piece), 0, kit.wanted);
        if (kit.complete[position] == kit.wanted || fewest == kit.components.end()) return;
        const auto as_few =
            std::count_if(kit.components.begin(), kit.components.end(), [&](const KitComponent& other) {
                return other.suffices[position] == fewest->suffices[position];
            });
        if (as_few == 1) kit.scarcest[position] = fewest->line;
    }

    KitStanding standing_of(const RelationEnd& end) {
        inside_.insert(end);
        KitStanding kit{.kit = end, .wanted = whole_units(facts_of(end).active), .components = {}};
        for (const Link* link : components_.at(end)) {
            if (!facts_of(link->from).wholly_cancelled)
                kit.components.push_back(component_of(*link, kit.wanted));
        }
        for (int number = 0; number < kKitStepCount; ++number)
            derive_step(kit, static_cast<KitStep>(number));
        inside_.erase(end);
        return kit;
    }

    const OrderSet& set_;
    std::map<RelationEnd, std::vector<const Link*>> components_;
    std::map<OrderId, std::unique_ptr<OrderFacts>> facts_;
    std::set<RelationEnd> inside_; // kits that are being read: a cycle of kits ends there
};

} // namespace

Stage stage_of(KitStep step) {
    switch (step) {
    case KitStep::ready: return Stage::ready;
    case KitStep::shipped: return Stage::shipped;
    case KitStep::delivered: return Stage::delivered;
    }
    return Stage::ready;
}

std::vector<KitStanding> kits_of(const OrderSet& set) { return KitReader(set).read(); }

} // namespace orderdeck::domain
