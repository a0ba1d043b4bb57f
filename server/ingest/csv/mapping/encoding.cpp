#include "server/ingest/csv/mapping/encoding.h"

#include "shared/base/utf8.h"

#include <array>

namespace orderdeck::server::ingest::csv {
namespace {

/// Bytes 0x80 to 0x9F of Windows-1252; all others are their own code point. Undefined ones are U+FFFD.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

} // namespace

std::optional<Encoding> encoding_from(std::string_view name) {
    if (name == "utf-8") return Encoding::utf8;
    if (name == "windows-1252" || name == "iso-8859-1") return Encoding::windows_1252;
    return std::nullopt;
}

std::string to_utf8(std::string_view bytes, Encoding encoding) {
    if (encoding == Encoding::utf8) return std::string(bytes);
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_special = byte >= 0x80 && byte <= 0x9F;
        base::append_utf8(text, is_special ? kWindows1252[byte - 0x80U] : char32_t{byte});
    }
    return text;
}

} // namespace orderdeck::server::ingest::csv
