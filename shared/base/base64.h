#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace orderdeck::base {

/// base64url without padding (RFC 4648 section 5): safe in URLs, headers and file names.
std::string encode_base64url(std::string_view bytes);

/// The inverse; refuses characters outside the alphabet, padding and left-over bits, so that each value has one form.
Result<std::string> decode_base64url(std::string_view text);

} // namespace orderdeck::base
