#include "server/auth/secret.h"

#include "shared/base/parse_number.h"

#include <algorithm>
#include <cstdlib>
#include <sodium.h>

namespace orderdeck::server::auth {
namespace {

constexpr std::size_t kSecretBytes = 32;
constexpr std::size_t kSecretLength = 43;

std::string to_base64url(const unsigned char* bytes, std::size_t count) {
    std::string text(sodium_base64_ENCODED_LEN(count, sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes, count, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    text.pop_back(); // the terminating NUL that libsodium counts
    return text;
}

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

} // namespace

std::string new_secret() {
    // Without a working random generator no secret can be issued at all.
    if (sodium_init() < 0) std::abort();
    std::array<unsigned char, kSecretBytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return to_base64url(bytes.data(), bytes.size());
}

bool is_secret_form(std::string_view text) {
    return text.size() == kSecretLength && std::all_of(text.begin(), text.end(), [](char c) {
               return base::is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                      c == '_';
           });
}

SecretHash hash_of_secret(std::string_view secret) {
    SecretHash hash{};
    static_assert(sizeof(hash) == crypto_hash_sha256_BYTES);
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()), bytes_of(secret), secret.size());
    return hash;
}

std::string derive_secret(std::string_view secret, std::string_view purpose) {
    const SecretHash hash = hash_of_secret(std::string(purpose) + '\0' + std::string(secret));
    return to_base64url(reinterpret_cast<const unsigned char*>(hash.data()), hash.size());
}

bool equal_secrets(std::string_view left, std::string_view right) {
    if (left.empty() || left.size() != right.size()) return false;
    return sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

} // namespace orderdeck::server::auth
