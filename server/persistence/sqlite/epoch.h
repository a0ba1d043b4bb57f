#pragma once

#include <string>

namespace orderdeck::server::persistence::sqlite {

/// A random UUID (RFC 9562, version 4) that names one life of a feed; a restored store gets another.
std::string new_epoch();

} // namespace orderdeck::server::persistence::sqlite
