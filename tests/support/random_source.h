#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace orderdeck::test {

/// A reproducible stream of numbers (SplitMix64), the same on every platform.
class RandomSource {
public:
    explicit RandomSource(std::uint64_t seed) : state_(seed) {}

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
    void shuffle(std::vector<Value>& values) {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[next() % i]);
    }

private:
    std::uint64_t state_;
};

/// Looks for a case in which a law fails. `law` takes (seed, size) and returns what is wrong, or nothing. The answer
/// names the smallest size at which the first failing seed still fails, so that it can be run again alone.
template <typename Law>
std::string counterexample(int cases, int largest, Law law) {
    for (int seed = 0; seed < cases; ++seed) {
        const auto number = static_cast<std::uint64_t>(seed);
        std::optional<std::string> failure = law(number, 1 + seed % largest);
        if (!failure) continue;
        int size = 1 + seed % largest;
        for (int smaller = 1; smaller < size; ++smaller) {
            if (const auto simpler = law(number, smaller)) {
                failure = simpler;
                size = smaller;
                break;
            }
        }
        return "seed " + std::to_string(seed) + ", size " + std::to_string(size) + ": " + *failure;
    }
    return {};
}

} // namespace orderdeck::test
