#include "client/screens/words/words.h"
#include "tests/client/screens/sample_orders.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::client::screens {
namespace {

/// Confirmed lines, of which some have left in part.
domain::OrderSummary confirmed_lines(int lines, int partly_shipped) {
    domain::OrderSummary summary;
    summary.lines = lines;
    summary.headline = {
        .kind = domain::HeadlineKind::stage, .stage = domain::Stage::confirmed, .count = lines, .of = lines};
    summary.lines_partly_shipped = partly_shipped;
    return summary;
}

} // namespace

TEST_CASE("an order of which a part of a line has left is neither at its old stage nor shipped") {
    CHECK(short_headline(test::context_in("en"), confirmed_lines(1, 0)) == "Confirmed");
    CHECK(short_headline(test::context_in("en"), confirmed_lines(1, 1)) == "Partly shipped");
    CHECK(short_headline(test::context_in("zh-CN"), confirmed_lines(1, 1)) == "部分已发");
    CHECK(short_headline(test::context_in("en"), confirmed_lines(5, 2)) == "2 of 5 lines partly shipped");
    CHECK(short_headline(test::context_in("zh-CN"), confirmed_lines(5, 2)) == "5 行中 2 行部分已发");
}

TEST_CASE("an order of one line tells its pieces, and the long headline what has come further") {
    domain::OrderSummary summary = confirmed_lines(1, 1);
    summary.headline = {.kind = domain::HeadlineKind::units_at, .stage = domain::Stage::shipped};
    summary.headline.part = domain::Quantity::from_units(16);
    summary.headline.whole = domain::Quantity::from_units(28);
    CHECK(short_headline(test::context_in("en"), summary) == "16 of 28 shipped");
    CHECK(long_headline(test::context_in("en"), summary) == "16 of 28 shipped");
    summary.headline.further = domain::Quantity::from_units(10);
    CHECK(long_headline(test::context_in("en"), summary) == "16 of 28 shipped, 10 delivered");
    CHECK(long_headline(test::context_in("zh-CN"), summary) == "共 28，已发 16，已送达 10");
}

TEST_CASE("an order in five parts says how many are shipped, how many delivered, and where the others are") {
    domain::OrderSummary summary = confirmed_lines(5, 0);
    summary.headline = {
        .kind = domain::HeadlineKind::lines_at, .stage = domain::Stage::shipped, .count = 3, .of = 5};
    summary.lines_delivered = 1;
    summary.lines_at[static_cast<std::size_t>(domain::Stage::ready)] = 2;
    CHECK(long_headline(test::context_in("en"), summary) == "3 of 5 lines shipped, 1 delivered, 2 ready");
    CHECK(long_headline(test::context_in("zh-CN"), summary) == "5 行中已发 3 行，1 行已送达，2 行待发货");
}

TEST_CASE("an order whose lines stand at several stages names them all, what has come further first") {
    domain::OrderSummary summary = confirmed_lines(3, 0);
    summary.headline.count = 1;
    summary.lines_at[static_cast<std::size_t>(domain::Stage::confirmed)] = 1;
    summary.lines_at[static_cast<std::size_t>(domain::Stage::ready)] = 2;
    CHECK(short_headline(test::context_in("en"), summary) == "2 ready, 1 confirmed");
    CHECK(short_headline(test::context_in("zh-CN"), summary) == "2 行待发货，1 行已确认");
}

} // namespace orderdeck::client::screens
