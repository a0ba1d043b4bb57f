#include "server/persistence/sqlite/account_store.h"
#include "server/persistence/sqlite/change_writer.h"
#include "tests/server/persistence/temporary_store.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <set>
#include <thread>

using namespace orderdeck;
using namespace orderdeck::server::persistence;
using namespace orderdeck::server::persistence::sqlite;
using orderdeck::test::TemporaryStore;

namespace {

const base::Timestamp kNow = base::Timestamp::from_seconds(1'700'000'000);

ChangeWriter begin(TemporaryStore& store) {
    auto writer = ChangeWriter::begin(*store, kNow);
    REQUIRE(writer.has_value());
    return std::move(*writer);
}

Owner add_root(TemporaryStore& store, const std::string& code) {
    ChangeWriter writer = begin(store);
    auto node = AccountStore::put(writer, code, {.text = code, .translations = {}}, {}, kNow);
    REQUIRE(node.has_value());
    REQUIRE(writer.commit().has_value());
    return node->owner;
}

domain::Item item(std::int64_t id, const std::string& name) {
    return {.id = domain::ItemId{id}, .sku = "", .name = {.text = name, .translations = {}}};
}

std::int64_t head(TemporaryStore& store, Owner owner) {
    return store.number("SELECT head FROM feed WHERE feed_id = " + std::to_string(owner.root.value()));
}

} // namespace

TEST_CASE("Each changed row gets the next number of its customer's feed") {
    TemporaryStore store;
    const Owner first = add_root(store, "first");
    const Owner second = add_root(store, "second");
    CHECK(head(store, first) == 1);
    ChangeWriter writer = begin(store);
    CHECK(*writer.put(first, item(7, "b")) == Change::written);
    CHECK(*writer.put(second, item(5, "c")) == Change::written);
    CHECK(*writer.put(first, item(6, "a")) == Change::written);
    const auto heads = writer.commit();
    REQUIRE(heads.has_value());
    CHECK(heads->at(first.root) == 3);
    CHECK(heads->at(second.root) == 2);
    CHECK(store.dump("SELECT row_id, seq, del FROM sync_index WHERE feed_id = 1 AND tbl = 3 ORDER BY seq") ==
          "6|2|0|\n7|3|0|\n");
}

TEST_CASE("An equal row is left alone and not announced") {
    TemporaryStore store;
    const Owner owner = add_root(store, "a");
    for (const Change expected : {Change::written, Change::none}) {
        ChangeWriter writer = begin(store);
        CHECK(*writer.put(owner, item(1, "pump")) == expected);
        REQUIRE(writer.commit().has_value());
    }
    CHECK(head(store, owner) == 2);
}

TEST_CASE("A row that changes twice in a transaction is announced once, with its last state") {
    TemporaryStore store;
    const Owner owner = add_root(store, "a");
    ChangeWriter writer = begin(store);
    CHECK(*writer.put(owner, item(1, "pump")) == Change::written);
    CHECK(*writer.put(owner, item(1, "valve")) == Change::written);
    CHECK(*writer.put(owner, item(2, "gone")) == Change::written);
    CHECK(*writer.remove<domain::Item>(owner.root, 2) == Change::written);
    REQUIRE(writer.commit().has_value());
    CHECK(head(store, owner) == 3);
    CHECK(store.dump("SELECT row_id, del FROM sync_index WHERE tbl = 3 ORDER BY seq") == "1|0|\n2|1|\n");
    CHECK(store.dump("SELECT name FROM item") == "valve|\n");
}

TEST_CASE("Deleting what is not there changes nothing") {
    TemporaryStore store;
    const Owner owner = add_root(store, "a");
    ChangeWriter writer = begin(store);
    CHECK(*writer.remove<domain::Order>(owner.root, 17) == Change::none);
    REQUIRE(writer.commit().has_value());
    CHECK(head(store, owner) == 1);
}

TEST_CASE("A writer that is dropped takes rows, numbers and ids back") {
    TemporaryStore store;
    const Owner owner = add_root(store, "a");
    std::int64_t dropped_id = 0;
    {
        ChangeWriter writer = begin(store);
        dropped_id = *writer.next_id<domain::Item>();
        CHECK(*writer.put(owner, item(dropped_id, "pump")) == Change::written);
    }
    CHECK(store.number("SELECT count(*) FROM item") == 0);
    CHECK(head(store, owner) == 1);
    ChangeWriter writer = begin(store);
    CHECK(*writer.next_id<domain::Item>() == dropped_id);
}

TEST_CASE("Ids count on after the store is opened again") {
    TemporaryStore store;
    add_root(store, "a");
    std::set<std::int64_t> ids;
    for (int round = 0; round < 3; ++round) {
        ChangeWriter writer = begin(store);
        for (int i = 0; i < 5; ++i)
            CHECK(ids.insert(*writer.next_id<domain::Line>()).second);
        REQUIRE(writer.commit().has_value());
        // All leases have ended.
    }
    CHECK(*ids.begin() == 1);
    CHECK(*ids.rbegin() == 15);
}

TEST_CASE("A reader that follows the feed misses nothing while several threads write") {
    TemporaryStore store;
    const Owner owner = add_root(store, "a");
    constexpr int kThreads = 6;
    constexpr int kRounds = 40;
    std::atomic<int> running = kThreads;
    std::vector<std::thread> writers;
    for (int thread = 0; thread < kThreads; ++thread) {
        writers.emplace_back([&] {
            for (int round = 0; round < kRounds; ++round) {
                auto writer = ChangeWriter::begin(*store, kNow);
                if (!writer) continue;
                const auto id = writer->next_id<domain::Item>();
                if (id && writer->put(owner, item(*id, "i" + std::to_string(*id)))) (void)writer->commit();
            }
            --running;
        });
    }
    std::set<std::int64_t> seen;
    std::int64_t cursor = 1;
    auto reader = store->read();
    REQUIRE(reader.has_value());
    for (bool last_look = false;; last_look = running == 0) {
        auto rows =
            (*reader)->query("SELECT row_id, seq FROM sync_index WHERE feed_id = ? AND seq > ? ORDER BY seq",
                             owner.root, cursor);
        REQUIRE(rows.has_value());
        while (rows->step().value_or(false)) {
            seen.insert(rows->int64(0));
            cursor = rows->int64(1);
        }
        if (last_look) break;
    }
    for (std::thread& writer : writers)
        writer.join();
    CHECK(seen.size() == static_cast<std::size_t>(store.number("SELECT count(*) FROM item")));
    CHECK(seen.size() == std::size_t{kThreads} * kRounds);
    CHECK(cursor == head(store, owner));
}
