#include "shared/domain/relations/call_off.h"
#include "shared/domain/relations/cycles.h"
#include "shared/domain/relations/delivery_set.h"
#include "shared/domain/relations/findings.h"
#include "shared/domain/relations/kits.h"
#include "shared/domain/relations/project.h"
#include "shared/domain/relations/tree.h"
#include "tests/shared/domain/relations/relation_story.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::domain;
using orderdeck::test::day;
using orderdeck::test::RelationStory;

namespace {

constexpr auto kPart = RelationKind::kit_component_of;
constexpr auto kCallOff = RelationKind::call_off_of;

Quantity units(int count) { return Quantity::from_units(count); }

/// Four kits of two motors and one cable.
struct Kit {
    Kit() {
        story.link(motor, kPart, kit, 2).other_order.clear();
        story.link(cable, kPart, kit, 1);
    }
    KitStanding standing() { return kits_of(story.set()).front(); }

    RelationStory story{1};
    RelationEnd kit = story.line(0, 4);
    RelationEnd motor = story.line(0, 8);
    RelationEnd cable = story.line(0, 4);
};

/// The first orders of the story as one project.
SetForecast project_of(const RelationStory& story, std::size_t count) {
    std::vector<const OrderRecords*> orders;
    for (std::size_t i = 0; i < count; ++i)
        orders.push_back(&story.orders[i]);
    return forecast_of_orders(orders);
}

} // namespace

TEST_CASE("as many kits are complete as the scarcest component suffices for") {
    Kit kit;
    kit.story.fact(kit.motor, MilestoneCode::qc_passed, 3);
    kit.story.fact(kit.cable, MilestoneCode::qc_passed, 3, 3);
    kit.story.fact(kit.motor, MilestoneCode::shipped, 4, 5);
    const KitStanding standing = kit.standing();
    CHECK(standing.wanted == 4);
    CHECK(standing.at(KitStep::ready) == 3);
    CHECK(standing.scarcest[0] == kit.cable);
    CHECK(standing.at(KitStep::shipped) == 0);
    CHECK(standing.components[0].suffices[1] == 2);
    CHECK(standing.components[1].suffices[1] == 0);
    CHECK(standing.at(KitStep::delivered) == 0);
    // Neither has been delivered: that it is one of them cannot be said.
    CHECK_FALSE(standing.scarcest[2]);
}

TEST_CASE("more than is wanted makes no more kits, and what was cancelled is not waited for") {
    Kit kit;
    kit.story.fact(kit.motor, MilestoneCode::delivered, 3, 40);
    kit.story.fact(kit.cable, MilestoneCode::delivered, 3, 9);
    CHECK(kit.standing().at(KitStep::delivered) == 4);
    Kit without;
    without.story.at(without.cable).commercial = CommercialState::cancelled;
    without.story.fact(without.motor, MilestoneCode::delivered, 3, 6);
    CHECK(without.standing().at(KitStep::delivered) == 3);
    CHECK(without.standing().components.size() == 1);
}

TEST_CASE("a component without a number of pieces is spread over the kits") {
    RelationStory story(2);
    const RelationEnd kit = story.line(0, 4);
    const RelationEnd screw = story.line(1, 24);
    story.link(screw, kPart, kit);
    story.fact(screw, MilestoneCode::delivered, 3, 13);
    const auto kits = kits_of(story.set());
    REQUIRE(kits.size() == 1);
    CHECK(kits.front().at(KitStep::delivered) == 2);
}

TEST_CASE("a kit that goes as one piece is complete by its own word") {
    Kit kit;
    kit.story.fact(kit.kit, MilestoneCode::delivered, 3, 3);
    CHECK(kit.standing().at(KitStep::delivered) == 3);
}

TEST_CASE("a kit inside a kit counts by its complete pieces") {
    Kit kit;
    const RelationEnd machine = kit.story.line(0, 2);
    kit.story.link(kit.kit, kPart, machine, 2);
    kit.story.fact(kit.motor, MilestoneCode::delivered, 3, 6);
    kit.story.fact(kit.cable, MilestoneCode::delivered, 3);
    const auto kits = kits_of(kit.story.set());
    REQUIRE(kits.size() == 2);
    CHECK(kits[0].at(KitStep::delivered) == 3);
    CHECK(kits[1].kit == machine);
    CHECK(kits[1].at(KitStep::delivered) == 1);
}

