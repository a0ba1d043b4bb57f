#include "server/persistence/sqlite/inbox/compressed_body.h"

#include <sodium.h>
#include <zlib.h>

namespace orderdeck::server::persistence::sqlite {

ContentHash content_hash(std::string_view bytes) {
    ContentHash hash{};
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()),
                       reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return hash;
}

base::Result<std::vector<std::byte>> compress(std::string_view bytes) {
    std::vector<std::byte> compressed(compressBound(bytes.size()));
    uLongf length = compressed.size();
    const int code = compress2(reinterpret_cast<Bytef*>(compressed.data()), &length,
                               reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), Z_BEST_SPEED);
    if (code != Z_OK) return base::fail(base::ErrorCode::internal, "the message cannot be compressed");
    compressed.resize(length);
    return compressed;
}

base::Result<std::string> decompress(std::span<const std::byte> compressed, std::size_t size) {
    std::string bytes(size, '\0');
    uLongf length = size;
    // An empty text has no address to write to.
    Bytef nothing = 0;
    Bytef* target = size == 0 ? &nothing : reinterpret_cast<Bytef*>(bytes.data());
    const int code =
        uncompress(target, &length, reinterpret_cast<const Bytef*>(compressed.data()), compressed.size());
    if (code != Z_OK || length != size)
        return base::fail(base::ErrorCode::corrupt, "a stored message is damaged");
    return bytes;
}

} // namespace orderdeck::server::persistence::sqlite
