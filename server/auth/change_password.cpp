#include "server/auth/change_password.h"

#include "server/auth/secret.h"

namespace orderdeck::server::auth {

using Kind = PasswordOutcome::Kind;

base::Result<PasswordOutcome> ChangePassword::attempt(const PasswordAttempt& attempt, base::Timestamp now) {
    const Principal& person = attempt.person;
    PasswordOutcome outcome;
    const auto words = domain::words_around(person.email, person.name, attempt.account_words);
    if (const auto fault = domain::password_fault(attempt.new_password, words, attempt.current_password)) {
        outcome.fault = *fault;
        return outcome;
    }
    const AttemptSubjects subjects = subjects_of(person.email, attempt.remote_address);
    outcome.wait = TRY(throttle_.wait(subjects, now));
    if (outcome.wait > base::Duration{}) {
        outcome.kind = Kind::must_wait;
        return outcome;
    }
    TRY(throttle_.count(subjects, now));
    const auto user = TRY(users_.find_by_email(person.email));
    if (!user || !TRY(hasher_.verify(user->password_hash, attempt.current_password))) {
        outcome.kind = Kind::wrong;
        return outcome;
    }
    TRY(throttle_.settle(subjects, now));
    return replace(attempt, now);
}

base::Result<PasswordOutcome> ChangePassword::replace(const PasswordAttempt& attempt, base::Timestamp now) {
    PasswordOutcome outcome;
    outcome.kind = Kind::changed;
    outcome.session = new_secret();
    const std::string password_hash = TRY(hasher_.hash(attempt.new_password));
    const SecretHash old_hash = hash_of_secret(attempt.session);
    const SecretHash new_hash = hash_of_secret(outcome.session);
    outcome.sessions_ended = TRY(users_.change_own_password(
        attempt.person.user, password_hash, {.old_hash = old_hash, .new_hash = new_hash}, now));
    authenticator_.forget(attempt.person.user);
    return outcome;
}

} // namespace orderdeck::server::auth
