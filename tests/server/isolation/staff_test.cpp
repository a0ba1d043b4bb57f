#include "tests/server/isolation/roles.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::test {

TEST_CASE("for customers the inbox is byte for byte an address that does not exist") {
    IsolationWorld world;
    for (const std::string name : {"user_a", "user_b", "user_a1"}) {
        const Role& role = world.role(name);
        const std::string unknown = world.portal.get("/api/v1/nothing", {*role.credential}).raw;
        CHECK(unknown.starts_with("HTTP/1.1 404"));
        for (const std::string path : {"", "/900000", "/900001", "/900000/text?finding=1", "/900001/text",
                                       "?state=rejected", "?state=attention", "?feed=sample", "?limit=x"}) {
            CAPTURE(name, path);
            CHECK(world.portal.get("/api/v1/inbox" + path, {*role.credential}).raw == unknown);
        }
    }
}

TEST_CASE("staff reads the inbox, and of orders only what was granted") {
    IsolationWorld world;
    const Role& role = world.role("user_staff");
    const RawResponse list = world.portal.get("/api/v1/inbox", {*role.credential});
    const RawResponse message = world.portal.get("/api/v1/inbox/900000", {*role.credential});
    for (const std::string column :
         {"source_system-name", "inbox-mapping", "inbox-file_name", "inbox-reason"}) {
        CAPTURE(column);
        CHECK(list.body.find("CANARY-inbox-" + column) != std::string::npos);
    }
    for (const std::string column : {"finding-column_name", "finding-value", "finding-message"}) {
        CAPTURE(column);
        CHECK(message.body.find("CANARY-inbox-" + column) != std::string::npos);
    }
    const RawResponse orders = world.portal.get("/api/v1/orders?limit=200", {*role.credential});
    CHECK(tags_in(orders.plain_body()) == std::set<std::string>{"A1"});
}

} // namespace orderdeck::test
