#include "server/sync/feed_page.h"
#include "server/sync/feed_view.h"
#include "shared/api/sync_page.h"

#include <algorithm>
#include <set>
#include <vector>

namespace orderdeck::server::sync {
namespace {

using persistence::sqlite::feed::FeedEntry;
using persistence::sqlite::feed::FeedReader;

/// Why the client's copy cannot be continued; nothing when it can.
std::optional<api::Resync> resync_reason(const base::Result<api::SyncCursor>& cursor, const FeedView& view) {
    if (!cursor || cursor->schema != api::kSyncSchema) return api::Resync::schema;
    if (cursor->scope != view.scope_hash || cursor->feeds.size() != 1) return api::Resync::scope;
    const api::FeedPosition& position = cursor->feeds.front();
    if (position.feed != view.feed) return api::Resync::scope;
    if (position.epoch != view.state.epoch || position.seq > view.state.head) return api::Resync::epoch;
    if (position.seq < view.state.floor) return api::Resync::retention;
    return std::nullopt;
}

/// The entity tag that the client named, when it has everything: the answer to nearly all polls.
std::optional<std::string> up_to_date(const base::Result<api::SyncCursor>& cursor, const FeedView& view,
                                      const PullRequest& request) {
    if (request.if_none_match.empty() || resync_reason(cursor, view)) return std::nullopt;
    std::string etag = etag_at(view, view.state.head);
    if (cursor->feeds.front().seq != view.state.head || request.if_none_match != etag) return std::nullopt;
    return etag;
}

/// The visible rows among the entries of one table; the others become deletions.
base::Result<api::TableBatch> batch_of(FeedReader& reader, const api::SyncTable& table,
                                       const std::vector<FeedEntry>& entries, std::int64_t from) {
    api::TableBatch batch(table);
    std::set<std::int64_t> gone;
    for (const FeedEntry& entry : entries) {
        if (entry.table == table.number) gone.insert(entry.row);
    }
    if (gone.empty()) return batch;
    TRY(reader.changed_rows(columns_of(table), from, entries.back().seq, [&](const storage::Statement& row) {
        append_row(batch, row);
        gone.erase(row.int64(0));
    }));
    batch.deleted.assign(gone.begin(), gone.end());
    return batch;
}

base::Result<std::vector<api::TableBatch>>
batches_of(FeedReader& reader, const std::vector<FeedEntry>& entries, std::int64_t from) {
    std::vector<api::TableBatch> batches;
    for (const api::SyncTable& table : api::kSyncTables) {
        api::TableBatch batch = TRY(batch_of(reader, table, entries, from));
        if (batch.rows() > 0 || !batch.deleted.empty()) batches.push_back(std::move(batch));
    }
    return batches;
}

} // namespace

base::Result<PullAnswer> pull(persistence::sqlite::Store& store, HeadCache& heads,
                              const persistence::Scope& scope, const PullRequest& request,
                              base::Timestamp now) {
    const auto cursor = api::decode_sync_cursor(request.cursor);
    if (const auto recent = heads.find(scope, now)) {
        if (const auto etag = up_to_date(cursor, *recent, request)) return PullAnswer(UpToDate{*etag});
    }
    auto lease = TRY(store.read());
    const auto snapshot = TRY(lease.snapshot());
    FeedReader reader(*lease, scope);
    const FeedView view = TRY(view_of(reader, scope));
    heads.put(scope, view, now);
    if (const auto etag = up_to_date(cursor, view, request)) return PullAnswer(UpToDate{*etag});
    if (const auto reason = resync_reason(cursor, view)) return PullAnswer(*reason);
    const std::int64_t from = cursor->feeds.front().seq;
    const auto entries = TRY(reader.changes(from, std::clamp(request.limit, 1, kMostRows)));
    const std::int64_t to = entries.empty() ? view.state.head : entries.back().seq;
    const auto batches = TRY(batches_of(reader, entries, from));
    const api::SyncPageHead head{.schema = api::kSyncSchema,
                                 .epoch = view.state.epoch,
                                 .scope = view.scope_hash,
                                 .from = from,
                                 .to = to,
                                 .head = view.state.head,
                                 .more = to < view.state.head,
                                 .server_time = now,
                                 .cursor = cursor_at(view, to),
                                 .after = std::nullopt};
    return PullAnswer(Page{.body = api::encode_sync_page(head, batches), .etag = etag_at(view, to)});
}

} // namespace orderdeck::server::sync
