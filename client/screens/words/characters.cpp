#include "client/screens/words/characters.h"

#include "shared/base/utf8.h"

#include <algorithm>

namespace orderdeck::client::screens {

std::u32string characters_of(const i18n::Language& language) {
    constexpr char32_t kFirst = U' ';
    constexpr char32_t kLast = U'~';
    std::u32string all;
    for (std::string_view text : language.texts()) {
        while (!text.empty()) {
            const char32_t c = base::next_code_point(text).value_or(base::kReplacementCharacter);
            if (c > kLast) all += c;
        }
    }
    for (char32_t c = kFirst; c <= kLast; ++c)
        all += c;
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace orderdeck::client::screens
