#include "shared/i18n/language.h"
#include "shared/i18n/plural_rule.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

namespace orderdeck::i18n {

TEST_CASE("placeholders are filled and the plural form follows the count") {
    const Language english = language_for("en");
    CHECK(english.text("orders.count", {{"count", 1}}) == "1 order");
    CHECK(english.text("orders.count", {{"count", 10214}}) == "10,214 orders");
    CHECK(english.text("moved.times", {{"count", 2}}) == "moved twice");
    CHECK(english.text("moved.times", {{"count", 7}}) == "moved 7 times");
    CHECK(english.text("headline.lines_shipped", {{"count", 3}, {"of", 5}}) == "3 of 5 lines shipped");

    const Language chinese = language_for("zh-CN");
    CHECK(chinese.text("orders.count", {{"count", 1}}) == "共 1 个订单");
    CHECK(chinese.text("moved.times", {{"count", 2}}) == "改期两次");
    CHECK(chinese.text("headline.lines_shipped", {{"count", 3}, {"of", 5}}) == "5 行中已发 3 行");
}

TEST_CASE("an argument is not searched for placeholders") {
    const Language english = language_for("en");
    CHECK(english.text("empty.search_title", {{"query", "{query} <b>{x}"}}) ==
          "Nothing found for “{query} <b>{x}”");
}

TEST_CASE("a placeholder without argument stays visible") {
    CHECK(language_for("en").text("orders.po") == "PO {reference}");
}

TEST_CASE("emphasis of a message arrives as marks around the argument") {
    const std::string text = language_for("en").text("explain.expected", {{"date", "4 Dec"}});
    CHECK(text == std::string("Expected complete on ") + kEmphasisBegin + "4 Dec" + kEmphasisEnd + ".");
}

TEST_CASE("the language is that of the tag, else of its primary subtag, else English") {
    CHECK(language_for("zh-CN").tag() == "zh-CN");
    CHECK(language_for("zh").tag() == "zh-CN");
    CHECK(language_for("zh-Hant-TW").tag() == "zh-CN");
    CHECK(language_for("EN-gb").tag() == "en");
    CHECK(language_for("fr").tag() == "en");
    CHECK(language_for(std::vector<std::string>{"fr-FR", "zh-TW", "en"}).tag() == "zh-CN");
    CHECK(language_for(std::vector<std::string>{}).tag() == "en");
}

TEST_CASE("plural rules of other languages than ours are understood") {
    constexpr std::string_view kPolish = "one: i = 1; few: i % 10 = 2..4 and i % 100 != 12..14; many: i != 1 "
                                         "and i % 10 = 0..1 or i % 10 = 5..9 or i % 100 = 12..14";
    CHECK(plural_category(kPolish, 1) == "one");
    CHECK(plural_category(kPolish, 3) == "few");
    CHECK(plural_category(kPolish, 13) == "many");
    CHECK(plural_category(kPolish, 22) == "few");
    CHECK(plural_category(kPolish, 25) == "many");
    CHECK(plural_category("one: i = 0,1", 0) == "one");
    CHECK(plural_category("one: i = 0,1", 2) == "other");
    CHECK(plural_category("", 1) == "other");
}

} // namespace orderdeck::i18n
