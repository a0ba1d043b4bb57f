#include "shared/api/order_export.h"
#include "tests/server/support/buyer.h"
#include "tests/server/support/canary_store.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::test {

TEST_CASE("an order is printed in the language that is asked for, under the same policy as every page") {
    Buyer buyer;
    const std::string id = std::to_string(buyer.orders("A1").front());
    const RawResponse page = buyer.get("/orders/" + id + "/print?lang=zh-CN&zone=480", {buyer.session});
    CHECK(page.status == 200);
    CHECK(page.header("Content-Type") == "text/html; charset=utf-8");
    CHECK(page.header("Content-Language") == "zh-CN");
    CHECK(page.header("Content-Security-Policy").find("unsafe-inline") == std::string::npos);
    CHECK(page.body.find("<html lang=\"zh-CN\">") != std::string::npos);
    CHECK(page.body.find("CANARY-A1-sales_order-number-" + id) != std::string::npos);
    CHECK(page.body.find("截至 2026年11月22日 18:00（UTC+08:00）") != std::string::npos);
    CHECK(page.body.find("style=") == std::string::npos);
    CHECK(page.body.find("{{body}}") == std::string::npos);
    CHECK(tags_in(page.body) == std::set<std::string>{"A1"});
    const RawResponse english = buyer.get("/orders/" + id + "/print", {buyer.session});
    CHECK(english.body.find("As of 22 Nov 2026, 10:00 (UTC+00:00)") != std::string::npos);
    CHECK(buyer.get("/orders/" + id + "/print?zone=x", {buyer.session}).status == 400);
}

TEST_CASE("a list is printed with its orders in their order, and its restrictions are text") {
    Buyer buyer;
    api::OrderExport list;
    list.language = "en";
    list.restrictions = "<script>alert(1)</script> {{account}}";
    list.orders = buyer.orders("A1");
    list.orders.push_back(999999999);
    const RawResponse page = buyer.post(api::kPrintListPath, encode_export(list, buyer.csrf));
    CHECK(page.status == 200);
    CHECK(page.body.find("<script>alert") == std::string::npos);
    CHECK(page.body.find("&lt;script&gt;alert(1)&lt;/script&gt; {{account}}") != std::string::npos);
    CHECK(page.body.find("1 order is no longer there and is left out.") != std::string::npos);
    CHECK(page.body.find("3 orders") != std::string::npos);
    std::size_t at = 0;
    for (const std::int64_t id : buyer.orders("A1")) {
        const std::size_t next = page.body.find("sales_order-number-" + std::to_string(id) + "<", at);
        CHECK(next != std::string::npos);
        at = next;
    }
}

TEST_CASE("who is not logged in is led to the log-in page, and back to an order but not to a form") {
    Buyer buyer;
    CHECK(buyer.get("/orders/1/print").header("Location") == "/login?next=%2Forders%2F1%2Fprint");
    const RawResponse list = request(buyer.port(), {.method = "POST",
                                                    .target = std::string(api::kPrintListPath),
                                                    .headers = {{"Sec-Fetch-Site", "same-origin"}},
                                                    .body = "orders=1"});
    CHECK(list.status == 303);
    CHECK(list.header("Location") == "/login");
}

} // namespace orderdeck::test
