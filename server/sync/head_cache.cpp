#include "server/sync/head_cache.h"

#include <utility>

namespace orderdeck::server::sync {
namespace {

std::vector<std::int64_t> key_of(const persistence::Scope& scope) {
    std::vector<std::int64_t> key;
    key.reserve(scope.nodes().size() + 1);
    key.push_back(scope.root().value());
    for (const domain::AccountId node : scope.nodes())
        key.push_back(node.value());
    return key;
}

} // namespace

std::optional<FeedView> HeadCache::find(const persistence::Scope& scope, base::Timestamp now) {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(key_of(scope));
    if (found == entries_.end()) return std::nullopt;
    const base::Duration age = now - found->second.read_at;
    if (age >= kFresh || age < base::Duration{}) return std::nullopt;
    return found->second.view;
}

void HeadCache::put(const persistence::Scope& scope, FeedView view, base::Timestamp now) {
    const std::lock_guard lock(mutex_);
    if (entries_.size() >= kMostScopes) entries_.clear();
    entries_.insert_or_assign(key_of(scope), Entry{.view = std::move(view), .read_at = now});
}

} // namespace orderdeck::server::sync
