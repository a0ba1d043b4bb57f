#include "server/persistence/sqlite/account_store.h"
#include "tests/server/persistence/temporary_store.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using namespace orderdeck::server::persistence;
using namespace orderdeck::server::persistence::sqlite;
using orderdeck::test::TemporaryStore;

namespace {

const base::Timestamp kNow = base::Timestamp::from_seconds(1'700'000'000);

base::Result<AccountNode> put(TemporaryStore& store, const std::string& code, const std::string& name,
                              const std::string& parent) {
    auto writer = ChangeWriter::begin(*store, kNow);
    REQUIRE(writer.has_value());
    auto node = AccountStore::put(*writer, code, {.text = name, .translations = {}}, parent, kNow);
    if (node) REQUIRE(writer->commit().has_value());
    return node;
}

} // namespace

TEST_CASE("Each account stands below itself and all its ancestors") {
    TemporaryStore store;
    const auto group = put(store, "group", "Group", "");
    const auto company = put(store, "company", "Company", "group");
    const auto site = put(store, "site", "Site", "company");
    REQUIRE(site.has_value());
    CHECK(site->owner.root == group->account.id);
    CHECK(site->account.parent == company->account.id);
    CHECK(store.dump("SELECT ancestor_id, account_id FROM account_tree ORDER BY 1, 2") ==
          "1|1|\n1|2|\n1|3|\n2|2|\n2|3|\n3|3|\n");
    CHECK(store.number("SELECT count(*) FROM feed") == 1);
}

TEST_CASE("An account keeps its id when it is named anew, and only then the feed moves") {
    TemporaryStore store;
    const auto first = put(store, "a", "Old", "");
    const auto renamed = put(store, "a", "New", "");
    REQUIRE(renamed.has_value());
    CHECK(renamed->account.id == first->account.id);
    CHECK(put(store, "a", "New", "").has_value());
    CHECK(store.number("SELECT head FROM feed") == 2);
    CHECK(store.dump("SELECT name, created_at FROM account") ==
          "New|" + std::to_string(kNow.milliseconds()) + "|\n");
}

TEST_CASE("An account does not move to another parent, and an unknown parent is named") {
    TemporaryStore store;
    CHECK(put(store, "a", "A", "").has_value());
    CHECK(put(store, "b", "B", "").has_value());
    CHECK(put(store, "c", "C", "a").has_value());
    CHECK(put(store, "c", "C", "b").error().code == base::ErrorCode::conflict);
    const auto orphan = put(store, "d", "D", "nobody");
    REQUIRE_FALSE(orphan.has_value());
    CHECK(orphan.error().message.find("nobody") != std::string::npos);
    CHECK(store.number("SELECT count(*) FROM account") == 3);
}
