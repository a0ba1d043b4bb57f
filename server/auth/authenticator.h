#pragma once

#include "server/auth/principal.h"
#include "server/auth/session_cache.h"
#include "server/persistence/sqlite/identity/session_store.h"
#include "server/persistence/sqlite/identity/token_store.h"
#include "server/persistence/sqlite/identity/user_store.h"
#include "shared/base/result.h"
#include "shared/base/timestamp.h"

#include <string_view>

namespace orderdeck::server::auth {

/// A session ends after this long without a request, and at the latest after kSessionLasts.
inline constexpr base::Duration kSessionIdles = base::Duration::hours(12);
inline constexpr base::Duration kSessionLasts = base::Duration::days(30);
/// Bearer tokens are "odt_" and a secret, so that scanners for leaked secrets can find them.
inline constexpr std::string_view kTokenPrefix = "odt_";

/// Turns what a request carries into who sent it. Everything that is not valid now (unknown, expired, revoked) is the same
/// `unauthenticated`; a session whose person was disabled or has no grant left is `forbidden`, for its device has something
/// to erase. Thread-safe.
class Authenticator {
public:
    explicit Authenticator(persistence::sqlite::Store& store)
        : sessions_(store), tokens_(store), users_(store) {}

    base::Result<Principal> by_session(std::string_view secret, base::Timestamp now) const;
    base::Result<Principal> by_bearer(std::string_view token, base::Timestamp now) const;
    /// Ends a session at once. Ending one that does not exist is no failure.
    base::Result<void> end_session(std::string_view secret) const;

private:
    base::Result<CachedSession> load_session(std::string_view secret, const SecretHash& hash,
                                             base::Timestamp now) const;

    mutable persistence::sqlite::identity::SessionStore sessions_;
    mutable persistence::sqlite::identity::TokenStore tokens_;
    mutable persistence::sqlite::identity::UserStore users_;
    mutable SessionCache cache_;
};

} // namespace orderdeck::server::auth
