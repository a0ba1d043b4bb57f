#include "shared/words/order/line_words.h"

namespace orderdeck::words {

std::string lines_in_words(const ViewContext& context, const std::vector<std::string>& numbers) {
    std::string list;
    for (const std::string& number : numbers) {
        if (!list.empty()) list += context.language.raw("list.separator");
        list += number;
    }
    return context.text("why.lines", {{"count", numbers.size()}, {"lines", list}});
}

std::string line_in_words(const ViewContext& context, const domain::OrderDetails& details,
                          domain::LineId line) {
    const domain::Line* found = domain::line_of(details, line);
    return found == nullptr ? std::string() : lines_in_words(context, {found->number});
}

std::string as_beginning(std::string_view words) {
    std::string text(words);
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

} // namespace orderdeck::words
