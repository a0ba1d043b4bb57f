#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>

namespace orderdeck::domain {

/// The value at or below which `percent` % of the values lie, times 100. Hyndman & Fan (1996), type 2: the value at rank
/// ceil(n x percent / 100), and the mean of it and the next where n x percent / 100 is whole, so that the median of an
/// even number of values is the mean of the two in the middle. Exact. Values ascend; percent is clamped to 0..100;
/// nullopt without values.
std::optional<std::int64_t> percentile_hundredths(std::span<const std::int64_t> ascending, int percent);
std::optional<std::int64_t> median_hundredths(std::span<const std::int64_t> ascending);

/// Whole numbers (days, milliseconds) counted by value, so that exact medians of a million lines need no list of them.
/// The sums of two spreads are the spread of both.
class Spread {
public:
    void add(std::int64_t value, std::int64_t times = 1);
    Spread& operator+=(const Spread& other);

    std::int64_t count() const { return count_; }
    std::int64_t count_below(std::int64_t value) const;
    /// How many lie in [from, to].
    std::int64_t count_within(std::int64_t from, std::int64_t to) const;
    std::optional<std::int64_t> least() const;
    std::optional<std::int64_t> greatest() const;

    /// As the functions above, times 100.
    std::optional<std::int64_t> percentile_hundredths(int percent) const;
    std::optional<std::int64_t> median_hundredths() const { return percentile_hundredths(50); }
    /// Means times 100, rounded half away from zero; nullopt without values.
    std::optional<std::int64_t> mean_hundredths() const;
    std::optional<std::int64_t> mean_distance_hundredths() const; ///< of the values without their signs

    friend bool operator==(const Spread&, const Spread&) = default;

private:
    std::int64_t at_rank(std::int64_t rank) const;

    std::map<std::int64_t, std::int64_t> times_;
    std::int64_t count_ = 0;
};

} // namespace orderdeck::domain
