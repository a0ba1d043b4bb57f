#include "shared/domain/flags.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::domain;
using orderdeck::test::day;
using orderdeck::test::instant;
using orderdeck::test::OrderBuilder;

namespace {

std::vector<Flag> flags(const OrderBuilder& order, int today, int hour = 0) {
    return flags_of(order.records, summarise(order.records), instant(today, hour));
}

std::vector<FlagKind> kinds(const OrderBuilder& order, int today) {
    std::vector<FlagKind> found;
    for (const Flag& flag : flags(order, today))
        found.push_back(flag.kind);
    return found;
}

} // namespace

TEST_CASE("flags stand beside the states, each with reason, since and owner") {
    OrderBuilder order;
    const LineId line = order.line(10);
    CHECK(flags(order, 3).empty());
    order.hold(line, HoldReason::credit, Party::customer, 2);
    order.records.order.priority = Priority::urgent;
    order.fact(line, MilestoneCode::shipped, 3, 4);
    const auto found = flags(order, 3);
    REQUIRE(kinds(order, 3) ==
            std::vector{FlagKind::on_hold, FlagKind::partial, FlagKind::backordered, FlagKind::urgent});
    CHECK(found[0].reason == "credit");
    CHECK(found[0].since == day(2));
    CHECK(found[0].owner == Party::customer);
    CHECK(found[1].line == line);
    CHECK(found[1].since == day(3));
    order.fact(line, MilestoneCode::delivered, 5);
    CHECK(flags(order, 9).empty());
}

TEST_CASE("late begins on the day after the promise at the delivery place, with the cause of its last move") {
    OrderBuilder order;
    order.records.order.delivery_utc_offset_minutes = 480;
    const LineId line = order.line(1);
    order.promise(line, 5, 1);
    PromiseRevision& moved = order.promise(line, 8, 2);
    moved.reason = "UD170";
    CHECK(flags(order, 8, 15).empty());
    const auto late = flags(order, 8, 16);
    REQUIRE(late.size() == 1);
    CHECK(late[0].kind == FlagKind::late);
    CHECK(late[0].since == day(9));
    CHECK(late[0].reason == "UD170");
    CHECK(late[0].owner == Party::authority);
    order.forecast(line, 12);
    CHECK(kinds(order, 6) == std::vector{FlagKind::at_risk});
    CHECK(kinds(order, 10) == std::vector{FlagKind::late});
}

TEST_CASE("what is wrong with a parcel is an exception from its instant on") {
    OrderBuilder order;
    order.line(1);
    OrderSummary summary = summarise(order.records);
    summary.silent_at = instant(4);
    summary.trouble_at = instant(6);
    CHECK(flags_of(order.records, summary, instant(3)).empty());
    CHECK(flags_of(order.records, summary, instant(4)).at(0).reason == "silent");
    const auto both = flags_of(order.records, summary, instant(6));
    REQUIRE(both.size() == 2);
    CHECK(both[0].reason == "trouble");
    CHECK(both[0].since == day(6));
    CHECK(both[0].owner == Party::carrier);
}
