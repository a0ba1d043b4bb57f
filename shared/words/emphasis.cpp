#include "shared/words/emphasis.h"

#include "shared/i18n/language.h"

namespace orderdeck::words {

std::vector<TextSpan> split_emphasis(std::string_view text) {
    std::vector<TextSpan> spans;
    TextSpan current;
    const auto finish = [&](Emphasis next) {
        if (!current.text.empty()) spans.push_back(std::move(current));
        current = TextSpan{{}, next};
    };
    for (const char c : text) {
        if (c == i18n::kEmphasisBegin)
            finish(Emphasis::strong);
        else if (c == i18n::kEmphasisEnd)
            finish(Emphasis::none);
        else
            current.text += c;
    }
    finish(Emphasis::none);
    return spans;
}

} // namespace orderdeck::words
