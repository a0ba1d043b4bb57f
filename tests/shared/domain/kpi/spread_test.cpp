#include "shared/domain/kpi/spread.h"
#include "tests/support/random_source.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <string>
#include <vector>

using namespace orderdeck::domain;
using orderdeck::test::counterexample;
using orderdeck::test::RandomSource;

namespace {

using Values = std::vector<std::int64_t>;

Spread spread_of(const Values& values) {
    Spread spread;
    for (const std::int64_t value : values)
        spread.add(value);
    return spread;
}

/// By the definition: the least value that at least so many percent do not exceed, and the mean with the greatest value
/// that at least so many of the others reach.
std::int64_t slow_percentile(const Values& values, int percent) {
    const auto count = std::ssize(values);
    std::int64_t low = std::numeric_limits<std::int64_t>::max();
    std::int64_t high = std::numeric_limits<std::int64_t>::min();
    for (const std::int64_t candidate : values) {
        const auto not_above =
            std::count_if(values.begin(), values.end(), [&](auto v) { return v <= candidate; });
        const auto not_below =
            std::count_if(values.begin(), values.end(), [&](auto v) { return v >= candidate; });
        if (not_above * 100 >= count * percent) low = std::min(low, candidate);
        if (not_below * 100 >= count * (100 - percent)) high = std::max(high, candidate);
    }
    return (low + high) * 50;
}

} // namespace

TEST_CASE("a median of an even number of values lies between the two in the middle") {
    CHECK(median_hundredths(Values{7}) == 700);
    CHECK(median_hundredths(Values{7, 8}) == 750);
    CHECK(median_hundredths(Values{1, 7, 8, 100}) == 750);
    CHECK(median_hundredths(Values{-5, -2, 9}) == -200);
    CHECK_FALSE(median_hundredths(Values{}));
}

TEST_CASE("a percentile is a value that occurs, unless its rank falls between two") {
    Values ten;
    for (int i = 1; i <= 10; ++i)
        ten.push_back(i);
    CHECK(percentile_hundredths(ten, 90) == 950);
    CHECK(percentile_hundredths(ten, 91) == 1000);
    CHECK(percentile_hundredths(ten, 89) == 900);
    CHECK(percentile_hundredths(ten, 0) == 100);
    CHECK(percentile_hundredths(ten, 100) == 1000);
    CHECK(percentile_hundredths(ten, 1000) == 1000);
    CHECK(percentile_hundredths(ten, -1) == 100);
}

TEST_CASE("percentiles of counted values equal those of the list and of the definition") {
    const std::string failure =
        counterexample(2000, 40, [](std::uint64_t seed, int size) -> std::optional<std::string> {
            RandomSource random(seed);
            Values values;
            for (int i = random.between(1, size + 1); i > 0; --i)
                values.push_back(random.between(-9, 9));
            std::sort(values.begin(), values.end());
            const Spread spread = spread_of(values);
            for (const int percent : {1, 10, 25, 50, 75, 90, 99}) {
                const std::int64_t expected = slow_percentile(values, percent);
                if (percentile_hundredths(values, percent) != expected ||
                    spread.percentile_hundredths(percent) != expected)
                    return "percentile " + std::to_string(percent);
            }
            return std::nullopt;
        });
    CHECK(failure == "");
}

TEST_CASE("means are rounded half away from zero, with and without signs") {
    const Spread spread = spread_of({-1, -1, 1, 2, 2, 2, 2, 2});
    CHECK(spread.mean_hundredths() == 113); // 9 / 8 = 1.125
    CHECK(spread_of({-1, -1, 1, 2, 2, 2, 2, 2, -18}).mean_hundredths() == -100);
    CHECK(spread.mean_distance_hundredths() == 163); // 13 / 8 = 1.625
    CHECK_FALSE(Spread{}.mean_hundredths());
    CHECK_FALSE(Spread{}.mean_distance_hundredths());
}

TEST_CASE("counted values tell how many lie where, and add up") {
    Spread spread = spread_of({-1, 0, 1, 1, 5});
    CHECK(spread.count_below(0) == 1);
    CHECK(spread.count_within(-1, 1) == 4);
    CHECK(spread.count_within(2, 4) == 0);
    CHECK(spread.least() == -1);
    CHECK(spread.greatest() == 5);
    spread += spread_of({0, 9});
    CHECK(spread == spread_of({-1, 0, 0, 1, 1, 5, 9}));
    CHECK(spread.count() == 7);
}

TEST_CASE("the largest numbers saturate instead of wrapping") {
    constexpr auto kHighest = std::numeric_limits<std::int64_t>::max();
    CHECK(median_hundredths(Values{kHighest, kHighest}) == kHighest);
    CHECK(spread_of({kHighest, kHighest}).mean_hundredths() == kHighest);
}
