#include "server/auth/session_cache.h"

#include <utility>

namespace orderdeck::server::auth {

std::optional<CachedSession> SessionCache::find(const SecretHash& hash, base::Timestamp now) {
    const std::lock_guard lock(mutex_);
    const auto found = sessions_.find(hash);
    if (found == sessions_.end()) return std::nullopt;
    const base::Duration age = now - found->second.read_at;
    if (age >= kFresh || age < base::Duration{}) {
        sessions_.erase(found);
        return std::nullopt;
    }
    return found->second;
}

void SessionCache::put(const SecretHash& hash, CachedSession session) {
    const std::lock_guard lock(mutex_);
    if (sessions_.size() >= kMostSessions) sessions_.clear();
    sessions_.insert_or_assign(hash, std::move(session));
}

void SessionCache::remove(const SecretHash& hash) {
    const std::lock_guard lock(mutex_);
    sessions_.erase(hash);
}

} // namespace orderdeck::server::auth
