#include "shared/domain/association/pair_rule.h"
#include "shared/domain/association/reorder.h"

#include <catch2/catch_test_macros.hpp>

#include <initializer_list>

using namespace orderdeck;
using namespace orderdeck::domain;

namespace {

Basket basket(std::initializer_list<const char*> items) {
    Basket result;
    for (const char* item : items)
        result.add(item);
    return result;
}

base::LocalDate day(int number) { return base::LocalDate::from_days(20'000 + number); }

} // namespace

TEST_CASE("A pair is counted once for each basket, however often a basket names an item") {
    const std::vector<Basket> baskets = {basket({"cup", "saucer", "cup"}), basket({"cup"}),
                                         basket({"saucer", "cup"}), basket({"spoon"})};
    const PairRule rule = count_pair(baskets, "cup", "saucer");
    CHECK(rule.baskets == 4);
    CHECK(rule.with_first == 3);
    CHECK(rule.with_second == 2);
    CHECK(rule.with_both == 2);
    CHECK(rule.confidence() == 6'667);
    CHECK(rule.confidence_reversed() == 10'000);
    CHECK(rule.lift() == 133);
}

TEST_CASE("A pair of which one was never ordered has no confidence and no lift") {
    const PairRule rule = count_pair(std::vector<Basket>{basket({"cup"})}, "cup", "fork");
    CHECK(rule.confidence() == 0);
    CHECK_FALSE(rule.confidence_reversed().has_value());
    CHECK_FALSE(rule.lift().has_value());
}

TEST_CASE("Intervals lie between order days, not between orders") {
    const Spread intervals = reorder_intervals({day(9), day(1), day(1), day(3), day(9), day(20)});
    CHECK(intervals.count() == 3);
    CHECK(intervals.median_hundredths() == 600);
    CHECK(intervals.greatest() == 11);
    CHECK(reorder_intervals({day(5)}).count() == 0);
    CHECK(reorder_intervals({}).count() == 0);
}