TEST_CASE("the blocking line of a project is the one that is expected last, with its date") {
    RelationStory story(3);
    const RelationEnd pump = story.line(0, 1);
    const RelationEnd valve = story.line(1, 1);
    const RelationEnd other = story.line(2, 1);
    story.promise(pump, 10);
    story.promise(valve, 20);
    story.promise(other, 30);
    CHECK(project_of(story, 2).blocking == valve);
    CHECK(project_of(story, 2).blocking_on == day(20));
    CHECK(project_of(story, 2).expected_on == day(20));
    const auto forecast = [&] { return project_of(story, 3); };
    CHECK(forecast().blocking == other);
    story.fact(other, MilestoneCode::delivered, 9);
    story.orders[1].promises.clear();
    // Without a date nobody can say when it is complete, only that it is not before the dates that are known.
    CHECK_FALSE(forecast().expected_on);
    CHECK(forecast().not_before_on == day(10));
    CHECK(forecast().undated == 1);
    story.fact(valve, MilestoneCode::delivered, 8);
    story.fact(pump, MilestoneCode::delivered, 7);
    CHECK(forecast().is_complete());
    CHECK(forecast().completed_on == day(9));
    CHECK_FALSE(forecast().blocking);
}

TEST_CASE("a framework contract in a project holds nothing up") {
    RelationStory story(2);
    story.orders[0].order.kind = OrderKind::framework_contract;
    story.line(0, 100);
    story.fact(story.line(1, 1), MilestoneCode::delivered, 4);
    CHECK(project_of(story, 2).is_complete());
}

TEST_CASE("of a project of which not all open orders are known nobody says what it waits for") {
    RelationStory story(1);
    story.promise(story.line(0, 1), 10);
    ProjectOrders project{.orders = 3, .complete = 1, .delivered_on = day(4), .open = {story.orders[0]}};
    CHECK_FALSE(forecast_of(project));
    project.orders = 2;
    CHECK(forecast_of(project)->expected_on == day(10));
    CHECK_FALSE(forecast_of(project)->completed_on);
    project = {.orders = 2, .complete = 2, .delivered_on = day(4), .open = {}};
    CHECK(forecast_of(project)->completed_on == day(4));
}

TEST_CASE("the components of a kit have a blocking line of their own") {
    Kit kit;
    kit.story.promise(kit.motor, 12);
    kit.story.promise(kit.cable, 9);
    kit.story.promise(kit.story.line(0, 1), 40);
    std::vector<RelationEnd> lines;
    for (const KitComponent& component : kit.standing().components)
        lines.push_back(component.line);
    const SetForecast forecast = forecast_of_lines(kit.story.set(), lines);
    CHECK(forecast.lines == 2);
    CHECK(forecast.blocking == kit.motor);
    CHECK(forecast.expected_on == day(12));
}

TEST_CASE("orders that want each other are found over any number of links; a follow-up is not one of them") {
    RelationStory story(4);
    story.link(RelationStory::whole(0), RelationKind::shipped_with, RelationStory::whole(1));
    story.link(RelationStory::whole(2), RelationKind::shipped_with, RelationStory::whole(1));
    story.link(RelationStory::whole(3), RelationKind::follow_up_of, RelationStory::whole(0));
    CHECK(orders_wanted_with(story.set(), OrderId{3}).size() == 3);
    CHECK(orders_wanted_with(story.set(), OrderId{4}).size() == 1);
}

TEST_CASE("a contract knows what is left, what was released too much, and when it is over") {
    RelationStory story(3);
    story.orders[0].order.kind = OrderKind::framework_contract;
    story.orders[0].order.valid_until = day(20);
    const RelationEnd contract = story.line(0, 100);
    const RelationEnd first = story.line(1, 60);
    story.link(first, kCallOff, contract, 60);
    const auto standing = [&] { return contracts_of(story.set()).front(); };
    CHECK(standing().lines.front().remaining() == units(40));
    CHECK_FALSE(standing().expired_with_remainder(day(20)));
    CHECK(standing().expired_with_remainder(day(21)));
    const RelationEnd second = story.line(2, 50);
    story.link(second, kCallOff, contract);
    CHECK(standing().lines.front().over_released() == units(10));
    CHECK(standing().is_over_released());
    CHECK_FALSE(standing().expired_with_remainder(day(21)));
    CHECK(standing().call_offs == std::vector{first, second});
    // What is cancelled goes back to the contract.
    story.at(second).cancelled = units(30);
    CHECK(standing().lines.front().remaining() == units(20));
    story.at(first).commercial = CommercialState::cancelled;
    CHECK(standing().lines.front().released == units(20));
}

TEST_CASE("a whole order calls off by its items, each line once") {
    RelationStory story(2);
    const RelationEnd pumps = story.line(0, 100, 7);
    const RelationEnd valves = story.line(0, 100, 8);
    story.line(1, 10, 7);
    const RelationEnd own = story.line(1, 20, 8);
    const RelationEnd stranger = story.line(1, 5, 9);
    story.link(RelationStory::whole(1), kCallOff, RelationStory::whole(0));
    story.link(RelationStory::whole(1), kCallOff, RelationStory::whole(0));
    story.link(own, kCallOff, valves, 15);
    const ContractStanding standing = contracts_of(story.set()).front();
    CHECK(standing.lines[0].line == *pumps.line);
    CHECK(standing.lines[0].released == units(10));
    CHECK(standing.lines[1].released == units(15));
    CHECK(standing.unassigned == std::vector{stranger});
}

