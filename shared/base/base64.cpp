#include "shared/base/base64.h"

#include <cstdint>

namespace orderdeck::base {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

} // namespace

std::string encode_base64url(std::string_view bytes) {
    std::string out;
    out.reserve((bytes.size() * 4 + 2) / 3);
    std::uint32_t pending = 0;
    int bits = 0;
    for (const char c : bytes) {
        pending = pending << 8 | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 6; bits -= 6)
            out += kAlphabet[pending >> (bits - 6) & 0x3F];
    }
    if (bits > 0) out += kAlphabet[pending << (6 - bits) & 0x3F];
    return out;
}

Result<std::string> decode_base64url(std::string_view text) {
    std::string out;
    out.reserve(text.size() * 3 / 4);
    std::uint32_t pending = 0;
    int bits = 0;
    for (const char c : text) {
        const std::size_t digit = kAlphabet.find(c);
        if (digit == std::string_view::npos) return fail(ErrorCode::invalid, "not base64url");
        pending = (pending << 6 | static_cast<std::uint32_t>(digit)) & 0xFFFFFF;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            out += static_cast<char>(static_cast<unsigned char>(pending >> bits & 0xFF));
        }
    }
    const bool left_over = bits == 6 || (pending & ((1U << bits) - 1)) != 0;
    if (left_over) return fail(ErrorCode::invalid, "not base64url");
    return out;
}

} // namespace orderdeck::base
