#pragma once

#include <cstdint>
#include <limits>

namespace orderdeck::domain {

/// Products of two int64 numbers; only for intermediate results.
__extension__ typedef __int128 Wide;

/// The nearest int64, saturating at its ends.
constexpr std::int64_t saturate(Wide value) {
    constexpr std::int64_t kLowest = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max();
    if (value < kLowest) return kLowest;
    if (value > kHighest) return kHighest;
    return static_cast<std::int64_t>(value);
}

/// dividend / divisor rounded half away from zero; the divisor is positive.
constexpr Wide divide_rounded(Wide dividend, Wide divisor) {
    const Wide half = divisor / 2;
    return dividend < 0 ? -((-dividend + half) / divisor) : (dividend + half) / divisor;
}

} // namespace orderdeck::domain
