#include "server/persistence/sqlite/epoch.h"

#include <array>
#include <cstdint>
#include <random>

namespace orderdeck::server::persistence::sqlite {

std::string new_epoch() {
    std::random_device source;
    std::array<unsigned char, 16> bytes{};
    // The source is slow, and an import can bring thousands of accounts: no bit that it gives is thrown away.
    for (std::size_t i = 0; i < bytes.size(); i += 4) {
        const std::uint32_t word = source();
        for (std::size_t k = 0; k < 4; ++k)
            bytes[i + k] = static_cast<unsigned char>((word >> (8 * k)) & 0xFFU);
    }
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0FU) | 0x40U);
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3FU) | 0x80U);
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += "0123456789abcdef"[bytes[i] >> 4U];
        text += "0123456789abcdef"[bytes[i] & 0x0FU];
    }
    return text;
}

} // namespace orderdeck::server::persistence::sqlite
