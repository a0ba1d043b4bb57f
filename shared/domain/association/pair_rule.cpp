#include "shared/domain/association/pair_rule.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

constexpr std::int64_t kWhole = 10'000; ///< hundredths of a percent

std::optional<std::int64_t> rounded(std::int64_t part, std::int64_t whole) {
    if (whole <= 0) return std::nullopt;
    return (2 * part + whole) / (2 * whole);
}

} // namespace

void Basket::add(std::string item) {
    const auto place = std::lower_bound(items_.begin(), items_.end(), item);
    if (place == items_.end() || *place != item) items_.insert(place, std::move(item));
}

bool Basket::contains(const std::string& item) const {
    return std::binary_search(items_.begin(), items_.end(), item);
}

std::optional<std::int64_t> PairRule::confidence() const { return rounded(with_both * kWhole, with_first); }

std::optional<std::int64_t> PairRule::confidence_reversed() const {
    return rounded(with_both * kWhole, with_second);
}

std::optional<std::int64_t> PairRule::lift() const {
    constexpr std::int64_t kHundredths = 100;
    return rounded(with_both * baskets * kHundredths, with_first * with_second);
}

PairRule count_pair(std::span<const Basket> baskets, const std::string& first, const std::string& second) {
    PairRule rule;
    for (const Basket& basket : baskets) {
        const bool has_first = basket.contains(first);
        const bool has_second = basket.contains(second);
        ++rule.baskets;
        rule.with_first += has_first ? 1 : 0;
        rule.with_second += has_second ? 1 : 0;
        rule.with_both += has_first && has_second ? 1 : 0;
    }
    return rule;
}

} // namespace orderdeck::domain
