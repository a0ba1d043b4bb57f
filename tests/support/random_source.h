#pragma once

#include "shared/base/random_stream.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace orderdeck::test {

/// The choices of a property test.
class RandomSource : public base::RandomStream {
public:
    using RandomStream::RandomStream;

    template <typename Value>
    void shuffle(std::vector<Value>& values) {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[next() % i]);
    }
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
