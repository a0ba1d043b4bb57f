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
    /// One failure more, at `now`; starts again at one when the last one was before `forgotten_before`.
    base::Result<void> count(std::string_view subject, base::Timestamp now, base::Timestamp forgotten_before);
    /// Takes one failure back, for an attempt that turned out right.
    base::Result<void> uncount(std::string_view subject);
    base::Result<void> clear(std::string_view subject);
    /// Forgets subjects without failure since the given instant.
    base::Result<void> prune(base::Timestamp last_before);

private:
    Store& store_;
};

} // namespace orderdeck::server::persistence::sqlite::identity
