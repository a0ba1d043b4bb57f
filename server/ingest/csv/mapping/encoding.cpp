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

enum class ByteOrder : std::uint8_t { little_endian, big_endian };

char32_t unit_at(std::string_view bytes, std::size_t at, ByteOrder order) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return order == ByteOrder::little_endian ? char32_t{second} << 8 | first : char32_t{first} << 8 | second;
}

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

std::string from_utf16(std::string_view bytes, ByteOrder order) {
    std::string text;
    text.reserve(bytes.size());
    std::size_t at = 0;
    while (at + 1 < bytes.size()) {
        char32_t code_point = unit_at(bytes, at, order);
        at += 2;
        if (is_high_surrogate(code_point) && at + 1 < bytes.size()) {
            const char32_t low = unit_at(bytes, at, order);
            if (is_low_surrogate(low)) {
                code_point = 0x10000 + ((code_point - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        base::append_utf8(text, code_point); // a lone surrogate becomes U+FFFD
    }
    if (at < bytes.size()) base::append_utf8(text, base::kReplacementCharacter);
    return text;
}

} // namespace

std::optional<Encoding> encoding_from(std::string_view name) {
    if (name == "utf-8") return Encoding::utf8;
    if (name == "windows-1252" || name == "iso-8859-1") return Encoding::windows_1252;
    return std::nullopt;
}

std::string to_utf8(std::string_view bytes, Encoding encoding) {
    if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), ByteOrder::little_endian);
    if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), ByteOrder::big_endian);
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
