#pragma once

#include "shared/i18n/catalogue.h"
#include "shared/i18n/message_id.h"

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace orderdeck::i18n {

/// The value of a placeholder: {"count", 3}. Whole numbers are written with the language's group separator, texts as
/// they are; a text must outlive the call that it is passed to.
struct Argument {
    Argument(std::string_view argument_name, std::string_view text) : name(argument_name), value(text) {}
    Argument(std::string_view argument_name, const std::string& text)
        : name(argument_name), value(std::string_view(text)) {}
    Argument(std::string_view argument_name, const char* text)
        : name(argument_name), value(std::string_view(text)) {}
    Argument(std::string_view argument_name, std::integral auto number)
        : name(argument_name), value(static_cast<std::int64_t>(number)) {}

    std::string_view name;
    std::variant<std::string_view, std::int64_t> value;
};

/// Marks around what a catalogue writes as <b>...</b>; screens show it semibold (see split_emphasis).
inline constexpr char kEmphasisBegin = '\x01';
inline constexpr char kEmphasisEnd = '\x02';

/// One language of the catalogues. A small value, valid for the life of the program.
class Language {
public:
    explicit Language(const Catalogue& catalogue) : catalogue_(&catalogue) {}

    /// BCP 47, "zh-CN".
    std::string_view tag() const { return catalogue_->tag; }
    /// In itself: 中文.
    std::string_view name() const { return raw("language.name"); }

    /// The message with its placeholders filled. The plural form follows the argument named "count".
    /// A placeholder without argument is left as it is.
    std::string text(MessageId id, std::initializer_list<Argument> arguments = {}) const;
    /// The message as the catalogue has it; for messages without plural forms and placeholders.
    std::string_view raw(MessageId id) const { return catalogue_->texts[id.index()]; }

    /// Every message as the catalogue has it.
    std::span<const std::string_view> texts() const { return catalogue_->texts; }

    friend bool operator==(const Language& left, const Language& right) {
        return left.catalogue_ == right.catalogue_;
    }

private:
    const Catalogue* catalogue_;
};

/// The tags of all languages that there are, sorted.
std::vector<std::string_view> language_tags();
/// The language of exactly this tag, else one that shares its primary subtag, else English.
Language language_for(std::string_view tag);
/// The first wanted tag for which there is a language, else English.
Language language_for(std::span<const std::string> wanted);

} // namespace orderdeck::i18n
