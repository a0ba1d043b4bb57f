#include "server/sync/feed_page.h"
#include "server/sync/feed_view.h"
#include "shared/api/sync_page.h"
#include "shared/base/parse_number.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace orderdeck::server::sync {
namespace {

using persistence::sqlite::feed::FeedReader;

/// The last row of a page: rows after it, and tables after its table, are still to come.
struct Position {
    std::size_t table = 0; ///< index into api::kSyncTables
    std::int64_t row = 0;
};

/// Written as "<table number>.<row id>".
base::Result<Position> parse_position(std::string_view text) {
    if (text.empty()) return Position{};
    const std::size_t dot = text.find('.');
    const auto number = base::parse_int(text.substr(0, dot));
    const auto row = base::parse_int(dot == std::string_view::npos ? "" : text.substr(dot + 1));
    const auto* table =
        std::find_if(std::begin(api::kSyncTables), std::end(api::kSyncTables),
                     [&](const api::SyncTable& each) { return number && each.number == *number; });
    if (!row || *row < 0 || table == std::end(api::kSyncTables)) {
        return base::fail(base::ErrorCode::invalid, "not a boot position");
    }
    return Position{.table = static_cast<std::size_t>(table - std::begin(api::kSyncTables)), .row = *row};
}

std::string to_text(const Position& position) {
    return std::to_string(api::kSyncTables[position.table].number) + "." + std::to_string(position.row);
}

/// Reads up to `limit` rows and moves the position behind them; the position is past the last table at the end.
base::Result<std::vector<api::TableBatch>> read_rows(FeedReader& reader, Position& position, int limit) {
    std::vector<api::TableBatch> batches;
    while (position.table < std::size(api::kSyncTables)) {
        const api::SyncTable& table = api::kSyncTables[position.table];
        api::TableBatch batch(table);
        TRY(reader.rows_after(columns_of(table), position.row, limit, [&](const storage::Statement& row) {
            append_row(batch, row);
            position.row = row.int64(0);
        }));
        const int count = static_cast<int>(batch.rows());
        if (count > 0) batches.push_back(std::move(batch));
        if (count == limit) return batches;
        limit -= count;
        ++position.table;
        position.row = 0;
    }
    return batches;
}

} // namespace

base::Result<BootAnswer> boot(persistence::sqlite::Store& store, const persistence::Scope& scope,
                              const BootRequest& request, base::Timestamp now) {
    if (request.schema < api::kSyncSchema) return BootAnswer(ClientTooOld{});
    if (request.schema > api::kSyncSchema) return BootAnswer(api::Resync::schema);
    Position position = TRY(parse_position(request.after));
    auto lease = TRY(store.read());
    const auto snapshot = TRY(lease.snapshot());
    FeedReader reader(*lease, scope);
    const FeedView view = TRY(view_of(reader, scope));
    const auto batches = TRY(read_rows(reader, position, std::clamp(request.limit, 1, kMostRows)));

    api::SyncPageHead head{.schema = api::kSyncSchema,
                           .epoch = view.state.epoch,
                           .scope = view.scope_hash,
                           .from = 0,
                           .to = view.state.head,
                           .head = view.state.head,
                           .more = position.table < std::size(api::kSyncTables),
                           .server_time = now,
                           .cursor = {},
                           .after = std::nullopt};
    // Changes made while the client is still booting have higher numbers and come with the pull after the last page.
    if (request.after.empty()) head.cursor = cursor_at(view, view.state.head);
    if (head.more) head.after = to_text(position);
    return BootAnswer(
        Page{.body = api::encode_sync_page(head, batches), .etag = etag_at(view, view.state.head)});
}

} // namespace orderdeck::server::sync
