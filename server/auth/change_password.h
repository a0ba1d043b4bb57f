#pragma once

#include "server/auth/attempt_throttle.h"
#include "server/auth/authenticator.h"
#include "server/auth/password_hasher.h"
#include "shared/domain/password_rules.h"

#include <span>
#include <string>
#include <string_view>

namespace orderdeck::server::auth {

struct PasswordAttempt {
    const Principal& person;  ///< of a session
    std::string_view session; ///< its secret
    std::string_view current_password;
    std::string_view new_password;
    std::string_view remote_address;
    std::span<const std::string> account_words; ///< names and codes of the person's accounts
};

/// How an attempt ended. `changed` means that it is durable, the session has another secret and all others have ended.
struct PasswordOutcome {
    enum class Kind : std::uint8_t { changed, refused, wrong, must_wait } kind = Kind::refused;
    domain::PasswordFault fault = {}; ///< with refused: what the new password lacks
    base::Duration wait;              ///< with must_wait: until the next attempt is looked at
    std::string session;              ///< with changed: the new secret, for the cookie
    int sessions_ended = 0;
};

/// Lets a person replace the password. Wrong current passwords are counted as failed log-ins are.
class ChangePassword {
public:
    ChangePassword(persistence::sqlite::Store& store, PasswordHasher& hasher,
                   const Authenticator& authenticator)
        : users_(store), throttle_(store), hasher_(hasher), authenticator_(authenticator) {}

    /// `unauthenticated` when the session ended while the passwords were hashed.
    base::Result<PasswordOutcome> attempt(const PasswordAttempt& attempt, base::Timestamp now);

private:
    base::Result<PasswordOutcome> replace(const PasswordAttempt& attempt, base::Timestamp now);

    persistence::sqlite::identity::UserStore users_;
    AttemptThrottle throttle_;
    PasswordHasher& hasher_;
    const Authenticator& authenticator_;
};

} // namespace orderdeck::server::auth
