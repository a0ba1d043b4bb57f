#include "shared/domain/account.h"

#include "shared/base/text.h"

namespace orderdeck::domain {
namespace {

std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

std::string on_one_line(std::string text) {
    for (char& c : text) {
        if (c == '\n' || c == '\r') c = ' ';
    }
    return text;
}

} // namespace

const std::string& LocalizedText::in(std::string_view language) const {
    for (const auto& [tag, translation] : translations) {
        if (base::equals_ignoring_ascii_case(tag, language)) return translation;
    }
    for (const auto& [tag, translation] : translations) {
        if (base::equals_ignoring_ascii_case(primary_language(tag), primary_language(language)))
            return translation;
    }
    return text;
}

std::string encode_translations(const LocalizedText& name) {
    std::string encoded;
    for (const auto& [tag, translation] : name.translations) {
        if (!encoded.empty()) encoded += '\n';
        encoded += tag + "=" + on_one_line(translation);
    }
    return encoded;
}

LocalizedText decode_localized(std::string text, std::string_view translations) {
    LocalizedText name{std::move(text), {}};
    for (const std::string_view line : base::split(translations, '\n')) {
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos) continue;
        name.translations.emplace_back(line.substr(0, equals), line.substr(equals + 1));
    }
    return name;
}

} // namespace orderdeck::domain
