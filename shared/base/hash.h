#pragma once

#include <cstdint>
#include <string_view>

namespace orderdeck::base {

/// FNV-1a of 64 bits over what is appended: for change detection and digests, never for secrets. The same on every
/// platform, for server and client compare its results.
class Hash64 {
public:
    constexpr Hash64& append(std::string_view bytes) {
        for (const char c : bytes)
            mix(static_cast<unsigned char>(c));
        return *this;
    }
    /// Little-endian bytes of the value; unlike text it has a fixed length, so fields cannot run into each other.
    constexpr Hash64& append(std::int64_t value) {
        auto bits = static_cast<std::uint64_t>(value);
        for (int i = 0; i < 8; ++i, bits >>= 8)
            mix(static_cast<unsigned char>(bits & 0xFF));
        return *this;
    }
    constexpr std::uint64_t value() const { return state_; }

private:
    constexpr void mix(unsigned char byte) {
        state_ ^= byte;
        state_ *= 0x100000001B3ULL;
    }
    std::uint64_t state_ = 0xCBF29CE484222325ULL;
};

constexpr std::uint64_t hash64(std::string_view bytes) { return Hash64{}.append(bytes).value(); }

} // namespace orderdeck::base