TEST_CASE("a way that returns is told as a finding, with the orders on it") {
    RelationStory story(4);
    story.link(RelationStory::whole(0), RelationKind::follow_up_of, RelationStory::whole(1));
    story.link(RelationStory::whole(1), RelationKind::replacement_for, RelationStory::whole(2));
    CHECK(relation_cycles(story.set()).empty());
    story.link(RelationStory::whole(2), RelationKind::amends, RelationStory::whole(0));
    story.link(RelationStory::whole(3), RelationKind::amends, RelationStory::whole(0));
    const auto cycles = relation_cycles(story.set());
    REQUIRE(cycles.size() == 1);
    CHECK(cycles.front() ==
          std::vector{RelationStory::whole(0), RelationStory::whole(1), RelationStory::whole(2)});
    const auto findings = relation_findings(story.set(), day(1));
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().kind == RelationFindingKind::cycle);
}

TEST_CASE("lines of one order may be linked, but not in a circle; being shipped together is no direction") {
    Kit kit;
    CHECK(relation_cycles(kit.story.set()).empty());
    kit.story.link(kit.kit, kPart, kit.motor, 1);
    const auto cycles = relation_cycles(kit.story.set());
    REQUIRE(cycles.size() == 1);
    CHECK(cycles.front() == std::vector{kit.kit, kit.motor});
    // The standing of such kits is still told.
    CHECK(kits_of(kit.story.set()).size() == 2);
    RelationStory together(2);
    together.link(RelationStory::whole(0), RelationKind::shipped_with, RelationStory::whole(1));
    together.link(RelationStory::whole(1), RelationKind::shipped_with, RelationStory::whole(0));
    CHECK(relation_cycles(together.set()).empty());
    RelationStory itself(1);
    itself.link(RelationStory::whole(0), RelationKind::amends, RelationStory::whole(0));
    CHECK(relation_cycles(itself.set()).size() == 1);
}

TEST_CASE("what a relation names and nobody knows is told, not lost") {
    RelationStory story(2);
    const RelationEnd line = story.line(0, 1);
    story.link(line, RelationKind::backorder_of, RelationStory::whole(1)).other_order = "SO-99";
    story.link(line, RelationKind::backorder_of, RelationStory::whole(1)).other_line = "7";
    story.orders[1].order.account = AccountId{2};
    story.link(line, RelationKind::split_from, RelationStory::whole(1));
    const auto findings = relation_findings(story.set(), day(1));
    REQUIRE(findings.size() == 3);
    for (const RelationFinding& finding : findings) {
        CHECK(finding.kind == RelationFindingKind::unknown_end);
        CHECK(finding.ends == std::vector{line});
    }
}

TEST_CASE("contracts that want attention are findings with their quantity") {
    RelationStory story(2);
    story.orders[0].order.kind = OrderKind::framework_contract;
    story.orders[0].order.valid_until = day(5);
    const RelationEnd scarce = story.line(0, 10);
    const RelationEnd ample = story.line(0, 10);
    story.link(story.line(1, 12), kCallOff, scarce);
    story.link(story.line(1, 4), kCallOff, ample);
    const auto findings = relation_findings(story.set(), day(6));
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].kind == RelationFindingKind::over_released);
    CHECK(findings[0].quantity == units(2));
    CHECK(findings[1].kind == RelationFindingKind::expired_with_remainder);
    CHECK(findings[1].quantity == units(6));
    CHECK(findings[1].ends == std::vector{ample});
}

TEST_CASE("the tree around an order tells who states what, nearest first") {
    RelationStory story(4);
    const RelationEnd line = story.line(1, 5);
    story.link(line, RelationKind::replacement_for, RelationStory::whole(0));
    story.link(RelationStory::whole(2), RelationKind::return_of, line);
    story.link(RelationStory::whole(0), RelationKind::call_off_of, RelationStory::whole(3));
    story.link(line, RelationKind::amends, story.line(0, 1)); // leads back
    const auto tree = related_tree(story.set(), OrderId{1});
    REQUIRE(tree.size() == 4);
    CHECK(tree[1].end == RelationStory::whole(3));
    CHECK(tree[1].stated_by_parent);
    CHECK(tree[2].end == line);
    CHECK_FALSE(tree[2].stated_by_parent);
    CHECK(tree[3].end == RelationStory::whole(2));
    CHECK(tree[3].parent == 2);
    CHECK(tree[3].depth == 2);
    CHECK(related_tree(story.set(), OrderId{1}, 2).size() == 2);
}
