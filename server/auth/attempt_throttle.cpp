#include "server/auth/attempt_throttle.h"

#include "server/auth/secret.h"
#include "server/auth/throttle.h"

#include <algorithm>

namespace orderdeck::server::auth {
namespace {

namespace identity = persistence::sqlite::identity;

FailureCount to_count(const identity::LoginFailures& stored) {
    return {.failures = stored.failures, .last = stored.last_at};
}

} // namespace

AttemptSubjects subjects_of(std::string_view normalised_email, std::string_view remote_address) {
    return {.account = "account:" + derive_secret(normalised_email, "login"),
            .network = "network:" + derive_secret(network_of(remote_address), "login")};
}

base::Result<base::Duration> AttemptThrottle::wait(const AttemptSubjects& subjects, base::Timestamp now) {
    const FailureCount by_account = to_count(TRY(failures_.find(subjects.account)));
    const FailureCount by_network = to_count(TRY(failures_.find(subjects.network)));
    return std::max(wait_of(by_account, ThrottleRule::for_account(), now),
                    wait_of(by_network, ThrottleRule::for_network(), now));
}

base::Result<void> AttemptThrottle::count(const AttemptSubjects& subjects, base::Timestamp now) {
    return failures_.count(subjects.account, subjects.network, now, now - kFailuresForgotten);
}

base::Result<void> AttemptThrottle::settle(const AttemptSubjects& subjects, base::Timestamp now) {
    return failures_.settle(subjects.account, subjects.network, now - kFailuresForgotten);
}

} // namespace orderdeck::server::auth
