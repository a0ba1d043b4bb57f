#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/api/table_batch.h"
#include "shared/base/result.h"
#include "shared/base/timestamp.h"

namespace orderdeck::api {

inline constexpr int kSyncProtocol = 1;
inline constexpr std::string_view kSyncPageType = "application/vnd.orderdeck.page";
inline constexpr std::string_view kPullPath = "/api/v1/sync/pull"; ///< ?c=cursor&limit=rows
inline constexpr std::string_view kBootPath = "/api/v1/sync/boot"; ///< ?schema=number[&after=position]

/// What a page says about itself. Pull: rows with from < seq <= to of the feeds in the cursor. Boot: rows by primary key.
struct SyncPageHead {
    int schema = kSyncSchema;
    std::string epoch; ///< of the first feed; another one means another history
    std::string scope; ///< hash of what this session may see
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::int64_t head = 0; ///< the newest change when the page was made
    bool more = false;     ///< ask again at once, with `cursor` (pull) or `after` (boot)
    base::Timestamp server_time;
    /// Pull: where the next pull begins. Boot: on the first page only, the position from before anything was read, from
    /// which to pull after the last page. Opaque to the client.
    std::string cursor;
    /// Boot: position of the next page; absent on the last one.
    std::optional<std::string> after;

    friend bool operator==(const SyncPageHead&, const SyncPageHead&) = default;
};

/// JSON with one array per column; ids and all integers are JSON numbers below 2^53. A text that is not
/// UTF-8 arrives with U+FFFD in place of the ill-formed bytes.
std::string encode_sync_page(const SyncPageHead& head, std::span<const TableBatch> tables);

/// Receives the tables of a page while it is read.
class SyncPageSink {
public:
    virtual ~SyncPageSink() = default;
    /// One complete table. What it refuses stops the decoding and is returned from there.
    virtual base::Result<void> accept(const TableBatch& batch) = 0;
};

/// Reads a page without building a tree of it. Unknown tables, columns and fields are passed over; a page of another
/// protocol is `unsupported`; anything inconsistent is `invalid` with its place. Tables may have been handed out before
/// an error is found, so the sink's work belongs in a transaction.
base::Result<SyncPageHead> decode_sync_page(std::string_view text, SyncPageSink& sink);

} // namespace orderdeck::api
