#include "server/cli/watch/watched_folder.h"

#include "server/ingest/adapters/load_adapter.h"
#include "tests/server/persistence/temporary_store.h"
#include "tests/support/files.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>

using namespace orderdeck;
using orderdeck::server::cli::watch::WatchedFolder;
using orderdeck::test::instant;
using orderdeck::test::TemporaryStore;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kMapping =
    R"({"source": {"name": "erp", "kind": "sales"}, "account": {"code": "Customer", "name": "Customer"},)"
    R"( "order": {"number": "Order"}, "line": {"number": "Pos", "ordered": "Qty", "unit": "Unit",)"
    R"( "commercial": "State"}})";

/// A store with a folder that is watched and the mapping "erp_orders".
struct Desk {
    Desk() {
        fs::create_directories(store.folder() / "mappings");
        write(store.folder() / "mappings/erp_orders.json", kMapping);
        fs::create_directories(feed());
    }
    fs::path feed() const { return store.folder() / "in/erp_orders"; }
    static void write(const fs::path& path, std::string_view text) {
        std::ofstream(path, std::ios::binary) << text;
    }
    int pass() {
        auto taken = watched.pass(instant(1));
        REQUIRE(taken.has_value());
        return *taken;
    }

    TemporaryStore store;
    WatchedFolder watched{store.folder() / "in", *store, server::ingest::feeds_of(store.folder()),
                          [](std::string_view) {}};
};

constexpr std::string_view kOrder = "Customer,Order,Pos,Qty,Unit,State\nacme,A,1,10,pc,confirmed\n";

} // namespace

TEST_CASE("A file is taken when it has stopped growing, and put away with a report") {
    Desk desk;
    Desk::write(desk.feed() / "orders.csv", "Customer,Order,");
    CHECK(desk.pass() == 0);
    Desk::write(desk.feed() / "orders.csv", kOrder);
    CHECK(desk.pass() == 0);
    CHECK(desk.pass() == 1);
    CHECK(desk.store.dump("SELECT number, ordered_micro FROM order_line") == "1|10000000|\n");
    CHECK(fs::exists(desk.feed() / "done/orders.csv"));
    CHECK(
        test::read_file((desk.feed() / "done/orders.csv.report.json").string()).find("\"rows_imported\":1") !=
        std::string::npos);
    CHECK_FALSE(fs::exists(desk.feed() / "orders.csv"));
    CHECK(desk.pass() == 0);
}

TEST_CASE("A file that does not fit fails with the reason beside it, and others go on") {
    Desk desk;
    Desk::write(desk.feed() / "a.csv", "Something,Else\n1,2\n");
    Desk::write(desk.feed() / "b.csv", kOrder);
    desk.pass();
    CHECK(desk.pass() == 2);
    CHECK(fs::exists(desk.feed() / "failed/a.csv"));
    CHECK(test::read_file((desk.feed() / "failed/a.csv.report.json").string()).find("\"error\"") !=
          std::string::npos);
    CHECK(fs::exists(desk.feed() / "done/b.csv"));
    CHECK(desk.store.dump("SELECT state FROM inbox ORDER BY id") == "rejected|\napplied|\n");
}

TEST_CASE("Half-written and hidden files are left alone, and a name may come again") {
    Desk desk;
    for (const char* name : {"orders.csv.part", ".orders.csv", "orders.tmp"})
        Desk::write(desk.feed() / name, kOrder);
    desk.pass();
    CHECK(desk.pass() == 0);
    for (int round = 0; round < 2; ++round) {
        Desk::write(desk.feed() / "orders.csv", kOrder);
        desk.pass();
        CHECK(desk.pass() == 1);
    }
    CHECK(fs::exists(desk.feed() / "done/orders.2.csv"));
    CHECK(desk.store.number("SELECT count(*) FROM inbox") == 1);
}

TEST_CASE("A folder that is no feed keeps what comes out of harm's way") {
    Desk desk;
    fs::create_directories(desk.store.folder() / "in/unknown");
    Desk::write(desk.store.folder() / "in/unknown/x.csv", kOrder);
    desk.pass();
    CHECK(desk.pass() == 1);
    CHECK(fs::exists(desk.store.folder() / "in/unknown/failed/x.csv"));
}
