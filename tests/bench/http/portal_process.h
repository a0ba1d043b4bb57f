#pragma once

#include <functional>
#include <string>

namespace orderdeck::bench {

/// What the clients of a portal need, as one line of text.
struct PortalAccess {
    int port = 0;
    std::string session; ///< value of the session cookie
    std::string token;   ///< bearer token
};
PortalAccess parse_access(const std::string& line);

/// Serves a portal over a fresh store in which one customer has `orders` orders of two lines, two shipments and four
/// milestones; calls `ready` with its access.
void serve_portal(int orders, const std::function<void(const std::string&)>& ready);

} // namespace orderdeck::bench
