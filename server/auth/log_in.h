#pragma once

#include "server/auth/attempt_throttle.h"
#include "server/auth/password_hasher.h"
#include "server/persistence/sqlite/identity/session_store.h"
#include "server/persistence/sqlite/identity/user_store.h"
#include "shared/base/timestamp.h"

#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::server::auth {

struct LogInAttempt {
    std::string_view email;
    std::string_view password;
    std::string_view remote_address;
    std::string_view user_agent;
};

/// How an attempt ended. `refused` is the same, in words and in time, for a wrong password, an unknown address and a
/// disabled person.
struct LogInOutcome {
    enum class Kind : std::uint8_t { logged_in, refused, must_wait } kind = Kind::refused;
    std::string session; ///< the new session's secret, for the cookie
    base::Duration wait; ///< until the next attempt is looked at
};

/// Checks passwords and begins sessions; failures slow down the account and the network that they come from.
class LogIn {
public:
    LogIn(persistence::sqlite::Store& store, PasswordHasher& hasher)
        : users_(store), sessions_(store), throttle_(store), hasher_(hasher) {}

    base::Result<LogInOutcome> attempt(const LogInAttempt& attempt, base::Timestamp now);

private:
    base::Result<bool> is_right(const persistence::sqlite::identity::User* user, std::string_view password);
    base::Result<std::optional<std::string>> begin_session(const persistence::sqlite::identity::User& user,
                                                           const LogInAttempt& attempt, base::Timestamp now);

    persistence::sqlite::identity::UserStore users_;
    persistence::sqlite::identity::SessionStore sessions_;
    AttemptThrottle throttle_;
    PasswordHasher& hasher_;
};

/// The form in which mail addresses are stored and compared.
std::string normalised_email(std::string_view email);

} // namespace orderdeck::server::auth
