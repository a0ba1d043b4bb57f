#pragma once

#include "shared/base/timestamp.h"

#include <string>
#include <string_view>

namespace orderdeck::server::auth {

/// How failed attempts slow the next one down: `free` failures cost nothing, then the wait doubles from one second up to
/// `longest`. There is no lock: whoever waits gets another try, so nobody can shut a person out for good.
struct ThrottleRule {
    int free;
    base::Duration longest;

    static ThrottleRule for_account() { return {5, base::Duration::seconds(60)}; }
    static ThrottleRule for_network() { return {30, base::Duration::minutes(5)}; }
};

/// Failures of one account or network, and when the last one was.
struct FailureCount {
    int failures = 0;
    base::Timestamp last;
};

/// An hour without failure wipes the slate.
inline constexpr base::Duration kFailuresForgotten = base::Duration::hours(1);

/// How long the next attempt still has to wait at `now`; zero when it may be made.
base::Duration wait_of(const FailureCount& count, const ThrottleRule& rule, base::Timestamp now);
/// The network that a remote address belongs to: IPv4 without the last octet, IPv6 the first four groups.
std::string network_of(std::string_view remote_address);

} // namespace orderdeck::server::auth
