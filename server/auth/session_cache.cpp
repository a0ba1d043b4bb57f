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

std::uint64_t SessionCache::removals() {
    const std::lock_guard lock(mutex_);
    return removals_;
}

void SessionCache::put(const SecretHash& hash, CachedSession session, std::uint64_t removals_before) {
    const std::lock_guard lock(mutex_);
    if (removals_ != removals_before) return;
    if (sessions_.size() >= kMostSessions) sessions_.clear();
    sessions_.insert_or_assign(hash, std::move(session));
}

void SessionCache::remove(const SecretHash& hash) {
    const std::lock_guard lock(mutex_);
    ++removals_;
    sessions_.erase(hash);
}

void SessionCache::remove_all_of(domain::UserId user) {
    const std::lock_guard lock(mutex_);
    ++removals_;
    std::erase_if(sessions_, [&](const auto& entry) { return entry.second.principal.user == user; });
}

} // namespace orderdeck::server::auth
