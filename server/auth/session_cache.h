#pragma once

#include "server/auth/principal.h"
#include "server/auth/secret.h"
#include "shared/base/timestamp.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>

namespace orderdeck::server::auth {

/// A session as it was read from the store.
struct CachedSession {
    Principal principal;
    base::Timestamp created_at;
    base::Timestamp seen_at;
    base::Timestamp read_at;
};

/// Sessions read within the last second, so that a burst of requests needs one look-up, and what another process withdraws
/// (`orderdeck user disable`) still ends at once for people. Thread-safe.
class SessionCache {
public:
    static constexpr base::Duration kFresh = base::Duration::seconds(1);

    std::optional<CachedSession> find(const SecretHash& hash, base::Timestamp now);
    /// How often something was taken out; to be asked before a session is read from the store.
    std::uint64_t removals();
    /// Keeps a session unless anything was taken out since `removals_before`: what was read before might be what ended.
    void put(const SecretHash& hash, CachedSession session, std::uint64_t removals_before);
    void remove(const SecretHash& hash);
    /// Takes out all sessions of a person.
    void remove_all_of(domain::UserId user);

private:
    static constexpr std::size_t kMostSessions = 20'000;

    std::mutex mutex_;
    std::uint64_t removals_ = 0;
    std::map<SecretHash, CachedSession> sessions_;
};

} // namespace orderdeck::server::auth
