#include "server/auth/authenticator.h"

#include "server/auth/scope_issuer.h"
#include "server/auth/secret.h"

namespace orderdeck::server::auth {
namespace {

namespace identity = persistence::sqlite::identity;

/// `seen_at` is only written when it is this old: a write for each poll would cost more than the poll.
constexpr base::Duration kSeenPrecision = base::Duration::minutes(5);

base::Failure<base::Error> unauthenticated() {
    return base::fail(base::ErrorCode::unauthenticated, "no valid session or token");
}

base::Failure<base::Error> withdrawn() {
    return base::fail(base::ErrorCode::forbidden, "the right to see anything was withdrawn");
}

bool is_too_old(base::Timestamp created_at, base::Timestamp now) { return now - created_at >= kSessionLasts; }

bool has_expired(base::Timestamp created_at, base::Timestamp seen_at, base::Timestamp now) {
    return is_too_old(created_at, now) || now - seen_at >= kSessionIdles;
}

} // namespace

base::Result<CachedSession> Authenticator::load_session(std::string_view secret, const SecretHash& hash,
                                                        base::Timestamp now) const {
    const std::optional<identity::Session> session = TRY(sessions_.find(hash));
    if (!session || is_too_old(session->created_at, now)) return unauthenticated();
    // Before idleness, for a device that was away must be told just as well.
    if (session->ended || session->disabled) return withdrawn();
    const std::vector<identity::Grant> grants = TRY(users_.grants(session->user, now));
    if (grants.empty()) return withdrawn();
    if (has_expired(session->created_at, session->seen_at, now)) return unauthenticated();
    // One session shows one customer: the first root, by its id, that the person has a grant for.
    const domain::AccountId root = grants.front().root;
    std::vector<domain::AccountId> nodes;
    bool is_staff = false;
    for (const identity::Grant& grant : grants) {
        if (grant.root == root) nodes.push_back(grant.account);
        is_staff = is_staff || grant.role == identity::Role::staff;
    }
    return CachedSession{.principal = {.kind = PrincipalKind::person,
                                       .user = session->user,
                                       .email = session->email,
                                       .name = session->name,
                                       .language = session->language,
                                       .time_zone = session->time_zone,
                                       .session = session->public_id,
                                       .csrf = derive_secret(secret, "csrf"),
                                       .is_staff = is_staff,
                                       .scope = ScopeIssuer::issue(root, std::move(nodes))},
                         .created_at = session->created_at,
                         .seen_at = session->seen_at,
                         .read_at = now};
}

base::Result<Principal> Authenticator::by_session(std::string_view secret, base::Timestamp now) const {
    if (!is_secret_form(secret)) return unauthenticated();
    const SecretHash hash = hash_of_secret(secret);
    const std::uint64_t removals = cache_.removals();
    std::optional<CachedSession> session = cache_.find(hash, now);
    if (!session) {
        session = TRY(load_session(secret, hash, now));
        cache_.put(hash, *session, removals);
    }
    if (has_expired(session->created_at, session->seen_at, now)) return unauthenticated();
    // A note for later: while a long import writes, a poll must not fail for it.
    if (now - session->seen_at >= kSeenPrecision && sessions_.touch(hash, now)) {
        session->seen_at = now;
        cache_.put(hash, *session, removals);
    }
    return std::move(session->principal);
}

base::Result<Principal> Authenticator::by_bearer(std::string_view token, base::Timestamp) const {
    if (!token.starts_with(kTokenPrefix) || !is_secret_form(token.substr(kTokenPrefix.size()))) {
        return unauthenticated();
    }
    std::optional<identity::ApiToken> found = TRY(tokens_.find(hash_of_secret(token)));
    if (!found || !found->feed.empty()) return unauthenticated();
    return Principal{.kind = PrincipalKind::token,
                     .user = {},
                     .email = {},
                     .name = std::move(found->label),
                     .language = {},
                     .time_zone = {},
                     .session = {},
                     .csrf = {},
                     .scope = ScopeIssuer::issue(found->grant.root, {found->grant.account})};
}

base::Result<std::string> Authenticator::feed_of(std::string_view token) const {
    if (!token.starts_with(kTokenPrefix) || !is_secret_form(token.substr(kTokenPrefix.size()))) {
        return unauthenticated();
    }
    std::optional<identity::ApiToken> found = TRY(tokens_.find(hash_of_secret(token)));
    if (!found || found->feed.empty()) return unauthenticated();
    return std::move(found->feed);
}

base::Result<void> Authenticator::end_session(std::string_view secret) const {
    if (!is_secret_form(secret)) return {};
    const SecretHash hash = hash_of_secret(secret);
    TRY(sessions_.remove(hash));
    cache_.remove(hash);
    return {};
}

base::Result<std::vector<identity::SessionEntry>> Authenticator::sessions_of(const Principal& person,
                                                                             base::Timestamp now) const {
    return sessions_.list(person.user, now - kSessionLasts, now - kSessionIdles, kMostSessionsListed);
}

base::Result<bool> Authenticator::end_session_of(const Principal& person, std::string_view id,
                                                 base::Timestamp now) const {
    const bool found = TRY(sessions_.end(person.user, id, now));
    if (found) forget(person.user);
    return found;
}

base::Result<int> Authenticator::end_other_sessions(const Principal& person, base::Timestamp now) const {
    const int ended = TRY(sessions_.end_others(person.user, person.session, now));
    forget(person.user);
    return ended;
}

} // namespace orderdeck::server::auth
