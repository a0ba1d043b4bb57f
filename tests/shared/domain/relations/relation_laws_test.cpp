#include "shared/domain/progress/order_facts.h"
#include "shared/domain/relations/call_off.h"
#include "shared/domain/relations/cycles.h"
#include "shared/domain/relations/delivery_set.h"
#include "shared/domain/relations/kits.h"
#include "shared/domain/relations/tree.h"
#include "shared/domain/summary.h"
#include "tests/shared/domain/relations/relation_story.h"
#include "tests/support/random_records.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace orderdeck::domain;
using orderdeck::test::counterexample;
using orderdeck::test::day;
using orderdeck::test::RandomRecords;
using orderdeck::test::RandomSource;
using orderdeck::test::RelationStory;

namespace {

constexpr int kCases = 1500;

using Failure = std::optional<std::string>;

/// Orders whose relations lead anywhere.
RelationStory random_links(RandomSource& random, int size) {
    RelationStory story(random.between(1, size));
    std::vector<RelationEnd> ends;
    for (std::size_t order = 0; order < story.orders.size(); ++order) {
        ends.push_back(RelationStory::whole(order));
        for (int i = random.between(0, 2); i > 0; --i)
            ends.push_back(story.line(order, random.between(1, 9)));
    }
    for (int i = random.between(0, 2 * size); i > 0; --i) {
        const auto any = [&] { return ends[random.next() % ends.size()]; };
        story.link(any(), static_cast<RelationKind>(random.between(0, kRelationKindCount - 1)), any());
    }
    return story;
}

/// The steps that count for cycles, as written in their definition.
std::set<std::pair<RelationEnd, RelationEnd>> steps_of(const OrderSet& set) {
    std::set<std::pair<RelationEnd, RelationEnd>> steps;
    for (const Link& link : set.links()) {
        if (!leads_back(link.relation->kind)) continue;
        if (link.from.order == link.to.order)
            steps.emplace(link.from, link.to);
        else
            steps.emplace(RelationEnd{link.from.order, {}}, RelationEnd{link.to.order, {}});
    }
    return steps;
}

/// Whether a way returns, by joining steps until nothing new comes.
bool has_cycle(std::set<std::pair<RelationEnd, RelationEnd>> steps) {
    for (bool grows = true; grows;) {
        const auto before = steps.size();
        for (const auto& [from, middle] : std::set(steps)) {
            for (const auto& [other, to] : std::set(steps)) {
                if (middle == other) steps.emplace(from, to);
            }
        }
        grows = steps.size() > before;
    }
    return std::any_of(steps.begin(), steps.end(),
                       [](const auto& step) { return step.first == step.second; });
}

/// One kit line with components of its order, each some way along.
struct RandomKit {
    RandomKit(RandomSource& random, int size) {
        kit = story.line(0, random.between(1, 6));
        for (int i = random.between(1, size); i > 0; --i) {
            const int per_kit = random.between(1, 4);
            const RelationEnd part = story.line(0, random.between(1, 30));
            story.link(part, RelationKind::kit_component_of, kit, per_kit);
            for (const MilestoneCode code :
                 {MilestoneCode::qc_passed, MilestoneCode::shipped, MilestoneCode::delivered}) {
                if (random.chance(70)) story.fact(part, code, 3, random.between(0, 30));
            }
            parts.emplace_back(part, per_kit);
        }
    }

    RelationStory story{1};
    RelationEnd kit;
    std::vector<std::pair<RelationEnd, int>> parts;
};

/// Kits taken together one after the other until a piece is missing.
std::int64_t assemble(std::vector<std::pair<std::int64_t, int>> stock, std::int64_t most) {
    for (std::int64_t kits = 0; kits < most; ++kits) {
        for (auto& [pieces, per_kit] : stock) {
            pieces -= per_kit;
            if (pieces < 0) return kits;
        }
    }
    return most;
}

} // namespace

TEST_CASE("cycles are found exactly when there are some, and each is a way that returns") {
    const std::string failure = counterexample(kCases, 7, [](std::uint64_t seed, int size) -> Failure {
        RandomSource random(seed);
        const RelationStory story = random_links(random, size);
        const OrderSet set(story.orders);
        auto steps = steps_of(set);
        const auto cycles = relation_cycles(set);
        if (cycles.empty() == has_cycle(steps)) return "found " + std::to_string(cycles.size());
        std::set<RelationEnd> told;
        for (const std::vector<RelationEnd>& cycle : cycles) {
            for (std::size_t i = 0; i < cycle.size(); ++i) {
                if (!steps.contains({cycle[i], cycle[(i + 1) % cycle.size()]})) return "a step is not there";
                if (!told.insert(cycle[i]).second) return "an end is told twice";
            }
            if (*std::min_element(cycle.begin(), cycle.end()) < cycle.front()) return "not from its lowest";
        }
        std::erase_if(steps, [&](const auto& step) { return told.contains(step.first); });
        if (has_cycle(steps)) return "a cycle was not told";
        return std::nullopt;
    });
    CHECK(failure == "");
}

