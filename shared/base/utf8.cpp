#include "shared/base/utf8.h"

#include <cstdint>

namespace orderdeck::base {
namespace {

/// What the first byte promises: number of continuation bytes and the allowed range of the second byte.
struct Lead {
    std::size_t continuation = 0;
    std::uint8_t second_from = 0x80;
    std::uint8_t second_to = 0xBF;
    std::uint8_t payload = 0;
    bool valid = false;
};

// The narrowed second byte is what excludes overlong forms, surrogates and values beyond U+10FFFF.
Lead classify(std::uint8_t byte) {
    if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF, static_cast<std::uint8_t>(byte & 0x1F), true};
    if (byte == 0xE0) return {2, 0xA0, 0xBF, 0, true};
    if (byte == 0xED) return {2, 0x80, 0x9F, 0x0D, true};
    if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF, static_cast<std::uint8_t>(byte & 0x0F), true};
    if (byte == 0xF0) return {3, 0x90, 0xBF, 0, true};
    if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF, static_cast<std::uint8_t>(byte & 0x07), true};
    if (byte == 0xF4) return {3, 0x80, 0x8F, 4, true};
    return {};
}

} // namespace

DecodedCodePoint decode_front(std::string_view text) {
    const auto first = static_cast<std::uint8_t>(text.front());
    if (first < 0x80) return {first, 1, true};
    const Lead lead = classify(first);
    if (!lead.valid) return {kReplacementCharacter, 1, false};
    char32_t code_point = lead.payload;
    for (std::size_t i = 1; i <= lead.continuation; ++i) {
        if (i >= text.size()) return {kReplacementCharacter, i, false};
        const auto byte = static_cast<std::uint8_t>(text[i]);
        const std::uint8_t from = i == 1 ? lead.second_from : 0x80;
        const std::uint8_t to = i == 1 ? lead.second_to : 0xBF;
        if (byte < from || byte > to) return {kReplacementCharacter, i, false};
        code_point = code_point << 6 | (byte & 0x3F);
    }
    return {code_point, lead.continuation + 1, true};
}

std::optional<char32_t> next_code_point(std::string_view& text) {
    if (text.empty()) return std::nullopt;
    const DecodedCodePoint decoded = decode_front(text);
    text.remove_prefix(decoded.length);
    return decoded.code_point;
}

void append_utf8(std::string& out, char32_t code_point) {
    const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (surrogate || code_point > 0x10FFFF) code_point = kReplacementCharacter;
    const auto put = [&out](char32_t byte) {
        out.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
    };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0 | code_point >> 6);
        put(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        put(0xE0 | code_point >> 12);
        put(0x80 | (code_point >> 6 & 0x3F));
        put(0x80 | (code_point & 0x3F));
    } else {
        put(0xF0 | code_point >> 18);
        put(0x80 | (code_point >> 12 & 0x3F));
        put(0x80 | (code_point >> 6 & 0x3F));
        put(0x80 | (code_point & 0x3F));
    }
}

bool is_valid_utf8(std::string_view text) {
    while (!text.empty()) {
        const DecodedCodePoint decoded = decode_front(text);
        if (!decoded.valid) return false;
        text.remove_prefix(decoded.length);
    }
    return true;
}

std::string replace_invalid_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (const auto code_point = next_code_point(text))
        append_utf8(out, *code_point);
    return out;
}

std::string to_utf8(std::u32string_view code_points) {
    std::string out;
    out.reserve(code_points.size());
    for (const char32_t code_point : code_points)
        append_utf8(out, code_point);
    return out;
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    while (next_code_point(text))
        ++count;
    return count;
}

std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes) {
    if (text.size() <= max_bytes) return text;
    std::size_t end = 0;
    while (end < text.size()) {
        const std::size_t length = decode_front(text.substr(end)).length;
        if (end + length > max_bytes) break;
        end += length;
    }
    return text.substr(0, end);
}

} // namespace orderdeck::base
