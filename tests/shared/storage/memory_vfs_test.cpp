#include "shared/storage/memory_vfs.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>

#include "shared/storage/database.h"
#include "shared/storage/transaction.h"

using namespace orderdeck::storage;
using orderdeck::base::ErrorCode;

namespace {

std::unique_ptr<MemoryVfs> installed() {
    auto vfs = MemoryVfs::install("test-memory");
    REQUIRE(vfs);
    return std::move(*vfs);
}

Database opened(const MemoryVfs& vfs, bool exclusive = true) {
    DatabaseOptions options = DatabaseOptions::for_memory_vfs(vfs.name());
    options.exclusive_lock = exclusive;
    auto database = Database::open("replica.db", options);
    REQUIRE(database);
    return std::move(*database);
}

std::string integrity(Database& database) {
    auto rows = database.query("PRAGMA integrity_check");
    REQUIRE(rows);
    REQUIRE(*rows->step());
    return rows->string(0);
}

const char* const kFill = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<5000) "
                          "INSERT INTO t(b) SELECT hex(randomblob(100)) FROM n";

} // namespace

TEST_CASE("a database in memory outlives its connection and counts its commits") {
    const auto vfs = installed();
    {
        Database database = opened(*vfs);
        REQUIRE(database.exec("CREATE TABLE t(a INTEGER PRIMARY KEY, b)"));
        const auto created = vfs->file("replica.db")->generation();
        CHECK(created > 0);
        REQUIRE(database.exec(kFill));
        CHECK(vfs->file("replica.db")->generation() == created + 1);
        REQUIRE(database.query_int("SELECT count(*) FROM t"));
        CHECK(vfs->file("replica.db")->generation() == created + 1);
        CHECK(vfs->remove("replica.db").error().code == ErrorCode::conflict);
    }
    Database again = opened(*vfs);
    CHECK(again.query_int("SELECT count(*) FROM t").value_or(-1) == 5000);
    CHECK(integrity(again) == "ok");
}

TEST_CASE("a rollback leaves neither a generation nor a changed byte") {
    const auto vfs = installed();
    Database database = opened(*vfs);
    REQUIRE(database.exec("CREATE TABLE t(a INTEGER PRIMARY KEY, b)"));
    MemoryFile& file = *vfs->file("replica.db");
    for (const std::size_t index : file.dirty_extents())
        file.mark_clean(index);
    const auto before = file.generation();
    {
        auto transaction = Transaction::begin(database);
        REQUIRE(database.exec(kFill));
    }
    CHECK(file.generation() == before);
    CHECK(file.dirty_extents().empty());
}

TEST_CASE("only touched extents are dirty, and VACUUM's truncation belongs to its commit") {
    const auto vfs = installed();
    Database database = opened(*vfs);
    REQUIRE(database.exec("CREATE TABLE t(a INTEGER PRIMARY KEY, b)"));
    REQUIRE(database.exec(kFill));
    MemoryFile& file = *vfs->file("replica.db");
    CHECK(file.extent_count() > 10);
    for (const std::size_t index : file.dirty_extents())
        file.mark_clean(index);
    REQUIRE(database.exec("UPDATE t SET b='x' WHERE a=5000"));
    CHECK(file.dirty_extents().size() <= 3);

    const auto size = file.size();
    const auto generation = file.generation();
    REQUIRE(database.exec("DELETE FROM t WHERE a>10; VACUUM"));
    CHECK(file.size() < size);
    CHECK(file.extent_count() < 3);
    CHECK(file.generation() >= generation + 2);
    CHECK(integrity(database) == "ok");
}

TEST_CASE("journals that would hide or tear a commit are refused") {
    const auto vfs = installed();
    Database database = opened(*vfs);
    CHECK_FALSE(database.exec("PRAGMA journal_mode=WAL"));
    CHECK_FALSE(database.exec("PRAGMA journal_mode=off"));
    CHECK(database.exec("PRAGMA journal_mode=MEMORY"));
    CHECK_FALSE(MemoryVfs::install(vfs->name()));
}

