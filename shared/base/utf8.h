#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::base {

constexpr char32_t kReplacementCharacter = 0xFFFD;

/// One step of decoding: the code point, how many bytes it took, and whether these bytes were well-formed.
/// An ill-formed sequence yields kReplacementCharacter for its maximal subpart (Unicode 15, table 3-7), at least one byte.
struct DecodedCodePoint {
    char32_t code_point = 0;
    std::size_t length = 0;
    bool valid = true;
};

/// Decodes the code point at the front of a text that is not empty.
DecodedCodePoint decode_front(std::string_view text);

/// Takes the next code point off the front of the text; nullopt at its end.
std::optional<char32_t> next_code_point(std::string_view& text);

/// Appends a code point; surrogates and values beyond U+10FFFF become U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

bool is_valid_utf8(std::string_view text);
/// The text with each ill-formed sequence replaced by U+FFFD.
std::string replace_invalid_utf8(std::string_view text);
std::string to_utf8(std::u32string_view code_points);
std::size_t count_code_points(std::string_view text);
/// The longest front part of at most max_bytes that does not cut a code point in two.
std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes);

} // namespace orderdeck::base