TEST_CASE("a long chain and a long circle are walked in reasonable time") {
    RelationStory story(20'000);
    for (std::size_t i = 0; i + 1 < story.orders.size(); ++i)
        story.link(RelationStory::whole(i), RelationKind::follow_up_of, RelationStory::whole(i + 1));
    CHECK(relation_cycles(story.set()).empty());
    story.link(RelationStory::whole(story.orders.size() - 1), RelationKind::follow_up_of,
               RelationStory::whole(0));
    CHECK(relation_cycles(story.set()).front().size() == 20'000);
}

TEST_CASE("complete kits are those that can be put together one by one") {
    const std::string failure = counterexample(kCases, 5, [](std::uint64_t seed, int size) -> Failure {
        RandomSource random(seed);
        const RandomKit kit(random, size);
        const KitStanding standing = kits_of(kit.story.set()).front();
        const auto progress = line_progress(kit.story.orders.front());
        const OrderFacts facts(kit.story.orders.front());
        for (const KitStep step : {KitStep::ready, KitStep::shipped, KitStep::delivered}) {
            std::vector<std::pair<std::int64_t, int>> stock;
            for (std::size_t i = 0; i < kit.parts.size(); ++i) {
                const Quantity there = facts.lines()[i + 1].reach.at(stage_of(step));
                stock.emplace_back(there.micro() / Quantity::kScale, kit.parts[i].second);
            }
            const std::int64_t wanted = progress.front().ordered.micro() / Quantity::kScale;
            if (standing.at(step) != assemble(stock, wanted))
                return "step " + std::to_string(static_cast<int>(step)) + " has " +
                       std::to_string(standing.at(step));
        }
        if (standing.at(KitStep::delivered) > standing.at(KitStep::shipped))
            return "delivered before shipped";
        return std::nullopt;
    });
    CHECK(failure == "");
}

TEST_CASE(
    "the blocking line of one order is that of its summary, and more orders are never earlier complete") {
    const std::string failure = counterexample(kCases, 6, [](std::uint64_t seed, int size) -> Failure {
        const OrderRecords first = RandomRecords(seed, size).make();
        OrderRecords second = RandomRecords(seed + 1'000'000, size).make();
        second.order.id = OrderId{2};
        const OrderRecords* both[] = {&first, &second};
        const SetForecast one = forecast_of_orders(std::span(both).first(1));
        std::optional<LineId> blocking;
        if (one.blocking) blocking = one.blocking->line;
        const OrderSummary summary = summarise(first);
        if (blocking != summary.blocking_line) return "another line blocks";
        if (one.is_complete() != (summary.complete && one.lines > 0)) return "complete differs";
        if (one.completed_on != summary.delivered_on && one.is_complete()) return "completed on another day";
        const SetForecast all = forecast_of_orders(both);
        if (all.open < one.open || all.lines < one.lines) return "lines were lost";
        if (one.not_before_on && *all.not_before_on < *one.not_before_on) return "earlier";
        if (all.expected_on && one.open > 0 && (!one.expected_on || *all.expected_on < *one.expected_on))
            return "more certain";
        return std::nullopt;
    });
    CHECK(failure == "");
}

TEST_CASE("what is agreed is either left or released, and nothing depends on the order of the orders") {
    const std::string failure = counterexample(kCases, 6, [](std::uint64_t seed, int size) -> Failure {
        RandomSource random(seed);
        RelationStory story(size + 1);
        std::vector<RelationEnd> agreed;
        for (int i = random.between(1, 3); i > 0; --i) {
            const int ordered = random.between(1, 40);
            agreed.push_back(story.line(0, ordered, random.between(1, 3)));
        }
        Quantity released;
        for (int order = 1; order <= size; ++order) {
            const int wanted = random.between(1, 20);
            const RelationEnd line = story.line(static_cast<std::size_t>(order), wanted);
            const int stated = random.between(1, 25);
            const bool says = random.chance(50);
            story.link(line, RelationKind::call_off_of, agreed[random.next() % agreed.size()],
                       says ? std::optional(stated) : std::nullopt);
            released += Quantity::from_units(says ? std::min(stated, wanted) : wanted);
        }
        Quantity sum;
        const auto standing = contracts_of(story.set()).front();
        for (const ContractLine& line : standing.lines) {
            if (line.remaining() + line.released != line.agreed + line.over_released())
                return "does not add up";
            if (line.remaining().is_positive() && line.over_released().is_positive()) return "both";
            sum += line.released;
        }
        if (sum != released) return "released " + sum.to_string();
        random.shuffle(story.orders);
        const auto shuffled = contracts_of(OrderSet(story.orders)).front();
        for (std::size_t i = 0; i < standing.lines.size(); ++i) {
            if (shuffled.lines[i].released != standing.lines[i].released) return "depends on the order";
        }
        return std::nullopt;
    });
    CHECK(failure == "");
}

TEST_CASE("the tree has each end once, after its parent, and ends also on cycles") {
    const std::string failure = counterexample(kCases, 8, [](std::uint64_t seed, int size) -> Failure {
        RandomSource random(seed);
        const RelationStory story = random_links(random, size);
        const auto most = static_cast<std::size_t>(random.between(1, 12));
        const auto tree = related_tree(story.set(), OrderId{1}, most);
        std::set<RelationEnd> seen;
        if (tree.size() > most) return "too many";
        for (std::size_t i = 0; i < tree.size(); ++i) {
            if (!seen.insert(tree[i].end).second) return "twice";
            if (i == 0) continue;
            if (tree[i].parent >= i) return "before its parent";
            if (tree[i].depth != tree[tree[i].parent].depth + 1) return "depth";
            if (tree[i].depth < tree[i - 1].depth) return "not nearest first";
        }
        return std::nullopt;
    });
    CHECK(failure == "");
}
