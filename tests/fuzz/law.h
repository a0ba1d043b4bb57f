#pragma once

#include "shared/base/result.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace orderdeck::fuzz {

/// Ends the program when a law does not hold; libFuzzer then keeps the input.
inline void require(bool holds, std::string_view law) {
    if (holds) return;
    std::fprintf(stderr, "this does not hold: %.*s\n", static_cast<int>(law.size()), law.data());
    std::abort();
}

/// The value of what cannot fail whatever the input is.
template <typename Value>
Value expect(base::Result<Value> result, std::string_view law) {
    if (!result) std::fprintf(stderr, "%s\n", base::describe(result.error()).c_str());
    require(result.has_value(), law);
    return std::move(result).release();
}

inline void expect(base::Result<void> result, std::string_view law) {
    if (!result) std::fprintf(stderr, "%s\n", base::describe(result.error()).c_str());
    require(result.has_value(), law);
}

/// The input as text.
inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Takes the first line off a text, without its end; an input of several parts has one on each line.
inline std::string_view take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

} // namespace orderdeck::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
