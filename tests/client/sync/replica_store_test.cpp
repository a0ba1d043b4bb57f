#include "client/sync/replica_store.h"
#include "tests/shared/replica/replica_builder.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using client::sync::ReplicaStore;
using test::cell;
using test::PageBuilder;

namespace {

std::int64_t accounts(ReplicaStore& store) {
    REQUIRE(store.database() != nullptr);
    return store.database()->query_int("SELECT count(*) FROM account").value_or(-1);
}

} // namespace

TEST_CASE("a copy is shown only when it is complete, and then replaces the old one at once") {
    auto store = ReplicaStore::create("test-store");
    REQUIRE(store);
    CHECK_FALSE(store->has_replica());
    CHECK_FALSE(store->add_boot_page("{}"));
    PageBuilder builder;
    for (int copy = 1; copy <= 3; ++copy) {
        REQUIRE(store->begin_copy());
        for (int row = 0; row < copy; ++row)
            builder.put("account", {{"id", cell(row + 1)}});
        REQUIRE(store->add_boot_page(builder.boot_page()));
        CHECK(store->rows_copied() == copy);
        REQUIRE(store->finish_boot());
        CHECK(store->has_replica() == (copy > 1));
        if (copy > 1) CHECK(accounts(*store) == copy - 1);
        REQUIRE(store->show_copy({}));
        CHECK(accounts(*store) == copy);
        CHECK(store->generation() == static_cast<std::uint64_t>(copy));
    }
}

TEST_CASE("a pull without rows is no change, and a wiped store holds nothing") {
    auto store = ReplicaStore::create("test-store");
    REQUIRE(store);
    PageBuilder builder;
    REQUIRE(store->begin_copy());
    REQUIRE(store->add_boot_page(builder.boot_page()));
    REQUIRE(store->finish_boot());
    REQUIRE(store->show_copy({}));
    const auto before = store->generation();
    REQUIRE(store->apply_pull(std::vector<std::string>{builder.pull_page(0, 0, "c1")}));
    CHECK(store->generation() == before);
    builder.put("account", {{"id", cell(1)}});
    REQUIRE(store->apply_pull(std::vector<std::string>{builder.pull_page(0, 1, "c2")}));
    CHECK(store->generation() == before + 1);
    store->wipe();
    CHECK(store->database() == nullptr);
    CHECK_FALSE(store->apply_pull({}));
}
