#pragma once

#include "shared/base/random_stream.h"

#include <cstddef>
#include <span>

namespace orderdeck::server::cli::demo {

/// The choices of a demo: the same seed gives the same demo on every machine.
class Dice : public base::RandomStream {
public:
    using RandomStream::RandomStream;

    template <typename Value>
    const Value& pick(std::span<const Value> values) {
        return values[static_cast<std::size_t>(next() % values.size())];
    }
};

} // namespace orderdeck::server::cli::demo
