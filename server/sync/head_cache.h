#pragma once

#include "server/sync/feed_view.h"
#include "shared/base/timestamp.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace orderdeck::server::sync {

/// Where feeds stood a moment ago (heads are probed about once a second, not by every poll). Only
/// used to say that nothing is new, so at worst news comes half a second later. Thread-safe.
class HeadCache {
public:
    static constexpr base::Duration kFresh = base::Duration::milliseconds(500);

    std::optional<FeedView> find(const persistence::Scope& scope, base::Timestamp now);
    void put(const persistence::Scope& scope, FeedView view, base::Timestamp now);

private:
    static constexpr std::size_t kMostScopes = 20'000;
    struct Entry {
        FeedView view;
        base::Timestamp read_at;
    };

    std::mutex mutex_;
    std::map<std::vector<std::int64_t>, Entry> entries_; // by root and granted nodes
};

} // namespace orderdeck::server::sync
