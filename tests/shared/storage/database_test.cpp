#include "shared/storage/database.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/storage/migration.h"
#include "shared/storage/transaction.h"

using namespace orderdeck::storage;
using orderdeck::base::ErrorCode;
using orderdeck::base::LocalDate;

namespace {

Database memory() {
    auto database = Database::open_in_memory();
    REQUIRE(database);
    return std::move(*database);
}

std::int64_t count(Database& database) { return database.query_int("SELECT count(*) FROM t").value_or(-1); }

Database with_table() {
    Database database = memory();
    REQUIRE(database.exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT NOT NULL, day INTEGER)"));
    return database;
}

} // namespace

TEST_CASE("values come back as they were bound") {
    Database database = with_table();
    REQUIRE(
        database.execute("INSERT INTO t VALUES(?1, ?2, ?3)", INT64_MIN, "深圳", LocalDate::from_days(-5)));
    REQUIRE(
        database.execute("INSERT INTO t VALUES(?1, ?2, ?3)", 7, std::string_view{}, std::optional<int>{}));
    auto rows = database.query("SELECT id, name, day FROM t ORDER BY id");
    REQUIRE(rows);
    REQUIRE(*rows->step());
    CHECK(rows->int64(0) == INT64_MIN);
    CHECK(rows->text(1) == "深圳");
    CHECK(rows->optional_int64(2) == -5);
    REQUIRE(*rows->step());
    CHECK(rows->text(1).empty());
    CHECK_FALSE(rows->is_null(1));
    CHECK_FALSE(rows->optional_int64(2));
    CHECK_FALSE(*rows->step());
}

TEST_CASE("errors are values with a code that callers can branch on") {
    Database database = with_table();
    REQUIRE(database.execute("INSERT INTO t VALUES(1, 'a', 0)"));
    CHECK(database.execute("INSERT INTO t VALUES(1, 'b', 0)").error().code == ErrorCode::already_exists);
    CHECK(database.execute("INSERT INTO t VALUES(2, NULL, 0)").error().code == ErrorCode::conflict);
    CHECK(database.execute("SELEC 1").error().code == ErrorCode::internal);
    CHECK(database.execute("SELECT 1; SELECT 2").error().code == ErrorCode::invalid);
    CHECK(database.execute("-- nothing").error().code == ErrorCode::invalid);
    CHECK(database.execute("SELECT ?1", 1, 2).error().code == ErrorCode::internal);
    CHECK(database.query_int("SELECT id FROM t WHERE id = 9").error().code == ErrorCode::not_found);
    CHECK(Database::open("no-such.db", {.access = Access::read_only}).error().where == "no-such.db");
}

TEST_CASE("a full disk is told in words that help, as a fault of the storage") {
    Database database = with_table();
    REQUIRE(database.exec("PRAGMA max_page_count = 4"));
    auto filled = database.execute("INSERT INTO t(name) VALUES(zeroblob(100000))");
    REQUIRE_FALSE(filled);
    CHECK(filled.error().code == ErrorCode::io);
    CHECK(filled.error().message.find("no room") != std::string::npos);
    CHECK(count(database) == 0);
}

TEST_CASE("a statement can be used inside itself and is clean when taken again") {
    Database database = with_table();
    REQUIRE(database.exec("INSERT INTO t VALUES(1,'a',1),(2,'b',2)"));
    const char* sql = "SELECT id FROM t WHERE id >= ?1 ORDER BY id";
    auto outer = database.query(sql, 1);
    REQUIRE(*outer->step());
    {
        auto inner = database.query(sql, 2);
        REQUIRE(*inner->step());
        CHECK(inner->int64(0) == 2);
    }
    REQUIRE(*outer->step());
    CHECK(outer->int64(0) == 2);
    auto unbound = database.statement(sql);
    CHECK_FALSE(*unbound->step()); // NULL matches nothing: the old binding is gone
}

TEST_CASE("the statement cache stays right when more statements are used than it keeps") {
    Database database = with_table();
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 200; ++i) {
            REQUIRE(database.query_int("SELECT " + std::to_string(i)).value_or(-1) == i);
        }
    }
}

TEST_CASE("a transaction that is not committed leaves nothing") {
    Database database = with_table();
    {
        auto transaction = Transaction::begin(database);
        REQUIRE(transaction);
        REQUIRE(database.execute("INSERT INTO t VALUES(1,'a',1)"));
        CHECK(database.in_transaction());
    }
    CHECK(count(database) == 0);
    {
        auto transaction = Transaction::begin(database, TransactionMode::deferred);
        REQUIRE(database.execute("INSERT INTO t VALUES(1,'a',1)"));
        {
            auto savepoint = Savepoint::begin(database);
            REQUIRE(database.execute("INSERT INTO t VALUES(2,'b',1)"));
        }
        auto savepoint = Savepoint::begin(database);
        REQUIRE(database.execute("INSERT INTO t VALUES(3,'c',1)"));
        REQUIRE(savepoint->release());
        REQUIRE(transaction->commit());
        CHECK_FALSE(transaction->commit());
    }
    CHECK(count(database) == 2);
}

TEST_CASE("migrations run once, in order, and all of a step or none") {
    Database database = memory();
    const Migration first[] = {
        {1, "start", "CREATE TABLE t(id INTEGER PRIMARY KEY); INSERT INTO t VALUES(1)"}};
    CHECK(*migrate(database, first) == 1);
    CHECK(*migrate(database, first) == 0);
    const Migration broken[] = {first[0],
                                {2, "broken", "INSERT INTO t VALUES(2); INSERT INTO missing VALUES(1)"}};
    const auto failed = migrate(database, broken);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().where == "migration 2 broken");
    CHECK(count(database) == 1);
    CHECK(database.query_int("PRAGMA user_version").value_or(-1) == 1);
    const Migration repaired[] = {
        first[0], {2, "more", "INSERT INTO t VALUES(2)"}, {3, "last", "INSERT INTO t VALUES(3)"}};
    CHECK(*migrate(database, repaired) == 2);
    CHECK(count(database) == 3);
}

TEST_CASE("a database of a newer program is refused and left untouched") {
    Database database = memory();
    REQUIRE(database.exec("PRAGMA user_version=9"));
    const Migration first[] = {{1, "start", "CREATE TABLE t(id)"}};
    const auto refused = migrate(database, first);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::unsupported);
    CHECK(database.query_int("SELECT count(*) FROM sqlite_schema").value_or(-1) == 0);
    CHECK(database.query_int("PRAGMA user_version").value_or(-1) == 9);
    const Migration gap[] = {{2, "start", "SELECT 1"}};
    CHECK_FALSE(migrate(database, gap));
}

TEST_CASE("a list of ids is bound to one parameter and keeps its order") {
    Database database = memory();
    const auto read = [&](const std::vector<std::int64_t>& ids) {
        std::string text;
        auto rows = database.statement("SELECT value FROM carray(?1) ORDER BY rowid");
        REQUIRE(rows);
        rows->bind_int64s(1, ids);
        while (*rows->step())
            text += rows->string(0) + " ";
        return text;
    };
    CHECK(read({7, INT64_MIN, 7, 2}) == "7 -9223372036854775808 7 2 ");
    CHECK(read({}).empty());
    CHECK(read({1}) == "1 ");
}
