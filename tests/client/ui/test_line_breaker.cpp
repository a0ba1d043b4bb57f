#include "client/ui/line_breaker.h"

#include <catch2/catch_test_macros.hpp>

#include <random>
#include <string>

using namespace orderdeck::client::ui;

namespace {

/// Half width for Latin, full width for the rest: 1 and 2 units.
std::vector<MeasuredCharacter> measured(std::u32string_view text) {
    std::vector<MeasuredCharacter> out;
    for (const char32_t c : text)
        out.push_back({c, c == U'\n' ? 0.0F : c >= 0x2e80 ? 2.0F : 1.0F});
    return out;
}

std::vector<std::u32string> broken(std::u32string_view text, float width) {
    const auto characters = measured(text);
    std::vector<TextLine> lines;
    break_lines(characters, width, lines);
    std::vector<std::u32string> out;
    for (const TextLine& line : lines)
        out.emplace_back(text.substr(line.first, line.last - line.first));
    return out;
}

using Lines = std::vector<std::u32string>;

} // namespace

TEST_CASE("Latin text breaks after blanks and never inside of a word or number") {
    CHECK(broken(U"moved twice, 6 days", 12) == Lines{U"moved twice, ", U"6 days"});
    CHECK(broken(U"order SO-2026-004718 late", 16) == Lines{U"order ", U"SO-2026-004718 ", U"late"});
    CHECK(broken(U"total 1,240,000.00", 12) == Lines{U"total ", U"1,240,000.00"});
}

TEST_CASE("Chinese breaks between any two characters") {
    CHECK(broken(U"部分发货生产中", 8) == Lines{U"部分发货", U"生产中"});
}

TEST_CASE("Closing punctuation never begins and opening punctuation never ends a line") {
    CHECK(broken(U"已经发货，谢谢", 8) == Lines{U"已经发", U"货，谢谢"});
    CHECK(broken(U"改期两次（图纸）", 10) == Lines{U"改期两次", U"（图纸）"});
}

TEST_CASE("A figure keeps its measure word") {
    CHECK(broken(U"电机 等 3 项目录", 9) == Lines{U"电机 等 ", U"3 项目录"});
}

TEST_CASE("A date keeps its numbers and characters together") {
    CHECK(broken(U"承诺 12月6日", 7) == Lines{U"承诺 ", U"12月6日"});
    CHECK(broken(U"承诺日期为 11月20日。", 15) == Lines{U"承诺日期为 ", U"11月20日。"});
}

TEST_CASE("A figure keeps its unit, and a date its month") {
    CHECK(broken(U"drive, 3-phase 7.5 kW", 18) == Lines{U"drive, 3-phase ", U"7.5 kW"});
    CHECK(broken(U"planned 25 Nov", 11) == Lines{U"planned ", U"25 Nov"});
    CHECK(broken(U"done to 57 % today", 10) == Lines{U"done to ", U"57 % today"});
    CHECK(broken(U"12345 kW", 6) == Lines{U"12345 ", U"kW"}); // rather than inside of a word
    CHECK(broken(U"ab 12345 kW", 7) == Lines{U"ab ", U"12345 ", U"kW"});
    CHECK(broken(U"only 3 orders", 7) == Lines{U"only 3 ", U"orders"});
}

TEST_CASE("A middle dot ends a line and never begins one") {
    CHECK(broken(U"2 parcels · courier", 10) == Lines{U"2 ", U"parcels · ", U"courier"});
    CHECK(broken(U"周一到货 · 快递", 8) == Lines{U"周一到", U"货 · 快", U"递"});
}

TEST_CASE("Latin words inside of Chinese stay whole") {
    CHECK(broken(U"电机 SM-750 供应", 10) == Lines{U"电机 ", U"SM-750 供", U"应"});
    CHECK(broken(U"编码器E6-2500已发", 10) == Lines{U"编码器", U"E6-2500已", U"发"});
}

TEST_CASE("No-break spaces hold and zero-width spaces break") {
    CHECK(broken(U"from \u00a5\u00a0482,900 on", 11) == Lines{U"from ", U"\u00a5\u00a0482,900 ", U"on"});
    CHECK(broken(U"abcd\u200befgh", 6) == Lines{U"abcd\u200b", U"efgh"});
}

TEST_CASE("A word wider than the line is cut") {
    CHECK(broken(U"abcdefgh", 3) == Lines{U"abc", U"def", U"gh"});
}

TEST_CASE("Line feeds always break and an empty text is one empty line") {
    CHECK(broken(U"a\n\nb", 10) == Lines{U"a", U"", U"b"});
    CHECK(broken(U"", 10) == Lines{U""});
}

TEST_CASE("Lines of random text fit, lose no character and respect the punctuation rules") {
    const std::u32string alphabet = U"ab1 ，。（）-\u00a0中文字月,.";
    std::mt19937 random(20261122);
    std::uniform_int_distribution<std::size_t> pick(0, alphabet.size() - 1);
    for (int round = 0; round < 2000; ++round) {
        std::u32string text;
        const std::size_t length = pick(random) * 4;
        for (std::size_t i = 0; i < length; ++i)
            text += alphabet[pick(random)];
        const float width = 6 + static_cast<float>(pick(random));
        const auto characters = measured(text);
        std::vector<TextLine> lines;
        break_lines(characters, width, lines);
        INFO("round " << round);
        std::size_t expected = 0;
        for (const TextLine& line : lines) {
            REQUIRE(line.first == expected);
            REQUIRE(line.last >= line.first);
            REQUIRE(line.width <= width + 0.5F);
            expected = line.last;
        }
        REQUIRE(expected == text.size());
    }
}
