#pragma once

#include "shared/base/timestamp.h"

#include <cstdint>
#include <optional>

namespace orderdeck::client::sync {

enum class SyncPhase : std::uint8_t {
    loading, ///< nothing to show yet: the first copy is on its way
    up_to_date,
    updating,      ///< asking, or copying news
    offline,       ///< the device says that there is no network
    unreachable,   ///< there is a network but no usable answer; asked again by itself
    logged_out,    ///< the session has ended; what was copied stays readable unless `wipe`
    reload_needed, ///< the server speaks to newer programs only: load the page again
};

/// What the interface says about freshness.
struct SyncStatus {
    SyncPhase phase = SyncPhase::loading;
    int permille = 0; ///< of the first copy, estimated
    bool has_replica = false;
    bool wipe = false; ///< with logged_out: show nothing any more
    /// When we last knew that nothing was newer, on the device's clock.
    std::optional<base::Timestamp> as_of;

    friend bool operator==(const SyncStatus&, const SyncStatus&) = default;
};

} // namespace orderdeck::client::sync
