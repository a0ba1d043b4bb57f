#include "server/auth/throttle.h"

#include <algorithm>

namespace orderdeck::server::auth {

base::Duration wait_of(const FailureCount& count, const ThrottleRule& rule, base::Timestamp now) {
    if (count.failures < rule.free || now - count.last >= kFailuresForgotten) return {};
    constexpr int kMostDoublings = 20;
    const int doublings = std::min(count.failures - rule.free, kMostDoublings);
    const base::Duration delay =
        std::min(base::Duration::seconds(std::int64_t{1} << doublings), rule.longest);
    // A clock that was set back must not prolong the wait.
    const base::Duration passed = std::max(now - count.last, base::Duration{});
    return std::max(delay - passed, base::Duration{});
}

std::string network_of(std::string_view remote_address) {
    constexpr int kIpv6Groups = 4;
    if (const std::size_t dot = remote_address.rfind('.'); dot != std::string_view::npos) {
        // "::ffff:10.0.0.7" is an IPv4 client of a dual-stack socket.
        const std::size_t colon = remote_address.rfind(':');
        const std::size_t start = colon == std::string_view::npos ? 0 : colon + 1;
        return std::string(remote_address.substr(start, dot - start));
    }
    std::size_t end = 0;
    for (int group = 0; group < kIpv6Groups && end != std::string_view::npos; ++group) {
        end = remote_address.find(':', end == 0 ? 0 : end + 1);
    }
    return std::string(remote_address.substr(0, end));
}

} // namespace orderdeck::server::auth
