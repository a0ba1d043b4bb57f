#pragma once

#include "shared/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace orderdeck::server::ingest {

/// Whether the bytes begin like a gzip file (RFC 1952).
bool is_gzip(std::string_view bytes);

/// The content of a gzip file, of all its members. `too_large` as soon as it has more than `most` bytes, so that a small
/// file cannot fill the memory; `invalid` when it is damaged or cut off.
base::Result<std::string> gunzip(std::string_view bytes, std::size_t most);

} // namespace orderdeck::server::ingest
