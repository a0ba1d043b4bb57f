#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace orderdeck::server::auth {

/// SHA-256 of a secret: all that is stored of session and bearer tokens.
using SecretHash = std::array<std::byte, 32>;

/// 32 bytes of the system's random generator as 43 characters of base64url (RFC 4648, 5).
std::string new_secret();
/// Whether a text has the form of new_secret; anything else need not be looked up.
bool is_secret_form(std::string_view text);
SecretHash hash_of_secret(std::string_view secret);
/// A second secret that follows from the first but does not betray it; `purpose` keeps several apart.
std::string derive_secret(std::string_view secret, std::string_view purpose);
/// Comparison in constant time; empty texts never match, so that an absent secret opens nothing.
bool equal_secrets(std::string_view left, std::string_view right);

} // namespace orderdeck::server::auth
