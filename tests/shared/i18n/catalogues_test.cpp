#include "shared/i18n/catalogue.h"
#include "shared/i18n/language.h"
#include "tests/support/files.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace orderdeck::i18n {
namespace {

std::set<std::string> placeholders_of(std::string_view text) {
    std::set<std::string> found;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
        found.insert(std::string(text.substr(at, text.find('}', at) + 1 - at)));
    // "Servo drive, 4 more" and "Servo drive and others, 5 in all" say the same: a language may take either.
    if (found.erase("{more}") > 0) found.insert("{total}");
    return found;
}

std::size_t occurrences(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

} // namespace

TEST_CASE("every language has a text for every message") {
    REQUIRE(catalogues().size() >= 2);
    for (const Catalogue& catalogue : catalogues()) {
        REQUIRE(catalogue.texts.size() == kMessageKeys.size());
        for (std::size_t i = 0; i < kMessageKeys.size(); ++i) {
            INFO(catalogue.tag << " " << kMessageKeys[i]);
            CHECK_FALSE(catalogue.texts[i].empty());
        }
    }
}

TEST_CASE("a translation has the placeholders of the English text") {
    const Language english = language_for("en");
    for (const Catalogue& catalogue : catalogues()) {
        for (std::size_t i = 0; i < kMessageKeys.size(); ++i) {
            INFO(catalogue.tag << " " << kMessageKeys[i]);
            std::set<std::string> wanted = placeholders_of(english.raw(MessageId::from_index(i)));
            std::set<std::string> found = placeholders_of(catalogue.texts[i]);
            const bool has_forms = catalogue.texts[i].starts_with('\x1E') ||
                                   english.raw(MessageId::from_index(i)).starts_with('\x1E');
            if (has_forms) { // "moved twice" writes the number as a word
                wanted.erase("{count}");
                found.erase("{count}");
            }
            CHECK(wanted == found);
            CHECK(occurrences(catalogue.texts[i], "{") == occurrences(catalogue.texts[i], "}"));
            CHECK(occurrences(catalogue.texts[i], "<b>") == occurrences(catalogue.texts[i], "</b>"));
        }
    }
}

TEST_CASE("every message with plural forms has the form for all other numbers") {
    for (const Catalogue& catalogue : catalogues())
        for (const std::string_view text : catalogue.texts)
            if (text.starts_with('\x1E')) CHECK(text.find("\x1Eother\x1F") != std::string_view::npos);
}

TEST_CASE("a Chinese text uses full-width punctuation between Chinese words") {
    const Language chinese = language_for("zh-CN");
    for (std::size_t i = 0; i < kMessageKeys.size(); ++i) {
        const std::string_view text = chinese.raw(MessageId::from_index(i));
        for (std::size_t at = 1; at < text.size(); ++at) {
            INFO(kMessageKeys[i] << ": " << text);
            const bool after_chinese = (static_cast<unsigned char>(text[at - 1]) & 0x80U) != 0;
            CHECK_FALSE(
                (after_chinese && std::string_view(",;:?!()").find(text[at]) != std::string_view::npos));
        }
    }
}

TEST_CASE("no message is unused") {
    // Read by the formatters as parts of a whole family, or by the key that a source sends.
    constexpr std::array<std::string_view, 14> kFamilies{
        "bill.",  "bill_state.", "currency.", "document.",    "field.",  "finding.", "mode.",
        "party.", "reason.",     "relation.", "relation_of.", "source.", "unit.",    "value."};
    const std::string sources = [] {
        std::string all;
        for (const char* folder : {"shared/i18n", "shared/words", "client/app", "client/screens", "server"})
            for (const auto& entry : std::filesystem::recursive_directory_iterator(test::source_path(folder)))
                if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h")
                    all += test::read_file(entry.path().string());
        return all;
    }();
    for (const std::string_view key : kMessageKeys) {
        bool in_family = false;
        for (const std::string_view family : kFamilies)
            in_family = in_family || key.starts_with(family);
        if (in_family) continue;
        INFO(key);
        CHECK(sources.find("\"" + std::string(key) + "\"") != std::string::npos);
    }
}

} // namespace orderdeck::i18n
