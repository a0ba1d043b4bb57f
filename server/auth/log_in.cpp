#include "server/auth/log_in.h"

#include "server/auth/authenticator.h"
#include "server/auth/secret.h"
#include "shared/base/text.h"
#include "shared/base/utf8.h"

namespace orderdeck::server::auth {
namespace {

namespace identity = persistence::sqlite::identity;

constexpr std::size_t kLongestUserAgent = 200;

} // namespace

std::string normalised_email(std::string_view email) { return base::to_lower_ascii(base::trim(email)); }

base::Result<bool> LogIn::is_right(const identity::User* user, std::string_view password) {
    return user != nullptr ? hasher_.verify(user->password_hash, password) : hasher_.verify_nobody(password);
}

/// The new session's secret; nothing when the password was replaced since it was checked.
base::Result<std::optional<std::string>>
LogIn::begin_session(const identity::User& user, const LogInAttempt& attempt, base::Timestamp now) {
    std::string secret = new_secret();
    const std::string user_agent = base::replace_invalid_utf8(attempt.user_agent);
    const identity::NewSession session{.user = user.id,
                                       .password_hash = user.password_hash,
                                       .user_agent = base::truncate_utf8(user_agent, kLongestUserAgent)};
    // Housekeeping rides on the rare write that happens anyway.
    const bool begun = TRY(sessions_.add(hash_of_secret(secret), session, now, now - kSessionLasts));
    return begun ? std::optional(std::move(secret)) : std::nullopt;
}

base::Result<LogInOutcome> LogIn::attempt(const LogInAttempt& attempt, base::Timestamp now) {
    using Kind = LogInOutcome::Kind;
    const std::string email = normalised_email(attempt.email);
    const AttemptSubjects subjects = subjects_of(email, attempt.remote_address);
    const base::Duration wait = TRY(throttle_.wait(subjects, now));
    if (wait > base::Duration{}) return LogInOutcome{.kind = Kind::must_wait, .session = {}, .wait = wait};

    TRY(throttle_.count(subjects, now));
    std::optional<identity::User> user = TRY(users_.find_by_email(email));
    const bool usable = user && !user->disabled;
    if (!TRY(is_right(usable ? &*user : nullptr, attempt.password))) {
        return LogInOutcome{.kind = Kind::refused, .session = {}, .wait = {}};
    }
    TRY(throttle_.settle(subjects, now));
    if (hasher_.needs_rehash(user->password_hash)) {
        const std::string renewed = TRY(hasher_.hash(attempt.password));
        TRY(users_.renew_password_hash(user->id, user->password_hash, renewed));
        user->password_hash = renewed;
    }
    const auto session = TRY(begin_session(*user, attempt, now));
    if (!session) return LogInOutcome{.kind = Kind::refused, .session = {}, .wait = {}};
    return LogInOutcome{.kind = Kind::logged_in, .session = *session, .wait = {}};
}

} // namespace orderdeck::server::auth
