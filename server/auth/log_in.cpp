#include "server/auth/log_in.h"

#include "server/auth/authenticator.h"
#include "server/auth/secret.h"
#include "server/auth/throttle.h"
#include "shared/base/text.h"
#include "shared/base/utf8.h"
#include "shared/domain/password_rules.h"

#include <algorithm>

namespace orderdeck::server::auth {
namespace {

namespace identity = persistence::sqlite::identity;

constexpr std::size_t kLongestUserAgent = 200;

std::string account_subject(std::string_view email) { return "account:" + derive_secret(email, "login"); }
std::string network_subject(std::string_view address) {
    return "network:" + derive_secret(network_of(address), "login");
}

FailureCount to_count(const identity::LoginFailures& stored) {
    return {.failures = stored.failures, .last = stored.last_at};
}

} // namespace

std::string normalised_email(std::string_view email) { return base::to_lower_ascii(base::trim(email)); }

base::Result<base::Duration> LogIn::wait_for(std::string_view account, std::string_view network,
                                             base::Timestamp now) {
    const FailureCount by_account = to_count(TRY(failures_.find(account)));
    const FailureCount by_network = to_count(TRY(failures_.find(network)));
    return std::max(wait_of(by_account, ThrottleRule::for_account(), now),
                    wait_of(by_network, ThrottleRule::for_network(), now));
}

base::Result<bool> LogIn::is_right(const identity::User* user, std::string_view password) {
    // A longer one was never set; hashing all of it would only cost time.
    constexpr std::size_t kLongest = domain::kMaxPasswordLength * 4;
    const std::string_view hashed = password.substr(0, kLongest);
    const bool matches =
        TRY(user != nullptr ? hasher_.verify(user->password_hash, hashed) : hasher_.verify_nobody(hashed));
    return matches && user != nullptr && password.size() <= kLongest;
}

base::Result<std::string> LogIn::begin_session(const identity::User& user, const LogInAttempt& attempt,
                                               base::Timestamp now) {
    std::string secret = new_secret();
    const std::string user_agent = base::replace_invalid_utf8(attempt.user_agent);
    // Housekeeping rides on the rare write that happens anyway.
    TRY(sessions_.add(hash_of_secret(secret), user.id, base::truncate_utf8(user_agent, kLongestUserAgent),
                      now, now - kSessionLasts, now - kSessionIdles));
    return secret;
}

base::Result<LogInOutcome> LogIn::attempt(const LogInAttempt& attempt, base::Timestamp now) {
    using Kind = LogInOutcome::Kind;
    const std::string email = normalised_email(attempt.email);
    const std::string account = account_subject(email);
    const std::string network = network_subject(attempt.remote_address);
    const base::Duration wait = TRY(wait_for(account, network, now));
    if (wait > base::Duration{}) return LogInOutcome{.kind = Kind::must_wait, .session = {}, .wait = wait};

    // Counted before the slow hash, so that many attempts at once do not all see a clean slate.
    TRY(failures_.count(account, network, now, now - kFailuresForgotten));
    const std::optional<identity::User> user = TRY(users_.find_by_email(email));
    const bool usable = user && !user->disabled;
    if (!TRY(is_right(usable ? &*user : nullptr, attempt.password))) {
        return LogInOutcome{.kind = Kind::refused, .session = {}, .wait = {}};
    }
    TRY(failures_.settle(account, network, now - kFailuresForgotten));
    if (hasher_.needs_rehash(user->password_hash)) {
        TRY(users_.set_password_hash(user->id, TRY(hasher_.hash(attempt.password))));
    }
    return LogInOutcome{
        .kind = Kind::logged_in, .session = TRY(begin_session(*user, attempt, now)), .wait = {}};
}

} // namespace orderdeck::server::auth
