#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace orderdeck::domain {

/// What was ordered together: items, each once however many lines name it, without cancelled lines.
class Basket {
public:
    void add(std::string item);
    bool contains(const std::string& item) const;
    bool is_empty() const { return items_.empty(); }

private:
    std::vector<std::string> items_; ///< ascending
};

/// How often two items were ordered together (association rule of two items; Agrawal and Srikant 1994).
struct PairRule {
    std::int64_t baskets = 0; ///< all of the population
    std::int64_t with_first = 0;
    std::int64_t with_second = 0;
    std::int64_t with_both = 0;

    /// with_both / with_first in hundredths of a percent: how often the second is there when the first is; nullopt when
    /// the first never is. Rounded half up, as the others.
    std::optional<std::int64_t> confidence() const;
    /// The same from the second to the first.
    std::optional<std::int64_t> confidence_reversed() const;
    /// with_both x baskets / (with_first x with_second) in hundredths: how many times more often together than by chance.
    std::optional<std::int64_t> lift() const;
};

/// Counts the baskets with one or both of the items.
PairRule count_pair(std::span<const Basket> baskets, const std::string& first, const std::string& second);

} // namespace orderdeck::domain
