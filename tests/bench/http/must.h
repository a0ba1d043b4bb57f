#pragma once

#include "shared/base/result.h"

#include <cstdio>
#include <cstdlib>
#include <type_traits>
#include <utility>

namespace orderdeck::bench {

/// The value, or the end of the program: a bench of failures is worth nothing.
template <typename Value>
Value must(base::Result<Value> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", base::describe(result.error()).c_str());
        std::_Exit(1);
    }
    if constexpr (!std::is_void_v<Value>) return std::move(result).value();
}

} // namespace orderdeck::bench
