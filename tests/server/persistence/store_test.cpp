#include "server/persistence/sqlite/migrations.h"
#include "tests/server/persistence/temporary_store.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using orderdeck::test::TemporaryStore;
using server::persistence::sqlite::Store;

TEST_CASE("A new store has the schema of this program and keeps its content when it is opened again") {
    TemporaryStore store;
    CHECK(store.number("PRAGMA user_version") == std::ssize(server::persistence::sqlite::migrations()));
    CHECK(store.dump("PRAGMA journal_mode") == "wal|\n");
    store.execute("INSERT INTO source_system(name, kind) VALUES('erp', 'sales')");
    store.close();
    store.open();
    CHECK(store.number("SELECT count(*) FROM source_system") == 1);
}

TEST_CASE("The store of a newer program is refused and left as it is") {
    TemporaryStore store;
    store.execute("PRAGMA user_version=999");
    store.close();
    const auto opened = Store::open(store.folder());
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == base::ErrorCode::unsupported);
    CHECK(opened.error().where.find("orderdeck.db") != std::string::npos);
    auto untouched = storage::Database::open((store.folder() / "orderdeck.db").string(), {});
    REQUIRE(untouched.has_value());
    CHECK(untouched->query_int("PRAGMA user_version").value_or(0) == 999);
}

TEST_CASE("A command that only reads is told that there is no store") {
    const auto opened = Store::open_existing("/nonexistent/folder");
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == base::ErrorCode::not_found);
}

TEST_CASE("A data folder that cannot be created is an error that names it") {
    const auto opened = Store::open("/proc/orderdeck");
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().where == "/proc/orderdeck");
}

TEST_CASE("A transaction that is not committed leaves nothing, and readers never see it") {
    TemporaryStore store;
    {
        auto writer = store->write();
        REQUIRE(writer.has_value());
        REQUIRE((*writer)->exec("INSERT INTO source_system(name, kind) VALUES('erp', 'sales')").has_value());
        CHECK(store.number("SELECT count(*) FROM source_system") == 0);
    }
    CHECK(store.number("SELECT count(*) FROM source_system") == 0);
}

TEST_CASE("Reads inside a snapshot see one state while others write") {
    TemporaryStore store;
    auto reader = store->read();
    REQUIRE(reader.has_value());
    {
        auto snapshot = reader->snapshot();
        REQUIRE(snapshot.has_value());
        CHECK((*reader)->query_int("SELECT count(*) FROM source_system").value_or(-1) == 0);
        store.execute("INSERT INTO source_system(name, kind) VALUES('erp', 'sales')");
        CHECK((*reader)->query_int("SELECT count(*) FROM source_system").value_or(-1) == 0);
    }
    CHECK((*reader)->query_int("SELECT count(*) FROM source_system").value_or(-1) == 1);
}

TEST_CASE("A read connection cannot write") {
    TemporaryStore store;
    auto reader = store->read();
    REQUIRE(reader.has_value());
    CHECK_FALSE((*reader)->exec("DELETE FROM account").has_value());
}

TEST_CASE(
    "A reader that would wait too long for a connection is told to come again, and the next one gets it") {
    TemporaryStore folder;
    folder.close();
    auto store = Store::open(folder.folder(), {.readers = 1, .patience = std::chrono::milliseconds(5)});
    REQUIRE(store.has_value());
    {
        const auto taken = (*store)->read();
        REQUIRE(taken.has_value());
        const auto waiting = (*store)->read();
        REQUIRE_FALSE(waiting.has_value());
        CHECK(waiting.error().code == base::ErrorCode::unavailable);
    }
    CHECK((*store)->read().has_value());
}
