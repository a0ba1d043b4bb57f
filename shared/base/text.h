#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::base {

/// The text without ASCII white space, no-break and ideographic spaces and byte order marks at both ends.
std::string_view trim(std::string_view text);

/// The parts between separators; always at least one part, empty parts are kept.
std::vector<std::string_view> split(std::string_view text, char separator);

std::string join(std::span<const std::string> parts, std::string_view separator);

/// ASCII letters only, for protocol words; for people's text use fold_for_search.
std::string to_lower_ascii(std::string_view text);
bool equals_ignoring_ascii_case(std::string_view left, std::string_view right);

/// For a value in a URL's query: all but letters, digits and "-._~" as %XX (RFC 3986).
std::string percent_encode(std::string_view text);

/// The search form of one code point: lower case (ASCII, Latin-1, Latin Extended-A, Greek, Cyrillic), full-width forms
/// to ASCII, common diacritics removed. 0 for combining marks, which vanish; ligatures and sharp s keep one letter.
char32_t fold_code_point(char32_t code_point);

/// The form in which texts are compared when searching: "Côte", "COTE" and "ＣＯＴＥ" all become "cote". Invalid UTF-8
/// becomes U+FFFD, and folding twice gives the same as once.
std::string fold_for_search(std::string_view text);

} // namespace orderdeck::base
