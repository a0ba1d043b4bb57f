#include "server/ingest/mapping/encoding.h"

#include "shared/base/utf8.h"

#include <iconv.h>

#include <array>
#include <cerrno>

namespace orderdeck::server::ingest::mapping {
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

std::string from_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_special = byte >= 0x80 && byte <= 0x9F;
        base::append_utf8(text, is_special ? kWindows1252[byte - 0x80U] : char32_t{byte});
    }
    return text;
}

/// A conversion of the C library, which knows the encodings of many scripts.
class Conversion {
public:
    explicit Conversion(const char* from) : handle_(iconv_open("UTF-8", from)) {}
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;
    ~Conversion() {
        if (is_known()) iconv_close(handle_);
    }
    bool is_known() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

    std::string convert(std::string_view bytes) {
        std::string text;
        // The C interface asks for a pointer that it will not write through.
        char* from = const_cast<char*>(bytes.data());
        std::size_t left = bytes.size();
        while (left > 0) {
            std::array<char, 16384> piece{};
            char* to = piece.data();
            std::size_t room = piece.size();
            const bool is_refused = iconv(handle_, &from, &left, &to, &room) == static_cast<std::size_t>(-1);
            const bool is_full = is_refused && errno == E2BIG;
            text.append(piece.data(), piece.size() - room);
            if (!is_refused || is_full) continue;
            base::append_utf8(text, base::kReplacementCharacter);
            ++from;
            --left;
        }
        return text;
    }

private:
    iconv_t handle_;
};

struct EncodingName {
    std::string_view name;
    Encoding encoding;
    const char* library_name; ///< null for those that are read here
};

constexpr std::array<EncodingName, 12> kEncodings = {{
    {"utf-8", Encoding::utf8, nullptr},
    {"windows-1252", Encoding::windows_1252, nullptr},
    {"iso-8859-1", Encoding::windows_1252, nullptr},
    {"iso-8859-15", Encoding::iso_8859_15, "ISO-8859-15"},
    {"windows-1250", Encoding::windows_1250, "CP1250"},
    {"windows-1251", Encoding::windows_1251, "CP1251"},
    {"gb18030", Encoding::gb18030, "GB18030"},
    {"gbk", Encoding::gb18030, "GB18030"},
    {"gb2312", Encoding::gb18030, "GB18030"},
    {"big5", Encoding::big5, "BIG5"},
    {"shift_jis", Encoding::shift_jis, "CP932"},
    {"euc-kr", Encoding::euc_kr, "CP949"},
}};

} // namespace

std::optional<Encoding> encoding_from(std::string_view name) {
    for (const EncodingName& known : kEncodings) {
        if (known.name == name) return known.encoding;
    }
    return std::nullopt;
}

std::string known_encodings() {
    std::string names;
    for (const EncodingName& known : kEncodings)
        names.append(names.empty() ? "" : ", ").append(known.name);
    return names;
}

base::Result<std::string> to_utf8(std::string_view bytes, Encoding encoding) {
    if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), ByteOrder::little_endian);
    if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), ByteOrder::big_endian);
    if (encoding == Encoding::utf8 || bytes.starts_with("\xEF\xBB\xBF")) return std::string(bytes);
    if (encoding == Encoding::windows_1252) return from_windows_1252(bytes);
    for (const EncodingName& known : kEncodings) {
        if (known.encoding != encoding) continue;
        Conversion conversion(known.library_name);
        if (conversion.is_known()) return conversion.convert(bytes);
    }
    return base::fail(base::ErrorCode::internal,
                      "this machine cannot read the mapping's encoding: save the file in UTF-8");
}

} // namespace orderdeck::server::ingest::mapping
