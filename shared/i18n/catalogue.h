#pragma once

#include <span>
#include <string_view>

namespace orderdeck::i18n {

/// One language file as it is embedded: `texts` in the order of kMessageKeys. A text with plural forms is a sequence of
/// U+001E category U+001F text.
struct Catalogue {
    std::string_view tag; ///< BCP 47, the file's name
    std::span<const std::string_view> texts;
};

/// Every language of assets/i18n, sorted by tag. Defined in the generated catalogues.cpp.
std::span<const Catalogue> catalogues();

} // namespace orderdeck::i18n
