#pragma once

#include "server/persistence/sqlite/identity/login_failure_store.h"
#include "shared/base/timestamp.h"

#include <string>
#include <string_view>

namespace orderdeck::server::auth {

/// Whom a password is tried for and from where, as the store counts it.
struct AttemptSubjects {
    std::string account;
    std::string network;
};

AttemptSubjects subjects_of(std::string_view normalised_email, std::string_view remote_address);

/// Counts passwords that were tried, at the log-in page and anywhere else, and slows down the account and the network that
/// they come from.
class AttemptThrottle {
public:
    explicit AttemptThrottle(persistence::sqlite::Store& store) : failures_(store) {}

    /// How long the next attempt has to wait; zero when it may be made.
    base::Result<base::Duration> wait(const AttemptSubjects& subjects, base::Timestamp now);
    /// Counts an attempt as failed. To be called before the slow hash, so that many attempts at once do not all see a clean
    /// slate.
    base::Result<void> count(const AttemptSubjects& subjects, base::Timestamp now);
    /// The attempt that was counted turned out right.
    base::Result<void> settle(const AttemptSubjects& subjects, base::Timestamp now);

private:
    persistence::sqlite::identity::LoginFailureStore failures_;
};

} // namespace orderdeck::server::auth
