#include "shared/domain/part_news.h"
#include "shared/domain/promise_story.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::domain;
using orderdeck::test::day;
using orderdeck::test::OrderBuilder;

TEST_CASE("the five dates of a line are kept apart") {
    OrderBuilder order;
    const LineId line = order.line(2);
    order.at(line).requested_on = day(4);
    order.promise(line, 6, 1);
    order.promise(line, 9, 3);
    order.forecast(line, 11);
    const PromiseStory open = promise_stories(order.records).at(0);
    CHECK(open.requested_on == day(4));
    CHECK(open.first_confirmed_on == day(6));
    CHECK(open.last_confirmed_on == day(9));
    CHECK(open.estimated_on == day(11));
    CHECK_FALSE(open.actual_on);
    order.fact(line, MilestoneCode::delivered, 10);
    const PromiseStory done = promise_stories(order.records).at(0);
    CHECK(done.actual_on == day(10));
    CHECK_FALSE(done.estimated_on);
}

TEST_CASE("every revision tells who and why; the party follows from the reason where none is stated") {
    OrderBuilder order;
    const LineId line = order.line(2);
    order.promise(line, 6, 1);
    order.promise(line, 12, 2).reason = "UD170";
    order.promise(line, 10, 3).reason = "AD016";
    order.promise(line, 10, 4).reason = "ZZ-9";
    const PromiseStory story = promise_stories(order.records).at(0);
    REQUIRE(story.history.size() == 4);
    CHECK_FALSE(story.history[0].from);
    CHECK(story.history[1].days == 6);
    CHECK(story.history[1].party == Party::authority);
    CHECK_FALSE(story.history[1].acceptable);
    CHECK(story.history[2].party == Party::customer);
    CHECK(story.history[2].acceptable);
    CHECK(story.history[3].reason == "ZZ-9");
    CHECK(story.history[3].party == Party::unknown);
    CHECK(story.moves == 2);
    CHECK(story.net_days == 4);
    CHECK(story.path_days == 8);
}

TEST_CASE("a move is binding only when the customer wanted it or its reason is accepted") {
    OrderBuilder order;
    const LineId line = order.line(2);
    const auto binding = [&] { return promise_stories(order.records).at(0).binding_on; };
    CHECK_FALSE(binding());
    order.promise(line, 6, 1);
    order.promise(line, 9, 2).reason = "supplier_late";
    CHECK(binding() == day(6));
    order.promise(line, 12, 3).party = Party::customer;
    CHECK(binding() == day(12));
    order.promise(line, 15, 4).reason = "AD060";
    CHECK(binding() == day(15));
}

TEST_CASE("each part announces itself once, however often and differently it is reported") {
    OrderBuilder order;
    const LineId line = order.line(5);
    std::vector<ShipmentId> parts;
    for (int i = 0; i < 5; ++i) {
        parts.push_back(order.shipment());
        order.carries(parts.back(), line, 1);
    }
    CHECK(part_news(order.records).empty());
    order.scan(parts[0], MilestoneCode::shipped, 4);
    order.scan(parts[0], MilestoneCode::shipped, 4).note = "left the warehouse";
    order.scan(parts[0], MilestoneCode::in_transit, 5);
    order.scan(parts[1], MilestoneCode::shipped, 5);
    order.scan(parts[2], MilestoneCode::shipped, 6);
    order.scan(parts[1], MilestoneCode::delivered, 8);
    order.scan(parts[1], MilestoneCode::delivered, 8).note = "signed";
    order.scan(parts[1], MilestoneCode::in_transit, 6);
    const auto news = part_news(order.records);
    REQUIRE(news.size() == 4);
    CHECK(news[0].key == "shipment/" + std::to_string(parts[0].value()) + "/shipped");
    CHECK(news[0].on == day(4));
    CHECK(news[0].quantity == Quantity::from_units(1));
    CHECK(news[2].stage == Stage::delivered);
    CHECK(news[2].shipment == parts[1]);
}

TEST_CASE("parts of a line that no shipment carries announce themselves, too") {
    OrderBuilder order;
    const LineId line = order.line(10);
    order.fact(line, MilestoneCode::shipped, 4, 6);
    order.fact(line, MilestoneCode::shipped, 6, 4);
    order.fact(line, MilestoneCode::delivered, 8);
    order.fact(line, MilestoneCode::delivered, 9);
    const auto news = part_news(order.records);
    REQUIRE(news.size() == 3);
    CHECK(news[0].quantity == Quantity::from_units(6));
    CHECK(news[2].stage == Stage::delivered);
    CHECK(news[2].on == day(8));
}
