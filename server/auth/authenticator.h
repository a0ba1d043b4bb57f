#pragma once

#include "server/auth/principal.h"
#include "server/auth/session_cache.h"
#include "server/persistence/sqlite/identity/session_store.h"
#include "server/persistence/sqlite/identity/token_store.h"
#include "server/persistence/sqlite/identity/user_store.h"
#include "shared/base/result.h"
#include "shared/base/timestamp.h"

#include <string_view>
#include <vector>

namespace orderdeck::server::auth {

/// A session ends after this long without a request, and at the latest after kSessionLasts.
inline constexpr base::Duration kSessionIdles = base::Duration::hours(12);
inline constexpr base::Duration kSessionLasts = base::Duration::days(30);
inline constexpr int kMostSessionsListed = 100;
/// Bearer tokens are "odt_" and a secret, so that scanners for leaked secrets can find them.
inline constexpr std::string_view kTokenPrefix = "odt_";

/// Turns what a request carries into who sent it. Everything that is not valid now (unknown, expired, revoked) is the same
/// `unauthenticated`; a session that its person ended from elsewhere, or whose person was disabled or has no grant left, is
/// `forbidden`, for its device has something to erase. Thread-safe.
class Authenticator {
public:
    explicit Authenticator(persistence::sqlite::Store& store)
        : sessions_(store), tokens_(store), users_(store) {}

    base::Result<Principal> by_session(std::string_view secret, base::Timestamp now) const;
    base::Result<Principal> by_bearer(std::string_view token, base::Timestamp now) const;
    /// The feed to which the token delivers. Such tokens are no principals: they see nothing.
    base::Result<std::string> feed_of(std::string_view token) const;
    /// Ends a session at once. Ending one that does not exist is no failure.
    base::Result<void> end_session(std::string_view secret) const;

    /// The person's own sessions that are running, the last used first, at most kMostSessionsListed.
    base::Result<std::vector<persistence::sqlite::identity::SessionEntry>>
    sessions_of(const Principal& person, base::Timestamp now) const;
    /// Ends one of the person's own sessions, at once; false when none of that id is running.
    base::Result<bool> end_session_of(const Principal& person, std::string_view id,
                                      base::Timestamp now) const;
    /// Ends all sessions of the person but the one that asks, those too that lie idle; returns how many.
    base::Result<int> end_other_sessions(const Principal& person, base::Timestamp now) const;
    /// What was known of the person is read anew: after a change of settings or sessions.
    void forget(domain::UserId user) const { cache_.remove_all_of(user); }

private:
    base::Result<CachedSession> load_session(std::string_view secret, const SecretHash& hash,
                                             base::Timestamp now) const;

    mutable persistence::sqlite::identity::SessionStore sessions_;
    mutable persistence::sqlite::identity::TokenStore tokens_;
    mutable persistence::sqlite::identity::UserStore users_;
    mutable SessionCache cache_;
};

} // namespace orderdeck::server::auth
