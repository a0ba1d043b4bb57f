#include "shared/base/text.h"

#include <string_view>

namespace orderdeck::base {
namespace {

// Plain letters of U+00C0 to U+017F in order; '?' stands for the two signs in that range, which stay as they are.
constexpr std::string_view kLatinLetters = "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
                                           "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
                                           "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
constexpr char32_t kLatinFirst = 0xC0;
static_assert(kLatinLetters.size() == 0x180 - kLatinFirst);

constexpr bool in(char32_t code_point, char32_t first, char32_t last) {
    return code_point >= first && code_point <= last;
}

char32_t fold_latin(char32_t code_point) {
    const char letter = kLatinLetters[code_point - kLatinFirst];
    return letter == '?' ? code_point : static_cast<char32_t>(letter);
}

char32_t strip_greek_accent(char32_t lower) {
    switch (lower) {
    case 0x03AC: return 0x03B1;
    case 0x03AD: return 0x03B5;
    case 0x03AE: return 0x03B7;
    case 0x0390:
    case 0x03AF:
    case 0x03CA: return 0x03B9;
    case 0x03CC: return 0x03BF;
    case 0x03B0:
    case 0x03CB:
    case 0x03CD: return 0x03C5;
    case 0x03CE: return 0x03C9;
    case 0x03C2: return 0x03C3; // final sigma
    default: return lower;
    }
}

char32_t fold_greek(char32_t code_point) {
    switch (code_point) {
    case 0x0386: return 0x03B1;
    case 0x0388: return 0x03B5;
    case 0x0389: return 0x03B7;
    case 0x038A: return 0x03B9;
    case 0x038C: return 0x03BF;
    case 0x038E: return 0x03C5;
    case 0x038F: return 0x03C9;
    default: break;
    }
    const char32_t lower = in(code_point, 0x0391, 0x03AB) ? code_point + 0x20 : code_point;
    return strip_greek_accent(lower);
}

char32_t fold_cyrillic(char32_t code_point) {
    char32_t lower = code_point;
    if (in(code_point, 0x0400, 0x040F)) lower = code_point + 0x50;
    if (in(code_point, 0x0410, 0x042F)) lower = code_point + 0x20;
    if (lower == 0x0450 || lower == 0x0451) return 0x0435; // Russian is commonly typed without the dots of yo
    if (lower == 0x0439 || lower == 0x045D) return 0x0438;
    return lower;
}

} // namespace

char32_t fold_code_point(char32_t code_point) {
    if (in(code_point, 0xFF01, 0xFF5E)) code_point -= 0xFEE0; // full-width ASCII
    if (code_point == 0x3000 || code_point == 0xA0) return ' ';
    if (in(code_point, 'A', 'Z')) return code_point + ('a' - 'A');
    if (code_point < kLatinFirst) return code_point == 0xAD ? 0 : code_point;
    if (code_point < 0x180) return fold_latin(code_point);
    if (in(code_point, 0x0300, 0x036F)) return 0;
    if (in(code_point, 0x0386, 0x03CE)) return fold_greek(code_point);
    if (in(code_point, 0x0400, 0x045F)) return fold_cyrillic(code_point);
    if (code_point == 0xFEFF || in(code_point, 0x200B, 0x200D)) return 0;
    return code_point;
}

} // namespace orderdeck::base
