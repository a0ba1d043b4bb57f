#include "shared/i18n/language.h"

#include "shared/base/text.h"
#include "shared/i18n/format_number.h"
#include "shared/i18n/plural_rule.h"

#include <optional>

namespace orderdeck::i18n {
namespace {

constexpr char kFormBegin = '\x1E';
constexpr char kFormText = '\x1F';
constexpr std::string_view kFallbackTag = "en";

/// The form of a plural message for a category, else its "other" form.
std::string_view form_of(std::string_view forms, std::string_view category) {
    std::string_view other;
    while (!forms.empty()) {
        const std::size_t end = forms.find(kFormBegin, 1);
        const std::string_view form = forms.substr(1, end == std::string_view::npos ? end : end - 1);
        const std::size_t middle = form.find(kFormText);
        const std::string_view text = form.substr(middle + 1);
        if (form.substr(0, middle) == category) return text;
        if (form.substr(0, middle) == "other") other = text;
        forms = end == std::string_view::npos ? std::string_view{} : forms.substr(end);
    }
    return other;
}

const Argument* find_argument(std::span<const Argument> arguments, std::string_view name) {
    for (const Argument& argument : arguments)
        if (argument.name == name) return &argument;
    return nullptr;
}

void append_argument(std::string& out, const Language& language, const Argument& argument) {
    if (const auto* text = std::get_if<std::string_view>(&argument.value))
        out += *text;
    else if (const auto* number = std::get_if<std::int64_t>(&argument.value))
        out += format_integer(language, *number);
}

/// Appends what stands at the front of the pattern and returns its length.
std::size_t append_piece(std::string& out, std::string_view pattern, const Language& language,
                         std::span<const Argument> arguments) {
    constexpr std::string_view kBold = "<b>";
    constexpr std::string_view kBoldEnd = "</b>";
    if (pattern.starts_with(kBold)) return out += kEmphasisBegin, kBold.size();
    if (pattern.starts_with(kBoldEnd)) return out += kEmphasisEnd, kBoldEnd.size();
    if (pattern.front() == '{') {
        const std::size_t end = pattern.find('}');
        const Argument* argument =
            end == std::string_view::npos ? nullptr : find_argument(arguments, pattern.substr(1, end - 1));
        if (argument != nullptr) return append_argument(out, language, *argument), end + 1;
    }
    out += pattern.front();
    return 1;
}

std::string_view primary_subtag(std::string_view tag) { return tag.substr(0, tag.find_first_of("-_")); }

std::optional<Language> find_language(std::string_view tag) {
    for (const Catalogue& catalogue : catalogues())
        if (base::equals_ignoring_ascii_case(catalogue.tag, tag)) return Language(catalogue);
    for (const Catalogue& catalogue : catalogues())
        if (base::equals_ignoring_ascii_case(primary_subtag(catalogue.tag), primary_subtag(tag)))
            return Language(catalogue);
    return std::nullopt;
}

} // namespace

std::string Language::text(MessageId id, std::initializer_list<Argument> arguments) const {
    const std::span<const Argument> all(arguments.begin(), arguments.size());
    std::string_view pattern = raw(id);
    if (pattern.starts_with(kFormBegin)) {
        const Argument* count = find_argument(all, "count");
        const auto* number = count == nullptr ? nullptr : std::get_if<std::int64_t>(&count->value);
        pattern = form_of(pattern, plural_category(raw("language.plural"), number == nullptr ? 0 : *number));
    }
    std::string out;
    out.reserve(pattern.size() + 16);
    while (!pattern.empty())
        pattern.remove_prefix(append_piece(out, pattern, *this, all));
    return out;
}

std::vector<std::string_view> language_tags() {
    std::vector<std::string_view> tags;
    for (const Catalogue& catalogue : catalogues())
        tags.push_back(catalogue.tag);
    return tags;
}

Language language_for(std::string_view tag) {
    if (const auto found = find_language(tag)) return *found;
    return *find_language(kFallbackTag);
}

Language language_for(std::span<const std::string> wanted) {
    for (const std::string& tag : wanted)
        if (const auto found = find_language(tag)) return *found;
    return *find_language(kFallbackTag);
}

} // namespace orderdeck::i18n
