#include "shared/words/source_words.h"

#include "shared/i18n/domain_words.h"

namespace orderdeck::words {

std::string source_words(const ViewContext& context, const domain::Source& source) {
    const std::string_view kind = i18n::source_kind_word(context.language, source.kind);
    return kind.empty() ? source.name : std::string(kind);
}

std::string source_words(const ViewContext& context, const domain::OrderDetails& details,
                         domain::SourceId id) {
    const domain::Source* source = domain::source_of(details, id);
    return source == nullptr ? std::string() : source_words(context, *source);
}

} // namespace orderdeck::words
