#include "server/sync/feed_view.h"

#include "shared/base/hash.h"

#include <array>

namespace orderdeck::server::sync {
namespace {

std::string hex_of(std::uint64_t value) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = text.size(); i-- > 0; value >>= 4)
        text[i] = kDigits[value & 15];
    return text;
}

} // namespace

base::Result<FeedView> view_of(persistence::sqlite::feed::FeedReader& reader,
                               const persistence::Scope& scope) {
    FeedView view{.state = TRY(reader.state()), .feed = scope.root().value(), .scope_hash = {}};
    view.scope_hash = hex_of(base::Hash64{}.append(view.feed).append(view.state.accounts).value());
    return view;
}

std::string cursor_at(const FeedView& view, std::int64_t seq) {
    return api::encode_sync_cursor(
        {.schema = api::kSyncSchema,
         .scope = view.scope_hash,
         .feeds = {api::FeedPosition{.feed = view.feed, .epoch = view.state.epoch, .seq = seq}}});
}

std::string etag_at(const FeedView& view, std::int64_t seq) {
    constexpr std::size_t kShort = 8;
    return "\"" + view.state.epoch.substr(0, kShort) + "-" + view.scope_hash.substr(0, kShort) + "-" +
           std::to_string(seq) + "\"";
}

persistence::sqlite::feed::TableColumns columns_of(const api::SyncTable& table) {
    std::string columns;
    for (const api::SyncColumn& column : table.columns) {
        columns += columns.empty() ? "t." : ", t.";
        columns += column.name;
    }
    return {.number = table.number, .name = table.name, .columns = std::move(columns)};
}

void append_row(api::TableBatch& batch, const storage::Statement& row) {
    for (std::size_t i = 0; i < batch.columns.size(); ++i) {
        const int column = static_cast<int>(i);
        api::ColumnValues& values = batch.columns[i];
        if (row.is_null(column)) {
            values.add_null();
        } else if (values.type() == api::ColumnType::integer) {
            values.add_integer(row.int64(column));
        } else {
            values.add_text(row.text(column));
        }
    }
}

} // namespace orderdeck::server::sync
