#include "shared/domain/relations/delivery_set.h"
#include "shared/domain/why.h"
#include "tests/shared/domain/relations/relation_story.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::domain;
using orderdeck::test::day;
using orderdeck::test::RelationStory;

namespace {

constexpr auto kPart = RelationKind::kit_component_of;

/// A pump station as one line that is promised last, its motor and its cable, and a spare part beside them.
struct Station {
    Station() {
        story.link(motor, kPart, kit).other_order.clear();
        story.link(cable, kPart, kit);
        story.promise(kit, 30);
        story.promise(motor, 20);
        story.promise(cable, 10);
        story.promise(spare, 12);
    }
    std::optional<LineId> blocking() { return summarise(story.of(kit)).blocking_line; }

    RelationStory story{1};
    RelationEnd kit = story.line(0, 4);
    RelationEnd motor = story.line(0, 8);
    RelationEnd cable = story.line(0, 4);
    RelationEnd spare = story.line(0, 1);
};

} // namespace

TEST_CASE("a kit waits for its last missing component, which is what blocks the delivery") {
    Station station;
    CHECK(station.blocking() == station.motor.line);
    const SetForecast whole = forecast_of_lines(station.story.set(), std::vector{RelationStory::whole(0)});
    CHECK(whole.blocking == station.motor);
    CHECK(whole.blocking_on == day(20));
    CHECK(whole.expected_on == day(30));
    station.story.fact(station.motor, MilestoneCode::delivered, 15);
    CHECK(station.blocking() == station.spare.line);
}

TEST_CASE("a kit whose components are all there blocks by itself") {
    Station station;
    station.story.fact(station.motor, MilestoneCode::delivered, 15);
    station.story.fact(station.cable, MilestoneCode::delivered, 15);
    CHECK(station.blocking() == station.kit.line);
}

TEST_CASE("a kit that travels as one piece blocks, not the components inside it") {
    Station station;
    station.story.fact(station.motor, MilestoneCode::qc_passed, 3);
    station.story.fact(station.cable, MilestoneCode::qc_passed, 3);
    station.story.fact(station.kit, MilestoneCode::shipped, 5);
    CHECK(station.blocking() == station.kit.line);
}

TEST_CASE("of a kit inside a kit the component that is missing blocks") {
    Station station;
    const RelationEnd winding = station.story.line(0, 8);
    station.story.link(winding, kPart, station.motor);
    station.story.promise(winding, 18);
    CHECK(station.blocking() == winding.line);
}

TEST_CASE("a cancelled component holds nothing up") {
    Station station;
    station.story.at(station.motor).commercial = CommercialState::cancelled;
    station.story.at(station.cable).commercial = CommercialState::cancelled;
    CHECK(station.blocking() == station.kit.line);
}

TEST_CASE("a kit that is said to be its own component is a line like others") {
    RelationStory story(1);
    const RelationEnd kit = story.line(0, 1);
    const RelationEnd other = story.line(0, 1);
    story.link(kit, kPart, kit);
    story.promise(kit, 9);
    story.promise(other, 5);
    CHECK(summarise(story.of(kit)).blocking_line == kit.line);
}

TEST_CASE("components of another order block the kit where both orders are looked at") {
    RelationStory story(2);
    const RelationEnd kit = story.line(0, 1);
    const RelationEnd motor = story.line(1, 1);
    const RelationEnd cable = story.line(1, 1);
    story.link(motor, kPart, kit);
    story.promise(kit, 30);
    story.promise(motor, 20);
    story.promise(cable, 10);
    const OrderSet set = story.set();
    const std::vector<const OrderRecords*> both{set.find(kit.order), set.find(motor.order)};
    CHECK(forecast_of_orders(both).blocking == motor);
}
