#pragma once

#include "client/platform/environment.h"

#include <string_view>

namespace orderdeck::client::platform {

/// Reads the lines "key=value" that web/platform/environment.js writes; unknown keys and broken values are ignored.
void read_environment(std::string_view text, Environment& environment);

} // namespace orderdeck::client::platform
