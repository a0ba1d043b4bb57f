#include "shared/base/text.h"

#include <catch2/catch_test_macros.hpp>

#include <random>

#include "shared/base/hash.h"
#include "shared/base/parse_number.h"
#include "shared/base/utf8.h"

using namespace orderdeck::base;

TEST_CASE("texts that people take for the same fold to the same") {
    CHECK(fold_for_search("Côte d'Ivoire") == "cote d'ivoire");
    CHECK(fold_for_search("ＰＯ－１２３ａ") == "po-123a");
    CHECK(fold_for_search("Straße ÅÄÖ Łódź Ñandú") == "strase aao lodz nandu");
    CHECK(fold_for_search("Ελλάς Ώρα") == fold_for_search("ΕΛΛΑΣ ΩΡΑ"));
    CHECK(fold_for_search("ЁЖ Йод") == fold_for_search("еж иод"));
    CHECK(fold_for_search("Co\xCC\x82te") == "cote"); // combining circumflex
    CHECK(fold_for_search("深圳　仓库") == "深圳 仓库");
    CHECK(fold_for_search("3×4÷2") == "3×4÷2");
}

TEST_CASE("folding twice gives the same as folding once for every code point") {
    for (char32_t code_point = 1; code_point <= 0x10FFFF; ++code_point) {
        if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
        const char32_t once = fold_code_point(code_point);
        if (once != 0) REQUIRE(fold_code_point(once) == once);
    }
}

TEST_CASE("every code point survives encoding and decoding") {
    for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
        if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
        std::string bytes;
        append_utf8(bytes, code_point);
        const DecodedCodePoint decoded = decode_front(bytes);
        REQUIRE(decoded.valid);
        REQUIRE(decoded.code_point == code_point);
        REQUIRE(decoded.length == bytes.size());
    }
}

TEST_CASE("ill-formed UTF-8 is found and replaced as Unicode's table 3-7 says") {
    CHECK(replace_invalid_utf8("a\xC0\xAFz") == "a\xEF\xBF\xBD\xEF\xBF\xBDz");             // overlong
    CHECK(replace_invalid_utf8("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"); // surrogate
    CHECK(replace_invalid_utf8("\xE4\xBB") == "\xEF\xBF\xBD");                             // cut short
    CHECK(replace_invalid_utf8("\xF4\x90\x80\x80").size() == 12);                          // beyond U+10FFFF
    CHECK(is_valid_utf8("深圳 Ω 😀"));
    CHECK_FALSE(is_valid_utf8("\x80"));
}

TEST_CASE("replacing makes any bytes valid and leaves valid text alone") {
    std::mt19937 random(42);
    std::uniform_int_distribution<int> byte(0, 255);
    std::uniform_int_distribution<int> length(0, 12);
    for (int i = 0; i < 50000; ++i) {
        std::string bytes;
        for (int n = length(random); n > 0; --n)
            bytes += static_cast<char>(byte(random));
        const std::string repaired = replace_invalid_utf8(bytes);
        REQUIRE(is_valid_utf8(repaired));
        REQUIRE((is_valid_utf8(bytes) ? repaired == bytes : repaired != bytes));
        REQUIRE(is_valid_utf8(fold_for_search(bytes)));
    }
}

TEST_CASE("cutting a text keeps whole characters") {
    CHECK(truncate_utf8("深圳", 5) == "深");
    CHECK(truncate_utf8("深圳", 6) == "深圳");
    CHECK(truncate_utf8("深圳", 2).empty());
    CHECK(count_code_points("深圳x") == 3);
}

TEST_CASE("trimming removes the blanks that spreadsheets leave") {
    CHECK(trim("\xEF\xBB\xBF \t PO 1\xC2\xA0\r\n\xE3\x80\x80") == "PO 1");
    CHECK(trim("   ").empty());
    CHECK(split("a,,b,", ',') == std::vector<std::string_view>{"a", "", "b", ""});
    CHECK(split("", ',').size() == 1);
    const std::vector<std::string> parts{"a", "b"};
    CHECK(join(parts, ", ") == "a, b");
    CHECK(equals_ignoring_ascii_case("ETag", "etag"));
}

TEST_CASE("whole numbers are read only when all of the text is one") {
    CHECK(*parse_int("-9223372036854775808") == INT64_MIN);
    CHECK(*parse_int("+7") == 7);
    for (const char* text : {"", " 7", "7 ", "7.0", "+-7", "0x7", "9223372036854775808", "-", "+"}) {
        INFO(text);
        CHECK_FALSE(parse_int(text));
    }
}

TEST_CASE("decimals are exact and keep their places") {
    CHECK(*parse_decimal("12.50") == Decimal{1250, 2});
    CHECK(*parse_decimal("-0.005") == Decimal{-5, 3});
    CHECK(*parse_decimal(".5") == Decimal{5, 1});
    CHECK(*parse_decimal("000000000000000000001") == Decimal{1, 0});
    for (const char* text :
         {"", ".", "1.", "1,5", "1e3", "--1", "1.2.3", "1234567890123456789", "0.1234567890", "+"}) {
        INFO(text);
        CHECK_FALSE(parse_decimal(text));
    }
    for (const char* text : {"12.50", "-0.005", "0", "999999999999999999", "0.10"})
        CHECK(to_string(*parse_decimal(text)) == text);
    CHECK(to_string(Decimal{INT64_MIN, 0}) == "-9223372036854775808");
}

TEST_CASE("the hash is FNV-1a and separates fields of fixed length") {
    CHECK(hash64("") == 0xCBF29CE484222325ULL);
    CHECK(hash64("foobar") == 0x85944171F73967E8ULL);
    CHECK(Hash64{}.append(1).append(23).value() != Hash64{}.append(12).append(3).value());
}
