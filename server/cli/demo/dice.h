#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace orderdeck::server::cli::demo {

/// A reproducible stream of choices (SplitMix64): the same seed gives the same demo on every machine.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
        return mixed ^ (mixed >> 31);
    }
    /// From low to high, both included.
    int between(int low, int high) {
        return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1));
    }
    bool chance(int percent) { return between(1, 100) <= percent; }

    template <typename Value>
    const Value& pick(std::span<const Value> values) {
        return values[static_cast<std::size_t>(next() % values.size())];
    }

private:
    std::uint64_t state_;
};

} // namespace orderdeck::server::cli::demo
