#include "shared/json/reader.h"
#include "tests/server/support/canary_store.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::test {
namespace {

struct WithToken : PortalFixture {
    WithToken() {
        const CanaryNode& node = canaries.node("A");
        token = add_token({domain::AccountId(node.root), domain::AccountId(node.account)}, "test");
    }
    RawResponse read(const std::string& target) {
        return get(target, {{"Authorization", "Bearer " + token}});
    }
    CanaryStore canaries{store()};
    std::string token;
};

struct List {
    std::vector<std::string> ids;
    std::optional<std::string> next;
    std::int64_t total = 0;
};

List list_of(const RawResponse& response) {
    REQUIRE(response.status == 200);
    const auto document = json::Document::parse(response.body);
    REQUIRE(document.has_value());
    List list{.ids = {},
              .next = document->root().optional_string_field("next").value(),
              .total = document->root().int64_field("total").value()};
    const std::vector<json::Value> orders = document->root().field("orders").value().elements().value();
    for (const json::Value& order : orders)
        list.ids.push_back(order.string_field("id").value());
    return list;
}

} // namespace

TEST_CASE("the list of orders is paged without gap or repetition and counts all of them") {
    WithToken fixture;
    const List all = list_of(fixture.read("/api/v1/orders?limit=200"));
    CHECK(all.total == 9);
    CHECK(all.ids.size() == 9);
    CHECK_FALSE(all.next.has_value());
    std::vector<std::string> paged;
    std::string cursor;
    for (;;) {
        const List page = list_of(fixture.read("/api/v1/orders?limit=2" + cursor));
        CHECK(page.total == 9);
        paged.insert(paged.end(), page.ids.begin(), page.ids.end());
        if (!page.next) break;
        cursor = "&cursor=" + *page.next;
    }
    CHECK(paged == all.ids);
}

TEST_CASE("orders are found by a fragment of their number and by nothing that is not in them") {
    WithToken fixture;
    const std::string id = std::to_string(fixture.canaries.ids("A1", "sales_order").front());
    const List found = list_of(fixture.read("/api/v1/orders?q=sales_order-number-" + id));
    CHECK(found.ids == std::vector<std::string>{id});
    CHECK(found.total == 1);
    CHECK(list_of(fixture.read("/api/v1/orders?q=%25")).total == 0);
    CHECK(list_of(fixture.read("/api/v1/orders?q=no+such+text")).ids.empty());
}

TEST_CASE("an order has its lines, shipments, milestones, promises and reasons") {
    WithToken fixture;
    const std::string id = std::to_string(fixture.canaries.ids("A1", "sales_order").front());
    const RawResponse response = fixture.read("/api/v1/orders/" + id);
    REQUIRE(response.status == 200);
    const auto document = json::Document::parse(response.body);
    REQUIRE(document.has_value());
    const json::Value order = document->root();
    CHECK(order.string_field("id").value() == id);
    CHECK(order.string_field("currency").value() == "EUR");
    CHECK(order.string_field("total").value() == "0.01");
    for (const std::string list : {"lines", "shipments", "milestones", "promises", "why"}) {
        CAPTURE(list);
        CHECK_FALSE(order.field(list).value().elements().value().empty());
    }
    const std::vector<json::Value> lines = order.field("lines").value().elements().value();
    const std::string line_id = std::to_string(fixture.canaries.ids("A1", "order_line").front());
    CHECK(lines.front().string_field("id").value() == line_id);
    CHECK(lines.front().string_field("ordered").value() == "0.000001");
    CHECK(
        lines.front().field("item").value().string_field("name").value().starts_with("CANARY-A1-item-name"));
}

TEST_CASE("a bearer token is taken from the header only, and a wrong one is told so") {
    WithToken fixture;
    CHECK(fixture.get("/api/v1/orders?token=" + fixture.token).status == 401);
    const RawResponse wrong =
        fixture.get("/api/v1/orders", {{"Authorization", "Bearer odt_" + std::string(43, 'x')}});
    CHECK(wrong.status == 401);
    CHECK(wrong.header("WWW-Authenticate") == "Bearer");
    CHECK(fixture.get("/api/v1/orders", {{"Authorization", "Basic dXNlcjpwYXNz"}}).status == 401);
    CHECK(fixture.get("/api/v1/session", {{"Authorization", "Bearer " + fixture.token}}).status == 401);
}

} // namespace orderdeck::test