TEST_CASE("a second connection is kept out while the first one writes and sees its commit after") {
    const auto vfs = installed();
    Database writer = opened(*vfs, false);
    REQUIRE(writer.exec("CREATE TABLE t(a INTEGER PRIMARY KEY, b)"));
    Database reader = opened(*vfs, false);
    {
        auto transaction = Transaction::begin(writer);
        REQUIRE(writer.exec("INSERT INTO t(b) VALUES('x')"));
        CHECK(reader.query_int("SELECT count(*) FROM t").value_or(-1) == 0);
        CHECK(Transaction::begin(reader).error().code == ErrorCode::unavailable);
        REQUIRE(transaction->commit());
    }
    CHECK(reader.query_int("SELECT count(*) FROM t").value_or(-1) == 1);
}

TEST_CASE("deleted text does not stay readable in the file") {
    const auto vfs = installed();
    Database database = opened(*vfs);
    REQUIRE(database.exec("CREATE TABLE t(a INTEGER PRIMARY KEY, b)"));
    REQUIRE(database.exec("INSERT INTO t(b) VALUES('CANARY-TEXT')"));
    const auto holds_canary = [&] {
        const MemoryFile& file = *vfs->file("replica.db");
        for (std::size_t i = 0; i < file.extent_count(); ++i) {
            const auto extent = file.extent(i);
            const std::string_view bytes(reinterpret_cast<const char*>(extent.data()), extent.size());
            if (bytes.find("CANARY-TEXT") != std::string_view::npos) return true;
        }
        return false;
    };
    CHECK(holds_canary());
    REQUIRE(database.exec("DELETE FROM t"));
    CHECK_FALSE(holds_canary());
}

TEST_CASE("random SQL gives the same content as SQLite's own memory database") {
    const auto vfs = installed();
    Database ours = opened(*vfs);
    auto theirs = Database::open_in_memory();
    REQUIRE(theirs);
    std::mt19937 random(5);
    std::uniform_int_distribution<int> key(1, 400);
    const auto both = [&](const std::string& sql) {
        REQUIRE(ours.exec(sql));
        REQUIRE(theirs->exec(sql));
    };
    both("CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT); CREATE INDEX ib ON t(b)");
    for (int i = 0; i < 300; ++i) {
        const std::string id = std::to_string(key(random));
        switch (random() % 5) {
        case 0: both("DELETE FROM t WHERE a BETWEEN " + id + " AND " + id + "+40"); break;
        case 1: both("BEGIN; UPDATE t SET b=b||'!' WHERE a>" + id + "; ROLLBACK"); break;
        case 2: both("UPDATE t SET b=b||'x' WHERE a%7=" + id + "%7"); break;
        case 3:
            if (random() % 8 == 0) both("VACUUM");
            break;
        default: both("INSERT OR REPLACE INTO t VALUES(" + id + ", printf('%.*c', 50+" + id + "*9, 'y'))");
        }
    }
    const char* const kDigest = "SELECT total(length(b)) * 1000 + total(a) FROM t";
    CHECK(*ours.query_int(kDigest) == *theirs->query_int(kDigest));
    CHECK(integrity(ours) == "ok");
}

TEST_CASE("a file beyond the size limit is refused and stays as it was") {
    MemoryFile file;
    const std::byte byte{1};
    CHECK_FALSE(file.write(MemoryFile::kMaxSize, {&byte, 1}));
    CHECK_FALSE(file.write(UINT64_MAX, {&byte, 1}));
    CHECK(file.size() == 0);
    CHECK(file.extent_count() == 0);
}

TEST_CASE("a shorter file reads as zeros when it grows again") {
    MemoryFile file;
    std::vector<std::byte> bytes(200'000, std::byte{7});
    REQUIRE(file.write(0, bytes));
    REQUIRE(file.resize(100));
    REQUIRE(file.resize(150'000));
    std::vector<std::byte> read(150'000, std::byte{9});
    CHECK(file.read(0, read));
    CHECK(read[99] == std::byte{7});
    CHECK(std::count(read.begin(), read.end(), std::byte{0}) == 150'000 - 100);
    std::byte past{9};
    CHECK_FALSE(file.read(150'000, {&past, 1}));
    CHECK(past == std::byte{0});
}
