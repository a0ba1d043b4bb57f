#include "shared/domain/kpi/spread.h"

#include "shared/domain/wide.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

/// The value between the ranks that a percentile asks for, times 100; `at` gives the value of a rank from 1 on.
template <typename At>
std::int64_t between_ranks(std::int64_t count, int percent, At at) {
    const Wide position = Wide{count} * std::clamp(percent, 0, 100);
    const auto whole = static_cast<std::int64_t>(position / 100);
    const auto at_least_first = std::clamp<std::int64_t>(position % 100 == 0 ? whole : whole + 1, 1, count);
    const std::int64_t next =
        position % 100 == 0 && whole >= 1 ? std::min(at_least_first + 1, count) : at_least_first;
    return saturate((Wide{at(at_least_first)} + at(next)) * 50);
}

} // namespace

std::optional<std::int64_t> percentile_hundredths(std::span<const std::int64_t> ascending, int percent) {
    if (ascending.empty()) return std::nullopt;
    return between_ranks(std::ssize(ascending), percent,
                         [&](std::int64_t rank) { return ascending[static_cast<std::size_t>(rank - 1)]; });
}

std::optional<std::int64_t> median_hundredths(std::span<const std::int64_t> ascending) {
    return percentile_hundredths(ascending, 50);
}

void Spread::add(std::int64_t value, std::int64_t times) {
    if (times <= 0) return;
    times_[value] += times;
    count_ += times;
}

Spread& Spread::operator+=(const Spread& other) {
    for (const auto& [value, times] : other.times_)
        add(value, times);
    return *this;
}

std::int64_t Spread::count_below(std::int64_t value) const {
    std::int64_t count = 0;
    for (auto at = times_.begin(); at != times_.end() && at->first < value; ++at)
        count += at->second;
    return count;
}

std::int64_t Spread::count_within(std::int64_t from, std::int64_t to) const {
    std::int64_t count = 0;
    for (auto at = times_.lower_bound(from); at != times_.end() && at->first <= to; ++at)
        count += at->second;
    return count;
}

std::optional<std::int64_t> Spread::least() const {
    if (times_.empty()) return std::nullopt;
    return times_.begin()->first;
}

std::optional<std::int64_t> Spread::greatest() const {
    if (times_.empty()) return std::nullopt;
    return times_.rbegin()->first;
}

std::int64_t Spread::at_rank(std::int64_t rank) const {
    std::int64_t seen = 0;
    for (const auto& [value, times] : times_) {
        seen += times;
        if (seen >= rank) return value;
    }
    return 0;
}

std::optional<std::int64_t> Spread::percentile_hundredths(int percent) const {
    if (count_ == 0) return std::nullopt;
    return between_ranks(count_, percent, [this](std::int64_t rank) { return at_rank(rank); });
}

std::optional<std::int64_t> Spread::mean_hundredths() const {
    if (count_ == 0) return std::nullopt;
    Wide sum = 0;
    for (const auto& [value, times] : times_)
        sum += Wide{value} * times;
    return saturate(divide_rounded(sum * 100, count_));
}

std::optional<std::int64_t> Spread::mean_distance_hundredths() const {
    if (count_ == 0) return std::nullopt;
    Wide sum = 0;
    for (const auto& [value, times] : times_)
        sum += (value < 0 ? -Wide{value} : Wide{value}) * times;
    return saturate(divide_rounded(sum * 100, count_));
}

} // namespace orderdeck::domain
