#include "server/persistence/system_scope.h"
#include "server/sync/feed_page.h"
#include "shared/api/sync_cursor.h"
#include "tests/server/support/canary_store.h"
#include "tests/server/sync/replica_model.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_adapters.hpp>
#include <catch2/generators/catch_generators_random.hpp>

namespace orderdeck::test {
namespace {

using server::persistence::Scope;
using server::persistence::SystemScope;
namespace sync = server::sync;

/// Two tenants in a store, without a server in front.
struct Feeds : PortalFixture {
    CanaryStore canaries{store()};
    sync::HeadCache heads;
    Scope a = SystemScope::whole(domain::AccountId(1));
    Scope b = SystemScope::whole(domain::AccountId(2));

    template <typename... Arguments>
    void change(std::string_view sql, const Arguments&... arguments) {
        auto lease = store().write().value();
        REQUIRE(lease->execute(sql, arguments...).has_value());
        REQUIRE(lease.commit().has_value());
    }
    /// Announces a row of tenant A as changed.
    void announce(int table, std::int64_t row) {
        change("UPDATE feed SET head = head + 1 WHERE feed_id = 1");
        change("INSERT INTO sync_index(feed_id, tbl, row_id, seq, del, at) SELECT 1, ?, ?, head, 0, 0 FROM "
               "feed WHERE feed_id = 1 "
               "ON CONFLICT(feed_id, tbl, row_id) DO UPDATE SET seq = excluded.seq",
               table, row);
    }
    sync::BootAnswer boot(const Scope& scope, std::string_view after = {}, int limit = 5,
                          int schema = api::kSyncSchema) {
        return sync::boot(store(), scope, {.schema = schema, .after = after, .limit = limit}, now()).value();
    }
    sync::PullAnswer pull(const Scope& scope, const std::string& cursor, std::string_view if_none_match = {},
                          int limit = 5) {
        return sync::pull(store(), heads, scope,
                          {.cursor = cursor, .limit = limit, .if_none_match = if_none_match}, now())
            .value();
    }
    api::Resync resync(const Scope& scope, const api::SyncCursor& cursor) {
        return std::get<api::Resync>(pull(scope, api::encode_sync_cursor(cursor)));
    }
    /// Boots in pages of `limit` rows; the cursor is the one of the first page.
    std::pair<ReplicaModel, std::string> boot_all(const Scope& scope, int limit) {
        ReplicaModel replica;
        std::string cursor;
        std::string after;
        for (;;) {
            const auto page = std::get<sync::Page>(boot(scope, after, limit));
            const auto head = api::decode_sync_page(page.body, replica).value();
            if (after.empty()) cursor = head.cursor;
            if (!head.more) return {std::move(replica), cursor};
            REQUIRE(head.after.has_value());
            after = *head.after;
        }
    }
    /// Pulls until the server says that there is no more; returns the new cursor.
    std::string pull_all(const Scope& scope, std::string cursor, ReplicaModel& replica, int limit) {
        for (;;) {
            const auto page = std::get<sync::Page>(pull(scope, cursor, {}, limit));
            const auto head = api::decode_sync_page(page.body, replica).value();
            cursor = head.cursor;
            if (!head.more) return cursor;
        }
    }
};

/// What the scope's tables hold, read without any of the code under test.
std::map<std::string, ReplicaModel::Rows> rows_in_store(Feeds& feeds, std::int64_t root) {
    std::map<std::string, ReplicaModel::Rows> tables;
    auto lease = feeds.store().read().value();
    for (const api::SyncTable& table : api::kSyncTables) {
        std::string names;
        for (const api::SyncColumn& column : table.columns)
            names += (names.empty() ? "" : ", ") + std::string(column.name);
        auto row =
            lease->query("SELECT " + names + " FROM " + std::string(table.name) + " WHERE root_id = ?", root)
                .value();
        while (row.step().value()) {
            std::vector<ReplicaModel::Value> values;
            for (int i = 0; i < row.column_count(); ++i) {
                if (row.is_null(i))
                    values.emplace_back();
                else if (table.columns[static_cast<std::size_t>(i)].type == api::ColumnType::integer)
                    values.emplace_back(row.int64(i));
                else
                    values.emplace_back(row.string(i));
            }
            tables[std::string(table.name)][row.int64(0)] = std::move(values);
        }
    }
    return tables;
}

} // namespace

TEST_CASE("after booting in pages of any size a copy equals the store") {
    Feeds feeds;
    const int limit = GENERATE(1, 2, 3, 7, 1000);
    CAPTURE(limit);
    CHECK(feeds.boot_all(feeds.a, limit).first.tables() == rows_in_store(feeds, 1));
    CHECK(feeds.boot_all(feeds.b, limit).first.tables() == rows_in_store(feeds, 2));
}

TEST_CASE("pulling from the very beginning gives the same as booting") {
    Feeds feeds;
    const auto cursor = api::decode_sync_cursor(feeds.boot_all(feeds.a, 1000).second).value();
    api::SyncCursor begin = cursor;
    begin.feeds.front().seq = 0;
    ReplicaModel replica;
    feeds.pull_all(feeds.a, api::encode_sync_cursor(begin), replica, GENERATE(1, 4, 1000));
    CHECK(replica.tables() == rows_in_store(feeds, 1));
}

TEST_CASE("changes made while a client boots reach it by the pull that follows") {
    Feeds feeds;
    ReplicaModel replica;
    const auto first =
        api::decode_sync_page(std::get<sync::Page>(feeds.boot(feeds.a, {}, 4)).body, replica).value();
    const std::int64_t changed =
        feeds.canaries.ids("A", "source").front(); // in a table that the boot has behind it soon
    const std::int64_t gone = feeds.canaries.ids("A1", "hold").front();
    feeds.change("UPDATE source SET name = 'renamed' WHERE root_id = 1 AND id = ?", changed);
    feeds.announce(2, changed);
    std::string after = first.after.value();
    while (!after.empty()) {
        const auto head =
            api::decode_sync_page(std::get<sync::Page>(feeds.boot(feeds.a, after, 4)).body, replica).value();
        after = head.after.value_or("");
    }
    feeds.change("DELETE FROM hold WHERE root_id = 1 AND id = ?", gone);
    feeds.announce(11, gone);
    feeds.pull_all(feeds.a, first.cursor, replica, 100);
    CHECK(replica.tables() == rows_in_store(feeds, 1));
}

TEST_CASE("a copy equals the store after random changes pulled in pages of random size") {
    Feeds feeds;
    const int seed = GENERATE(take(20, random(1, 1'000'000)));
    CAPTURE(seed);
    std::uint32_t state = static_cast<std::uint32_t>(seed);
    const auto roll = [&](std::size_t count) {
        return (state = state * 1664525U + 1013904223U, (state >> 8) % count);
    };
    auto [replica, cursor] = feeds.boot_all(feeds.a, 10);
    for (int round = 0; round < 8; ++round) {
        for (std::size_t i = roll(6); i > 0; --i) {
            const char* tags[] = {"A", "A1", "A2"};
            const auto& ids = feeds.canaries.ids(tags[roll(3)], "sales_order");
            const std::int64_t id = ids[roll(ids.size())];
            if (roll(3) == 0)
                feeds.change("DELETE FROM sales_order WHERE root_id = 1 AND id = ?", id);
            else
                feeds.change("UPDATE sales_order SET project = project || 'x' WHERE root_id = 1 AND id = ?",
                             id);
            feeds.announce(4, id);
        }
        if (roll(2) == 0) cursor = feeds.pull_all(feeds.a, cursor, replica, static_cast<int>(roll(4)) + 1);
    }
    feeds.pull_all(feeds.a, cursor, replica, 3);
    CHECK(replica.tables() == rows_in_store(feeds, 1));
}

TEST_CASE("nothing new is answered as up to date only to who names the state that it has") {
    Feeds feeds;
    const std::string cursor = feeds.boot_all(feeds.a, 1000).second;
    const auto page = std::get<sync::Page>(feeds.pull(feeds.a, cursor));
    ReplicaModel nothing;
    const auto head = api::decode_sync_page(page.body, nothing).value();
    CHECK_FALSE(head.more);
    CHECK(head.from == head.to);
    CHECK(nothing.tables().empty());
    CHECK(std::get<sync::UpToDate>(feeds.pull(feeds.a, cursor, page.etag)).etag == page.etag);
    CHECK(std::holds_alternative<sync::Page>(feeds.pull(feeds.a, cursor, "\"other\"")));
    feeds.announce(4, feeds.canaries.ids("A", "sales_order").front());
    feeds.advance(base::Duration::milliseconds(499));
    CHECK(std::holds_alternative<sync::UpToDate>(feeds.pull(feeds.a, cursor, page.etag)));
    feeds.advance(base::Duration::milliseconds(1));
    CHECK(std::get<sync::Page>(feeds.pull(feeds.a, cursor, page.etag)).etag != page.etag);
}

TEST_CASE("a copy that cannot be continued is told why") {
    Feeds feeds;
    const auto good = api::decode_sync_cursor(feeds.boot_all(feeds.a, 1000).second).value();
    CHECK(std::get<api::Resync>(feeds.pull(feeds.a, "")) == api::Resync::schema);
    CHECK(std::get<api::Resync>(feeds.pull(feeds.a, "no cursor of ours")) == api::Resync::schema);
    auto other = good;
    other.schema = api::kSyncSchema + 1;
    CHECK(feeds.resync(feeds.a, other) == api::Resync::schema);
    other = good;
    other.scope = "0000";
    CHECK(feeds.resync(feeds.a, other) == api::Resync::scope);
    CHECK(feeds.resync(feeds.b, good) == api::Resync::scope);
    other = good;
    other.feeds.front().epoch = "cccccccc-0000";
    CHECK(feeds.resync(feeds.a, other) == api::Resync::epoch);
    other = good;
    other.feeds.front().seq += 1;
    CHECK(feeds.resync(feeds.a, other) == api::Resync::epoch);
    feeds.change("UPDATE feed SET floor = head WHERE feed_id = 1");
    other = good;
    other.feeds.front().seq -= 1;
    CHECK(feeds.resync(feeds.a, other) == api::Resync::retention);
    CHECK(std::holds_alternative<sync::Page>(feeds.pull(feeds.a, api::encode_sync_cursor(good))));
}

TEST_CASE("a new company in the group changes the scope, so its rows are fetched by a new boot") {
    Feeds feeds;
    const std::string cursor = feeds.boot_all(feeds.a, 1000).second;
    feeds.change("INSERT INTO account_tree VALUES(1, 1, 77)");
    feeds.change("INSERT INTO account_tree VALUES(1, 77, 77)");
    CHECK(std::get<api::Resync>(feeds.pull(feeds.a, cursor)) == api::Resync::scope);
}

TEST_CASE("a program with older tables is told to renew itself, a newer one to boot again") {
    Feeds feeds;
    CHECK(std::holds_alternative<sync::ClientTooOld>(feeds.boot(feeds.a, {}, 5, api::kSyncSchema - 1)));
    CHECK(std::get<api::Resync>(feeds.boot(feeds.a, {}, 5, api::kSyncSchema + 1)) == api::Resync::schema);
}

TEST_CASE("a position that no page gave is refused") {
    Feeds feeds;
    for (const auto* after :
         {"x", "4", "4.", "4.x", ".4", "99.1", "-1.1", "4.-1", "4.1.1", "4.99999999999999999999"}) {
        CAPTURE(after);
        const auto answer =
            sync::boot(feeds.store(), feeds.a, {.schema = api::kSyncSchema, .after = after}, feeds.now());
        REQUIRE_FALSE(answer.has_value());
        CHECK(answer.error().code == base::ErrorCode::invalid);
    }
}

TEST_CASE("a customer without any change yet boots empty and is up to date") {
    PortalFixture portal;
    sync::HeadCache heads;
    const Scope nobody = SystemScope::whole(domain::AccountId(12345));
    const auto boot =
        sync::boot(portal.store(), nobody, {.schema = api::kSyncSchema, .after = {}}, portal.now()).value();
    ReplicaModel replica;
    const auto head = api::decode_sync_page(std::get<sync::Page>(boot).body, replica).value();
    CHECK_FALSE(head.more);
    CHECK(replica.tables().empty());
    const auto page =
        sync::pull(portal.store(), heads, nobody, {.cursor = head.cursor, .if_none_match = {}}, portal.now())
            .value();
    CHECK(std::holds_alternative<sync::Page>(page));
}

} // namespace orderdeck::test
