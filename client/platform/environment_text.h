#pragma once

#include "client/platform/environment.h"
#include "client/platform/zones.h"

#include <string_view>

namespace orderdeck::client::platform {

/// Reads the lines "key=value" that web/platform/environment.js writes; unknown keys and broken values are ignored.
void read_environment(std::string_view text, Environment& environment);

/// Reads "ms:minutes,..." as web/platform/zones.js writes it; what is broken is left out.
std::vector<OffsetTransition> read_transitions(std::string_view text);
/// Reads lines "Asia/Shanghai<TAB>China Time".
std::vector<ZoneName> read_zone_names(std::string_view text);

} // namespace orderdeck::client::platform
