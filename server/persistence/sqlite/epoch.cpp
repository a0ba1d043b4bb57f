#include "server/persistence/sqlite/epoch.h"

#include <array>
#include <random>

namespace orderdeck::server::persistence::sqlite {

std::string new_epoch() {
    std::random_device source;
    std::array<unsigned char, 16> bytes{};
    for (unsigned char& byte : bytes)
        byte = static_cast<unsigned char>(source() & 0xFFU);
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
