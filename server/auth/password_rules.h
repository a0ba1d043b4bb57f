#pragma once

#include "shared/base/result.h"

#include <span>
#include <string>
#include <string_view>

namespace orderdeck::server::auth {

inline constexpr std::size_t kMinPasswordLength = 12; ///< in code points
inline constexpr std::size_t kMaxPasswordLength = 128;

/// Refuses passwords that are too short, too long, well known, of a single repeated pattern, or made of the words around
/// the account (mail address, name, product). There are no rules about kinds of characters (ASVS 6.2).
base::Result<void> check_password(std::string_view password, std::span<const std::string> context_words);

} // namespace orderdeck::server::auth
