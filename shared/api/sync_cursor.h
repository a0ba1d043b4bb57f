#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace orderdeck::api {

/// How far a client has read one feed; the epoch names the feed's history and changes when it is restored from a backup.
struct FeedPosition {
    std::int64_t feed = 0;
    std::string epoch;
    std::int64_t seq = 0;
    friend bool operator==(const FeedPosition&, const FeedPosition&) = default;
};

/// Where a client stands. Only the server reads and writes it; to the client it is an opaque text that grants nothing.
struct SyncCursor {
    int schema = 0;
    std::string scope; ///< hash of what the session could see when it was issued
    std::vector<FeedPosition> feeds;
    friend bool operator==(const SyncCursor&, const SyncCursor&) = default;
};

/// Text for a query parameter. `scope` and epochs consist of letters, digits and '-'.
std::string encode_sync_cursor(const SyncCursor& cursor);

/// Any text that encode_sync_cursor did not write is refused with `invalid`.
base::Result<SyncCursor> decode_sync_cursor(std::string_view text);

} // namespace orderdeck::api
