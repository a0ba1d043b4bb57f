#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::words {

enum class Emphasis { none, strong };

/// A stretch of a sentence in one weight.
struct TextSpan {
    std::string text;
    Emphasis emphasis = Emphasis::none;
    friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

/// Cuts a text at the emphasis marks of i18n.
std::vector<TextSpan> split_emphasis(std::string_view text);

} // namespace orderdeck::words
