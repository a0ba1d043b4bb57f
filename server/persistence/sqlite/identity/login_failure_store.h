#pragma once

#include "server/persistence/sqlite/store.h"
#include "shared/base/timestamp.h"

#include <string_view>

namespace orderdeck::server::persistence::sqlite::identity {

/// How often log-in failed for a subject, and when last; zero when never.
struct LoginFailures {
    int failures = 0;
    base::Timestamp last_at;
};

/// Failed log-ins by subject. A subject is a hash of an account name or a network, so that the table tells neither who
/// tries nor which names exist.
class LoginFailureStore {
public:
    explicit LoginFailureStore(Store& store) : store_(store) {}

    base::Result<LoginFailures> find(std::string_view subject);
    /// One failure more for both, at `now`; starts again at one where the last one was before `forgotten_before`.
    base::Result<void> count(std::string_view account, std::string_view network, base::Timestamp now,
                             base::Timestamp forgotten_before);
    /// The attempt that was counted turned out right: forgets the account's failures, takes back the network's, and
    /// drops all subjects without failure since `forgotten_before`.
    base::Result<void> settle(std::string_view account, std::string_view network,
                              base::Timestamp forgotten_before);

private:
    Store& store_;
};

} // namespace orderdeck::server::persistence::sqlite::identity
