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

constexpr std::string_view kJoinedMapping =
    R"({"source": {"name": "erp", "kind": "sales"}, "files": {"orders": {"name": "orders*.csv"},)"
    R"( "lines": {"name": "lines*.csv", "rows_of": "orders", "by": "Order"},)"
    R"( "items": {"name": "items*.csv", "optional": true, "look_up_for": "lines", "by": "Item"}},)"
    R"( "account": {"code": "orders.Customer", "name": "orders.Customer"}, "order": {"number": "orders.Order"},)"
    R"( "line": {"number": "lines.Pos", "ordered": "lines.Qty", "item": "items.Name", "sku": "lines.Item"}})";

/// A store with a folder that is watched and the mapping "erp_orders".
struct Desk {
    Desk() {
        fs::create_directories(store.folder() / "mappings");
        write(store.folder() / "mappings/erp_orders.json", kMapping);
        fs::create_directories(feed());
    }
    fs::path feed() const { return store.folder() / "in/erp_orders"; }
    /// From now on the feed is two files that are joined, and one more that need not be there.
    void join_files() const { write(store.folder() / "mappings/erp_orders.json", kJoinedMapping); }
    bool has(const fs::path& file) const { return fs::exists(feed() / file); }
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

TEST_CASE("Files that the mapping joins are taken together, when all of them are there") {
    Desk desk;
    desk.join_files();
    Desk::write(desk.feed() / "lines.csv", "Order,Pos,Qty,Item\nA,1,10,P\n");
    for (int i = 0; i < 4; ++i)
        CHECK(desk.pass() == 0);
    CHECK(desk.has("lines.csv"));
    Desk::write(desk.feed() / "orders.csv", "Customer,Order\nacme,A\n");
    desk.pass();
    // One that need not be there comes last: the others wait for it while it grows.
    Desk::write(desk.feed() / "items.csv", "Item,Name\nP,Pump\n");
    CHECK(desk.pass() == 0);
    CHECK(desk.pass() == 3);
    CHECK(desk.store.dump("SELECT l.number, l.ordered_micro, i.name FROM order_line l JOIN item i ON i.id = "
                          "l.item_id") == "1|10000000|Pump|\n");
    CHECK(desk.store.dump("SELECT state, file_name FROM inbox") == "applied|erp_orders.tar|\n");
    for (const char* file : {"orders.csv", "lines.csv", "items.csv"}) {
        CHECK(desk.has(std::string("done/") + file));
        CHECK(desk.has(std::string("done/") + file + ".report.json"));
    }
}

TEST_CASE("Of the joined files of two days the first go together, and a stranger alone") {
    Desk desk;
    desk.join_files();
    for (const std::string& day : std::vector<std::string>{"1", "2"}) {
        Desk::write(desk.feed() / ("orders-" + day + ".csv"), "Customer,Order\nacme,A" + day + "\n");
        Desk::write(desk.feed() / ("lines-" + day + ".csv"), "Order,Pos,Qty,Item\nA" + day + ",1,10,P\n");
    }
    Desk::write(desk.feed() / "invoices.csv", "x\n1\n");
    desk.pass();
    CHECK(desk.pass() == 5);
    CHECK(desk.store.dump("SELECT number FROM sales_order ORDER BY number") == "A1|\nA2|\n");
    CHECK(desk.store.number("SELECT count(*) FROM order_line") == 2);
    CHECK(desk.has("failed/invoices.csv"));
}
