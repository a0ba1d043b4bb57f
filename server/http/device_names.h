#pragma once

#include <string_view>

namespace orderdeck::server::http {

/// What a browser says of itself, in the words of its maker; empty where it is not known.
struct DeviceNames {
    std::string_view browser; ///< "Firefox"
    std::string_view system;  ///< "Linux"
};

/// Reads a User-Agent value (RFC 9110, 10.1.5). It is a claim and only good to tell one's own devices apart. Nothing of the
/// value itself gets into the names.
DeviceNames device_names(std::string_view user_agent);

} // namespace orderdeck::server::http
