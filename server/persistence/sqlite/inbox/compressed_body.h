#pragma once

#include "shared/base/result.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::persistence::sqlite {

using ContentHash = std::array<std::byte, 32>;

/// SHA-256 of the bytes: by it a message that arrives again is known.
ContentHash content_hash(std::string_view bytes);

/// zlib (RFC 1950), quick rather than small.
base::Result<std::vector<std::byte>> compress(std::string_view bytes);
/// The inverse; `corrupt` when the result has not exactly `size` bytes.
base::Result<std::string> decompress(std::span<const std::byte> compressed, std::size_t size);

} // namespace orderdeck::server::persistence::sqlite
